package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.measure.CanonicalKey;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.measure.LongSet;
import io.github.mlmaven.measure.RowHashes;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SplitBy;
import io.github.mlmaven.spec.SplitSpec;
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
 * No test row is given away by a training row with the same inputs, be the label the same or another.
 */
record Leakage(SpecFile spec) implements Constraint {

    /**
     * Whether the split can tear rows with equal inputs apart: one by some of the inputs keeps them together by itself. Without
     * groups a split goes by ids, or by whole rows with their labels, which are no inputs.
     */
    static boolean isPossible(ModelSpec spec) {
        SplitSpec split = spec.data().split();
        return split.by() != SplitBy.HASH
                || split.group().isEmpty()
                || !spec.inputs().containsAll(split.group());
    }

    @Override
    public Judgement plan(Fold fold) {
        return new Suspected<>(new SharedHashes(spec.spec().inputs(), false, fold.store()), this::sure).plan(fold);
    }

    private Constraint sure(LongSet candidates) {
        ModelSpec model = spec.spec();
        return fold -> {
            Fold.Result<Leaks> leaks =
                    fold.plan(new LeakedRows(model.inputs(), model.data().label(), candidates));
            // Rows are equal in columns that are not there, which is a finding of its own.
            return evidence -> evidence.hasAllColumns()
                    ? Stream.of(
                                    finding(
                                            FindingCode.SPLIT_DUPLICATE_ROWS,
                                            leaks.value().duplicates(),
                                            evidence),
                                    finding(
                                            FindingCode.SPLIT_EQUAL_INPUTS,
                                            leaks.value().equalInputs(),
                                            evidence))
                            .flatMap(Optional::stream)
                            .toList()
                    : List.of();
        };
    }

    private Optional<Finding> finding(FindingCode code, Found rows, Evidence evidence) {
        Subject split = Subject.rule(spec.place("data", "split"));
        return rows.count() == 0
                ? Optional.empty()
                : Optional.of(SplitRules.decided(
                                Finding.of(code, Severity.WARNING, split),
                                spec.spec().data().split())
                        .with(evidence.rows(rows, evidence.split().test())));
    }

    /**
     * Test rows that training rows give away.
     *
     * @param duplicates with the inputs and the label of a training row
     * @param equalInputs with the inputs of training rows that all have other labels
     */
    record Leaks(Found duplicates, Found equalInputs) {}

    /** The test rows whose inputs some training row has. */
    record LeakedRows(List<String> inputs, String label, LongSet candidates)
            implements Measure<LeakedRows.Suspects, Leaks> {

        /** What is kept while folding: by inputs, the labels of training rows, and the test rows by label. */
        static final class Suspects {

            private final RowHashes rows;
            private final CanonicalKey inputs;
            private final CanonicalKey label;
            private final Map<String, Set<String>> train = new HashMap<>();
            private final Map<String, Map<String, Found>> test = new HashMap<>();

            private Suspects(List<String> inputs, String label) {
                this.rows = new RowHashes(inputs);
                this.inputs = new CanonicalKey(inputs);
                this.label = new CanonicalKey(List.of(label));
            }

            private Set<String> labels(String key) {
                return train.computeIfAbsent(key, absent -> new HashSet<>());
            }

            private Found rows(String key, String labelled) {
                return test.computeIfAbsent(key, absent -> new HashMap<>())
                        .computeIfAbsent(labelled, absent -> new Found());
            }
        }

        @Override
        public Suspects start() {
            return new Suspects(inputs, label);
        }

        @Override
        public void add(Suspects state, Batch batch) {
            long[] hashes = state.rows.of(batch);
            byte[] parts = Part.codes(batch);
            for (int row = 0; row < batch.rows(); row++) {
                if (candidates.contains(hashes[row])) {
                    if (parts[row] == Part.TRAIN.code()) {
                        state.labels(state.inputs.text(batch, row)).add(state.label.text(batch, row));
                    } else if (parts[row] == Part.TEST.code()) {
                        state.rows(state.inputs.text(batch, row), state.label.text(batch, row))
                                .add(batch.position(row), () -> "");
                    }
                }
            }
        }

        @Override
        public void merge(Suspects state, Suspects other) {
            other.train.forEach((key, labels) -> state.labels(key).addAll(labels));
            other.test.forEach((key, rows) ->
                    rows.forEach((labelled, found) -> state.rows(key, labelled).add(found)));
        }

        @Override
        public Leaks value(Suspects state) {
            Leaks leaks = new Leaks(new Found(), new Found());
            state.test.forEach((key, rows) -> {
                Set<String> labels = state.train.getOrDefault(key, Set.of());
                if (!labels.isEmpty()) {
                    rows.forEach((labelled, found) ->
                            (labels.contains(labelled) ? leaks.duplicates() : leaks.equalInputs()).add(found));
                }
            });
            return leaks;
        }
    }
}
