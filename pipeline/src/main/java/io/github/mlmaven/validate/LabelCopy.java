package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An input does not say the label in other words: in the rows that have both, the number of a regression again or, in a
 * classification, a value of its own for each label. What is merely like the label is no matter of this.
 */
record LabelCopy(String name, SpecFile spec) implements Constraint {

    /** Of fewer rows nothing is said. */
    private static final int FEWEST_ROWS = 20;

    /** An input of more values names rows, and no labels. */
    private static final int MOST_VALUES = 1_000;

    static boolean isPossible(ModelSpec spec, String input) {
        // Data of which only a profile is wanted has a label in name alone.
        return spec.task() == Task.CLASSIFICATION
                || (spec.column(input).type().isNumeric() && spec.label().type().isNumeric());
    }

    @Override
    public Judgement plan(Fold fold) {
        String label = spec.spec().data().label();
        Fold.Result<Long> found = fold.plan(
                spec.spec().task() == Task.CLASSIFICATION ? new OneToOne(name, label) : new Equal(name, label));
        return evidence -> {
            long rows = found.value();
            return rows < FEWEST_ROWS
                    ? List.of()
                    : List.of(Finding.of(
                                    FindingCode.FEATURE_EQUALS_LABEL,
                                    Severity.WARNING,
                                    Subject.column(name, spec.place("columns", name)))
                            .with("label", label)
                            .with(new Finding.Rows(rows, evidence.rows(), List.of())));
        };
    }

    /** The rows that have both numbers, if they are equal in each, and not the same in all; else 0. */
    record Equal(String name, String label) implements Measure<Equal.Numbers, Long> {

        /** Below it a double has every whole number. */
        private static final double EXACT = 1L << 53;

        /** What was seen. */
        static final class Numbers {
            private boolean differs;
            private long rows;
            private double least = Double.POSITIVE_INFINITY;
            private double greatest = Double.NEGATIVE_INFINITY;
        }

        @Override
        public Numbers start() {
            return new Numbers();
        }

        @Override
        public void add(Numbers state, Batch batch) {
            Column numbers = batch.column(name);
            Column labels = batch.column(label);
            for (int row = 0; row < batch.rows() && !state.differs; row++) {
                if (numbers.isMissing(row) || labels.isMissing(row)) {
                    continue;
                }
                double number = numbers.number(row);
                state.differs = number != labels.number(row)
                        || (Math.abs(number) >= EXACT && !numbers.text(row).equals(labels.text(row)));
                state.rows++;
                state.least = Math.min(state.least, number);
                state.greatest = Math.max(state.greatest, number);
            }
        }

        @Override
        public void merge(Numbers state, Numbers other) {
            state.differs |= other.differs;
            state.rows += other.rows;
            state.least = Math.min(state.least, other.least);
            state.greatest = Math.max(state.greatest, other.greatest);
        }

        @Override
        public Long value(Numbers state) {
            return state.differs || state.least == state.greatest ? 0 : state.rows;
        }
    }

    /** The rows that have both, if each label has a value of its own and there are several; else 0. */
    record OneToOne(String name, String label) implements Measure<OneToOne.Pairs, Long> {

        /** What was seen. */
        static final class Pairs {
            private boolean differs;
            private long rows;
            private final Map<String, String> labels = new TreeMap<>();
            private final Map<String, String> values = new TreeMap<>();

            private void pair(String value, String label) {
                String knownLabel = labels.putIfAbsent(value, label);
                String knownValue = values.putIfAbsent(label, value);
                differs |= (knownLabel != null && !knownLabel.equals(label))
                        || (knownValue != null && !knownValue.equals(value))
                        || labels.size() > MOST_VALUES;
            }
        }

        @Override
        public Pairs start() {
            return new Pairs();
        }

        @Override
        public void add(Pairs state, Batch batch) {
            Column values = batch.column(name);
            Column labels = batch.column(label);
            for (int row = 0; row < batch.rows() && !state.differs; row++) {
                if (!values.isMissing(row) && !labels.isMissing(row)) {
                    state.pair(values.text(row), labels.text(row));
                    state.rows++;
                }
            }
        }

        @Override
        public void merge(Pairs state, Pairs other) {
            other.labels.forEach(state::pair);
            state.differs |= other.differs;
            state.rows += other.rows;
        }

        @Override
        public Long value(Pairs state) {
            return state.differs || state.labels.size() < 2 ? 0 : state.rows;
        }
    }
}
