package io.github.mlmaven.api;

import java.util.List;

/**
 * How columns become features, with what was learned of the training rows. Immutable and safe for use by many threads. The
 * same object encodes in training, evaluation and serving, so the same rows have the same features everywhere.
 */
public interface FittedTransform {

    /** The input columns that it reads. */
    List<String> inputs();

    /** The names of its features. */
    List<String> features();

    /** The values of a category that it tells apart; empty for what has no such list. */
    default List<String> values() {
        return List.of();
    }

    /**
     * Encodes rows of a batch.
     *
     * @param batch with the input columns in the types of the schema, perhaps with others
     * @param positions of each feature within a row, in the order of {@link #features}
     * @param out says which rows, and takes every feature of each
     */
    void encode(Batch batch, int[] positions, Features out);
}
