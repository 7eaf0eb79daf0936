package io.github.mlmaven.step;

import io.github.mlmaven.step.Profile.ValueCount;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code drift.json}: how far columns moved since the data was accepted, between training and test rows, and over time.
 *
 * @param comparisons none of those for which there is no baseline, which is a finding
 * @param slices how columns moved over time, where model.yaml asks for it and the data has slices to compare
 * @param findings what drifted
 */
public record DataDrift(
        int format, List<Comparison> comparisons, Optional<DriftSlices> slices, List<Finding> findings) {

    public static final int FORMAT = 2;

    public DataDrift {
        comparisons = List.copyOf(comparisons);
        findings = List.copyOf(findings);
    }

    public boolean failed() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** What rows are compared with. */
    public enum Since {
        /** All rows with those of the accepted data. */
        ACCEPTED,
        /** The test rows with the training rows. */
        TRAINING
    }

    /** What is compared. */
    public enum What {
        NUMBERS,
        CATEGORIES,
        MISSING,
        NEW_VALUES
    }

    /** What is known of a movement. */
    public enum Outcome {
        NONE,
        DRIFT,
        INCONCLUSIVE
    }

    /**
     * Rows held against others.
     *
     * @param before how many there were
     * @param now how many are compared
     * @param counted by column how these are spread
     */
    public record Comparison(
            Since since,
            long before,
            long now,
            SortedMap<String, List<Movement>> columns,
            SortedMap<String, Counted> counted) {

        public Comparison {
            SortedMap<String, List<Movement>> copy = new TreeMap<>();
            columns.forEach((name, movements) -> copy.put(name, List.copyOf(movements)));
            columns = copy;
            counted = new TreeMap<>(counted);
        }

        /** How many columns have an outcome: drift before what is inconclusive, and that before none. */
        public long columns(Outcome outcome) {
            return columns.values().stream()
                    .filter(movements -> of(movements) == outcome)
                    .count();
        }

        private static Outcome of(List<Movement> movements) {
            List<Outcome> outcomes = movements.stream().map(Movement::outcome).toList();
            if (outcomes.contains(Outcome.DRIFT)) {
                return Outcome.DRIFT;
            }
            // Of a column of which nothing is compared, nothing is known.
            return outcomes.isEmpty() || outcomes.contains(Outcome.INCONCLUSIVE) ? Outcome.INCONCLUSIVE : Outcome.NONE;
        }
    }

    /**
     * Rows of a column, counted as those that they are held against.
     *
     * @param bins numbers by the bins of the profile; empty for other columns
     * @param values rows by the profile's most frequent values, in its order
     */
    public record Counted(List<Long> bins, List<ValueCount> values) {

        public Counted {
            bins = List.copyOf(bins);
            values = List.copyOf(values);
        }
    }

    /**
     * How far a column moved.
     *
     * @param found standard deviations of numbers, else a share of rows
     * @param lower below which it most likely is not
     * @param upper above which it most likely is not
     */
    public record Movement(What what, Outcome outcome, double found, double lower, double upper, double allowed) {}
}
