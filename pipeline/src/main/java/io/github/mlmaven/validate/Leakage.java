package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.measure.CanonicalKey;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.measure.HashBag;
import io.github.mlmaven.measure.LongSet;
import io.github.mlmaven.measure.RowHashes;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * No test row is given away by a training row with the same inputs and label. Hashes tell whether one may be, and only then
 * the values are compared.
 */
record Leakage(SpecFile spec) implements Constraint {

    /** Whether the split can tear equal rows apart: one by whole rows keeps them together by itself. */
    static boolean isPossible(ModelSpec spec) {
        return spec.data().split().column().isPresent()
                || !spec.data().split().group().isEmpty()
                || !spec.data().id().isEmpty();
    }

    private List<String> columns() {
        ModelSpec model = spec.spec();
        return Stream.concat(model.inputs().stream(), Stream.of(model.data().label()))
                .toList();
    }

    @Override
    public Judgement plan(Fold fold) {
        Fold.Result<LongSet> shared = fold.plan(new SharedHashes(columns()));
        return new Judgement() {
            @Override
            public List<Finding> findings(Evidence evidence) {
                return List.of();
            }

            @Override
            public Optional<Constraint> doubt() {
                LongSet candidates = shared.value();
                return candidates.isEmpty() ? Optional.empty() : Optional.of(sure(candidates));
            }
        };
    }

    private Constraint sure(LongSet candidates) {
        return fold -> {
            Fold.Result<Found> leaked = fold.plan(new LeakedRows(columns(), candidates));
            return evidence -> leaked.value().count() == 0
                    ? List.of()
                    : List.of(Finding.of(
                                    FindingCode.SPLIT_DUPLICATE_ROWS,
                                    Severity.WARNING,
                                    Subject.rule(spec.place("data", "split")))
                            .with(evidence.rows(leaked.value(), evidence.split().test())));
        };
    }

    /** The hashes that training and test rows share. */
    record SharedHashes(List<String> columns) implements Measure<SharedHashes.Bags, LongSet> {

        /** What is kept while folding. */
        static final class Bags {

            private final RowHashes rows;
            private final HashBag train = new HashBag();
            private final HashBag test = new HashBag();

            private Bags(List<String> columns) {
                rows = new RowHashes(columns);
            }
        }

        @Override
        public Bags start() {
            return new Bags(columns);
        }

        @Override
        public void add(Bags state, Batch batch) {
            long[] hashes = state.rows.of(batch);
            byte[] parts = Part.codes(batch);
            for (int row = 0; row < batch.rows(); row++) {
                if (parts[row] == Part.TRAIN.code()) {
                    state.train.add(hashes[row]);
                } else if (parts[row] == Part.TEST.code()) {
                    state.test.add(hashes[row]);
                }
            }
        }

        @Override
        public void merge(Bags state, Bags other) {
            state.train.addAll(other.train);
            state.test.addAll(other.test);
        }

        @Override
        public LongSet value(Bags state) {
            return state.train.shared(state.test);
        }
    }

    /** The test rows whose values some training row has. */
    record LeakedRows(List<String> columns, LongSet candidates) implements Measure<LeakedRows.Suspects, Found> {

        /** What is kept while folding. */
        static final class Suspects {

            private final RowHashes rows;
            private final CanonicalKey key;
            private final Set<String> train = new HashSet<>();
            private final Map<String, Found> test = new HashMap<>();

            private Suspects(List<String> columns) {
                rows = new RowHashes(columns);
                key = new CanonicalKey(columns);
            }
        }

        @Override
        public Suspects start() {
            return new Suspects(columns);
        }

        @Override
        public void add(Suspects state, Batch batch) {
            long[] hashes = state.rows.of(batch);
            byte[] parts = Part.codes(batch);
            for (int row = 0; row < batch.rows(); row++) {
                if (candidates.contains(hashes[row])) {
                    if (parts[row] == Part.TRAIN.code()) {
                        state.train.add(state.key.text(batch, row));
                    } else if (parts[row] == Part.TEST.code()) {
                        state.test
                                .computeIfAbsent(state.key.text(batch, row), key -> new Found())
                                .add(batch.position(row), () -> "");
                    }
                }
            }
        }

        @Override
        public void merge(Suspects state, Suspects other) {
            state.train.addAll(other.train);
            other.test.forEach((key, found) ->
                    state.test.computeIfAbsent(key, absent -> new Found()).add(found));
        }

        @Override
        public Found value(Suspects state) {
            Found leaked = new Found();
            state.test.forEach((key, found) -> {
                if (state.train.contains(key)) {
                    leaked.add(found);
                }
            });
            return leaked;
        }
    }
}
