package io.github.mlmaven.api;

/**
 * Something that can be told of rows by a fold over batches. The value depends on the rows alone: rows in any order, cut into
 * any batches, folded into any number of states that are merged in any order, have the same value to the last bit.
 *
 * @param <S> what is kept while folding; mutable, used by one thread at a time
 * @param <V> what is told
 */
public interface Measure<S, V> {

    /** The state of no rows. */
    S start();

    /** Takes in all rows of a batch. */
    void add(S state, Batch batch);

    /** Takes in the rows that another state of this measure has seen; the other is not used again. */
    void merge(S state, S other);

    /** What the rows that a state has seen say. The state stays as it is. */
    V value(S state);
}
