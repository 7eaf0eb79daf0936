package io.github.mlmaven.pages;

import io.github.mlmaven.step.DataDrift;
import io.github.mlmaven.step.DataDrift.Comparison;
import io.github.mlmaven.step.DataDrift.Movement;
import io.github.mlmaven.step.DataDrift.Outcome;
import io.github.mlmaven.step.DataDrift.Since;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far a column moved.
 *
 * @param worst of the movements
 */
record DriftView(Mark worst, List<Row> rows) {

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
    static Optional<DriftView> of(String column, DataDrift drift) {
        List<Row> rows = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Comparison comparison : drift.comparisons()) {
            for (Movement movement : comparison.columns().getOrDefault(column, List.of())) {
                rows.add(row(comparison.since(), movement));
                outcomes.add(movement.outcome());
            }
        }
        return outcomes.stream()
                .max(Comparator.comparing(DriftView::weight))
                .map(worst -> new DriftView(mark(worst), rows));
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
        boolean share = movement.what() != DataDrift.What.NUMBERS;
        return new Row(
                what(movement) + (since == Since.ACCEPTED ? ", since accepted" : ", test from training"),
                shown(movement.found(), share),
                shown(movement.lower(), share) + " to " + upper(movement, share),
                shown(movement.allowed(), share),
                mark(movement.outcome()));
    }

    private static String what(Movement movement) {
        return switch (movement.what()) {
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

    private static String shown(double number, boolean share) {
        double rounded = Math.rint(number * 1000) / 1000;
        return share ? Numbers.plain(Math.rint(number * 1000) / 10) + " %" : Numbers.plain(rounded);
    }
}
