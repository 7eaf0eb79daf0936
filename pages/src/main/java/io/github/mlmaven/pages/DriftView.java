package io.github.mlmaven.pages;

import io.github.mlmaven.step.DataDrift;
import io.github.mlmaven.step.DataDrift.Comparison;
import io.github.mlmaven.step.DataDrift.Movement;
import io.github.mlmaven.step.DataDrift.Outcome;
import io.github.mlmaven.step.DataDrift.Since;
import io.github.mlmaven.step.DataDrift.What;
import io.github.mlmaven.step.DriftSlices;
import io.github.mlmaven.step.DriftSlices.Course;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far a column moved.
 *
 * @param worst of the movements
 * @param tested the test rows over the training rows
 * @param testDrifted whether these are not alike
 */
record DriftView(Mark worst, List<Row> rows, Optional<Chart> tested, boolean testDrifted) {

    DriftView {
        rows = List.copyOf(rows);
    }

    /**
     * One movement.
     *
     * @param what of what, and since when
     * @param interval in which it most likely is
     */
    record Row(String what, String found, String interval, String allowed, Mark verdict) {}

    /** Empty for a column of which nothing was compared. */
    static Optional<DriftView> of(String column, DataDrift drift, ColumnProfiles profiles) {
        List<Row> rows = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Comparison comparison : drift.comparisons()) {
            for (Movement movement : comparison.columns().getOrDefault(column, List.of())) {
                rows.add(row(comparison.since(), movement));
                outcomes.add(movement.outcome());
            }
        }
        drift.slices().ifPresent(slices -> {
            for (Course course : slices.columns().getOrDefault(column, List.of())) {
                course.drifted().stream().limit(1).forEach(slice -> {
                    rows.add(row(slices, course, slice));
                    outcomes.add(Outcome.DRIFT);
                });
            }
        });
        Optional<Comparison> test = drift.comparisons().stream()
                .filter(comparison -> comparison.since() == Since.TRAINING)
                .findFirst();
        return outcomes.stream()
                .max(Comparator.comparing(DriftView::weight))
                .map(worst -> new DriftView(
                        mark(worst),
                        rows,
                        test.flatMap(comparison -> tested(column, comparison, profiles)),
                        test.map(comparison -> drifted(column, comparison)).orElse(false)));
    }

    private static Optional<Chart> tested(String column, Comparison comparison, ColumnProfiles profiles) {
        return profiles.training()
                .flatMap(training -> Optional.ofNullable(comparison.counted().get(column))
                        .flatMap(counted ->
                                new TestedChart(profiles.profile(), training, counted, comparison.now()).chart()));
    }

    private static boolean drifted(String column, Comparison comparison) {
        return comparison.columns().getOrDefault(column, List.of()).stream()
                .anyMatch(movement -> movement.outcome() == Outcome.DRIFT);
    }

    /** The first slice that drifted. */
    private static Row row(DriftSlices slices, Course course, int slice) {
        Movement movement = new Movement(
                course.what(),
                Outcome.DRIFT,
                course.found().get(slice),
                course.lower().get(slice),
                course.upper().get(slice),
                course.allowed());
        return row(", in " + slices.names().get(slice) + " from earlier", movement);
    }

    private static int weight(Outcome outcome) {
        return switch (outcome) {
            case NONE -> 0;
            case INCONCLUSIVE -> 1;
            case DRIFT -> 2;
        };
    }

    private static Mark mark(Outcome outcome) {
        return switch (outcome) {
            case NONE -> new Mark(Mark.Tone.GOOD, "none");
            case INCONCLUSIVE -> new Mark(Mark.Tone.QUIET, "inconclusive");
            case DRIFT -> new Mark(Mark.Tone.WARNING, "drift");
        };
    }

    private static Row row(Since since, Movement movement) {
        return row(since == Since.ACCEPTED ? ", since accepted" : ", test from training", movement);
    }

    private static Row row(String since, Movement movement) {
        boolean share = movement.what() != DataDrift.What.NUMBERS;
        return new Row(
                what(movement.what()) + since,
                shown(movement.found(), share),
                shown(movement.lower(), share) + " to " + upper(movement, share),
                shown(movement.allowed(), share),
                mark(movement.outcome()));
    }

    static String what(What what) {
        return switch (what) {
            case NUMBERS -> "standard deviations";
            case CATEGORIES -> "changed category";
            case MISSING -> "missing";
            case NEW_VALUES -> "new values";
        };
    }

    // A share is at most all rows, and a bound beyond a number is none.
    private static String upper(Movement movement, boolean share) {
        if (share) {
            return shown(Math.min(1, movement.upper()), true);
        }
        return movement.upper() > 1e6 ? "any" : shown(movement.upper(), false);
    }

    static String shown(double number, boolean share) {
        double rounded = Math.rint(number * 1000) / 1000;
        return share ? Numbers.plain(Math.rint(number * 1000) / 10) + " %" : Numbers.plain(rounded);
    }
}
