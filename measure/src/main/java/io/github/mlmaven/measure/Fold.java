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

    private final List<Result<?>> results = new ArrayList<>();

    /** Plans a measure, before the first batch. */
    public <V> Result<V> plan(Measure<?, V> measure) {
        Result<V> result = new Folding<>(measure);
        results.add(result);
        return result;
    }

    /** Takes in all rows of a batch. */
    public void add(Batch batch) {
        for (Result<?> result : results) {
            result.add(batch);
        }
    }

    /**
     * What a measure says about the rows that were added so far.
     *
     * @param <V> what is told
     */
    public abstract static sealed class Result<V> permits Folding {

        abstract void add(Batch batch);

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
        public V value() {
            return measure.value(state);
        }
    }
}
