package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.measure.Found;
import java.util.function.Supplier;

/** Recognises the rows that break a rule. May remember things from one batch to the next. */
@FunctionalInterface
interface Offence {

    /** Adds the offending rows of a batch. */
    void find(Batch batch, Found found);

    /** Counts offending rows and keeps the first. */
    static Measure<Search, Found> measure(Supplier<Offence> offence) {
        return new OffendingRows(offence);
    }

    /** What is kept while folding. */
    record Search(Offence offence, Found found) {}

    /** See {@link #measure}. */
    record OffendingRows(Supplier<Offence> offence) implements Measure<Search, Found> {

        @Override
        public Search start() {
            return new Search(offence.get(), new Found());
        }

        @Override
        public void add(Search state, Batch batch) {
            state.offence().find(batch, state.found());
        }

        @Override
        public void merge(Search state, Search other) {
            state.found().add(other.found());
        }

        @Override
        public Found value(Search state) {
            return state.found();
        }
    }
}
