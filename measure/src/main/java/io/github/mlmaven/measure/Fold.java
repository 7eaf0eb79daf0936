package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * Many measures in one pass: whatever is wanted of the same rows is planned here together and folded batch by batch.
 *
 * <pre>{@code
 * Fold fold = new Fold();
 * Fold.Result<Long> missing = fold.plan(new MissingCount("carat"));
 * batches.forEach(fold::add);
 * long count = missing.value();
 * }</pre>
 */
public final class Fold {

    /** Of fewer rows it is not worth the help. */
    private static final int MANY = 1000;

    private final LongStore store;
    private final Tasks tasks;
    private final List<Result<?>> results = new ArrayList<>();

    /** All that is kept while folding is kept in memory. */
    public Fold() {
        this(LongStore.MEMORY, Tasks.IN_TURN);
    }

    /**
     * No measures yet.
     *
     * @param store for what is kept of each row
     * @param tasks does the measures of a batch, each by itself
     */
    public Fold(LongStore store, Tasks tasks) {
        this.store = store;
        this.tasks = tasks;
    }

    /** Where measures keep what they keep of each row. */
    public LongStore store() {
        return store;
    }

    /** Plans a measure, before the first batch. */
    public <V> Result<V> plan(Measure<?, V> measure) {
        Result<V> result = new Folding<>(measure);
        results.add(result);
        return result;
    }

    /** A fold of the same measures that has seen no rows yet, for {@link #merge}. */
    public Fold fork() {
        Fold fork = new Fold(store, tasks);
        results.forEach(result -> fork.results.add(result.fork()));
        return fork;
    }

    /** Takes in the rows that a fork of this fold has seen; the fork is not used again. */
    public void merge(Fold fork) {
        for (int i = 0; i < results.size(); i++) {
            results.get(i).merge(fork.results.get(i));
        }
    }

    /** Takes in all rows of a batch. */
    public void add(Batch batch) {
        Tasks wanted = batch.rows() < MANY ? Tasks.IN_TURN : tasks;
        wanted.each(results.size(), measure -> results.get(measure).add(batch));
    }

    /**
     * What a measure says about the rows that were added so far.
     *
     * @param <V> what is told
     */
    public abstract static sealed class Result<V> permits Folding {

        abstract void add(Batch batch);

        abstract Result<V> fork();

        abstract void merge(Result<?> fork);

        public abstract V value();
    }

    private static final class Folding<S, V> extends Result<V> {

        private final Measure<S, V> measure;
        private final S state;

        Folding(Measure<S, V> measure) {
            this.measure = measure;
            this.state = measure.start();
        }

        @Override
        void add(Batch batch) {
            measure.add(state, batch);
        }

        @Override
        Result<V> fork() {
            return new Folding<>(measure);
        }

        @Override
        void merge(Result<?> fork) {
            if (!(fork instanceof Folding<?, ?> other) || other.measure != measure) {
                throw new IllegalArgumentException("not a fork of this fold");
            }
            // The same measure made both states.
            @SuppressWarnings("unchecked")
            S seen = (S) other.state;
            measure.merge(state, seen);
        }

        @Override
        public V value() {
            return measure.value(state);
        }
    }
}
