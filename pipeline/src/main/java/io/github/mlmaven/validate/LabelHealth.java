package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.step.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Each label of a classification is that of some training row and of some test row. */
record LabelHealth(SpecFile spec) implements Constraint {

    /** A label column of more labels is none of classes: nothing is said about it. */
    private static final int MOST_LABELS = 10_000;

    @Override
    public Judgement plan(Fold fold) {
        Fold.Result<SortedMap<String, Rows>> found =
                fold.plan(new RowsByLabel(spec.spec().data().label()));
        return evidence -> {
            SortedMap<String, Rows> labels = found.value();
            // A single label is a finding of its own, and so is a part without a row.
            if (labels.size() < 2
                    || labels.size() > MOST_LABELS
                    || evidence.split().train() == 0) {
                return List.of();
            }
            List<Finding> findings = new ArrayList<>();
            never(labels, findings);
            List<String> untrained = with(labels, rows -> rows.train() == 0);
            if (!untrained.isEmpty()) {
                findings.add(untrained(labels, untrained, evidence.split()));
            }
            List<String> untested = with(labels, rows -> rows.test() == 0);
            if (!untested.isEmpty() && evidence.split().test() > 0) {
                findings.add(finding(FindingCode.LABEL_NOT_TESTED, untested));
            }
            return findings;
        };
    }

    private void never(SortedMap<String, Rows> labels, List<Finding> findings) {
        List<String> never = spec.spec().label().domain().values().stream()
                .filter(label -> !labels.containsKey(label))
                .toList();
        if (!never.isEmpty()) {
            findings.add(finding(FindingCode.LABEL_NEVER_OCCURS, never));
        }
    }

    private Finding untrained(SortedMap<String, Rows> labels, List<String> untrained, Split split) {
        long held = labels.entrySet().stream()
                .filter(entry -> untrained.contains(entry.getKey()))
                .mapToLong(entry -> entry.getValue().test() + entry.getValue().validation())
                .sum();
        return finding(FindingCode.LABEL_NOT_TRAINED, untrained)
                .with(new Finding.Rows(held, split.test() + split.validation(), List.of()));
    }

    private static List<String> with(SortedMap<String, Rows> labels, Predicate<Rows> which) {
        return labels.entrySet().stream()
                .filter(entry ->
                        which.test(entry.getValue()) && entry.getValue().all() > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Finding finding(FindingCode code, List<String> labels) {
        String label = spec.spec().data().label();
        return Finding.of(code, Severity.WARNING, Subject.column(label, spec.place("columns", label)))
                .with("labels", new Value.Texts(labels));
    }

    /** How many rows of each part have a label. */
    record Rows(long train, long validation, long test) {

        long all() {
            return train + validation + test;
        }
    }

    /** The rows of each label; of too many labels only some, one more than is looked at. */
    record RowsByLabel(String label) implements Measure<TreeMap<String, long[]>, SortedMap<String, Rows>> {

        @Override
        public TreeMap<String, long[]> start() {
            return new TreeMap<>();
        }

        @Override
        public void add(TreeMap<String, long[]> state, Batch batch) {
            Column labels = batch.column(label);
            byte[] parts = Part.codes(batch);
            for (int row = 0; row < batch.rows() && state.size() <= MOST_LABELS; row++) {
                if (!labels.isMissing(row) && parts[row] != Part.NONE) {
                    rows(state, labels.text(row))[parts[row]]++;
                }
            }
        }

        private static long[] rows(TreeMap<String, long[]> state, String text) {
            return state.computeIfAbsent(text, absent -> new long[Part.values().length]);
        }

        @Override
        public void merge(TreeMap<String, long[]> state, TreeMap<String, long[]> other) {
            other.forEach((text, counts) -> {
                long[] sums = rows(state, text);
                for (int part = 0; part < sums.length; part++) {
                    sums[part] += counts[part];
                }
            });
        }

        @Override
        public SortedMap<String, Rows> value(TreeMap<String, long[]> state) {
            SortedMap<String, Rows> rows = new TreeMap<>();
            state.forEach((text, counts) -> rows.put(
                    text,
                    new Rows(counts[Part.TRAIN.code()], counts[Part.VALIDATION.code()], counts[Part.TEST.code()])));
            return rows;
        }
    }
}
