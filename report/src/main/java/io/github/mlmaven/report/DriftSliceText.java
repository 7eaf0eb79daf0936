package io.github.mlmaven.report;

import io.github.mlmaven.step.DriftSlices;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Numbers;
import java.util.List;
import java.util.Objects;

/** Drift from slice to slice of time in words. */
final class DriftSliceText {

    private static final int SHOWN_STRETCHES = 5;

    private DriftSliceText() {}

    /** Why slices are not compared. */
    static String sentence(Finding finding) {
        FindingValues says = new FindingValues(finding);
        String every = says.text("every");
        String why = switch (says.text("reason")) {
            case "none" -> "no row has one";
            case "missing" -> "%s have none, and are in no slice".formatted(rows(says));
            case "one" ->
                "all rows are in one %s, %s, and there is nothing before it".formatted(every, says.text("first"));
            case "few" -> "no %s of %s rows has as many before it".formatted(every, says.number("allowed"));
            default -> many(says, every);
        };
        return "Slices by '%s' (%s): %s".formatted(says.text("by"), says.place(), why);
    }

    private static String rows(FindingValues says) {
        return says.number("rows").equals("1") ? "1 row" : says.number("rows") + " rows";
    }

    private static String many(FindingValues says, String every) {
        return "from %s to %s there are %s %ss, of %s columns at most %s are compared"
                .formatted(
                        says.text("first"),
                        says.text("last"),
                        says.number("found"),
                        every,
                        says.number("columns"),
                        says.number("allowed"));
    }

    static String remedy(Finding finding) {
        FindingValues says = new FindingValues(finding);
        return switch (says.text("reason")) {
            case "none" -> "Name a column that says when rows were, or remove drift.by";
            case "missing" -> "Nothing is to be done if these rows are of no time";
            case "one" -> "Write a shorter 'every', or remove drift.by until there is more data";
            case "few" -> "Write a longer 'every', or remove drift.by until there is more data";
            default ->
                (says.has("coarser")
                                ? "Write 'every: " + says.text("coarser") + "'"
                                : "Name fewer columns in drift.columns")
                        + "; if the first or the last is no time of the data, correct the row";
        };
    }

    /** Behind what moved: in which slice first, and in which others. */
    static String since(FindingValues says) {
        String first = says.text("first");
        long drifted = Long.parseLong(says.number("drifted"));
        return ", in %s against all rows before it; %s of %s %ss %s: %s"
                .formatted(
                        first,
                        drifted,
                        says.number("compared"),
                        says.text("every"),
                        drifted == 1 ? "is so" : "are so",
                        stretches(says.texts("slices")));
    }

    private static String stretches(List<String> stretches) {
        int shown = Math.min(stretches.size(), SHOWN_STRETCHES);
        String list = String.join(", ", stretches.subList(0, shown));
        return stretches.size() > shown ? list + " and more" : list;
    }

    /** How many columns moved over time. */
    static String line(DriftSlices slices) {
        List<String> drifted = slices.drifted();
        return "drift by %s of '%s': %s of %s columns drifted%s (%s %ss%s)"
                .formatted(
                        KebabCase.of(slices.by().every()),
                        slices.by().column(),
                        drifted.size(),
                        slices.columns().size(),
                        drifted.isEmpty() ? "" : first(slices, drifted.get(0)),
                        slices.names().size(),
                        KebabCase.of(slices.by().every()),
                        slices.without() == 0 ? "" : ", " + Numbers.count(slices.without()) + " rows without a time");
    }

    private static String first(DriftSlices slices, String column) {
        int first = DriftSlices.first(Objects.requireNonNull(slices.columns().get(column)))
                .orElseThrow();
        return ", first '%s' in %s".formatted(column, slices.names().get(first));
    }
}
