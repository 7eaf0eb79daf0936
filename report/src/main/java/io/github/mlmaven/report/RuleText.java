package io.github.mlmaven.report;

import io.github.mlmaven.step.Finding;
import io.github.mlmaven.text.Shown;

/** What is said of rules on texts, sequences and what training and test rows share. */
final class RuleText {

    private final Finding finding;
    private final FindingValues says;

    RuleText(Finding finding) {
        this.finding = finding;
        this.says = new FindingValues(finding);
    }

    String sentence() {
        return switch (finding.code()) {
            case PATTERN_MISMATCH ->
                value("found \"%s\", which does not match the pattern %s"
                        .formatted(says.first(), Shown.quoted(says.text("pattern"))));
            case LENGTH_OUT_OF_RANGE ->
                value("found \"%s\", the schema allows %s letters".formatted(says.first(), bounds()));
            case COLUMN_ORDER ->
                "%s has the columns of the schema in the order %s (%s)"
                        .formatted(says.file(), FindingValues.named(says.texts("columns")), says.place());
            case ROWS_NOT_INCREASING -> value("found %s, the check says increasing".formatted(says.first()));
            case DATA_NOT_FRESH ->
                "Column '%s': the newest time is %s, the check wants one from %s on (%s)"
                        .formatted(says.column(), says.text("found"), says.text("allowed"), says.place());
            case DATA_AGE_UNKNOWN ->
                "Column '%s': the newest time may be %s days old, and nobody said what day it is (%s)"
                        .formatted(says.column(), says.number("days"), says.place());
            case DATA_IN_FUTURE ->
                "Column '%s': the newest time is %s, which is after %s, the day that the check goes by (%s)"
                        .formatted(says.column(), says.text("found"), says.text("day"), says.place());
            case SPLIT_SHARED_KEY ->
                "%s: the test row has %s = %s, as a training row has (%s); %s of %s test rows are so"
                        .formatted(
                                says.row(),
                                String.join(", ", says.texts("columns")),
                                says.first(),
                                says.place(),
                                says.count(),
                                says.of());
            case SPLIT_TRAINS_LATER ->
                "%s, column '%s': the training row of %s is later than the first test row, of %s (%s); %s of %s training rows are so"
                        .formatted(
                                says.row(),
                                says.column(),
                                says.first(),
                                says.text("found"),
                                says.place(),
                                says.count(),
                                says.of());
            case KEY_UNKNOWN ->
                "%s: found %s = %s, which %s does not have as %s (%s)%s"
                        .formatted(
                                says.row(),
                                String.join(", ", says.texts("columns")),
                                says.first(),
                                says.text("source"),
                                String.join(", ", says.texts("keys")),
                                says.place(),
                                says.more());
            case LABEL_CONTRADICTORY ->
                "%s, column '%s': found \"%s\", another row has the same inputs and another label (%s); %s of %s rows are so%s, and every model is wrong about at least %s of them"
                        .formatted(
                                says.row(),
                                says.column(),
                                says.first(),
                                says.place(),
                                says.count(),
                                says.of(),
                                says.has("allowed") ? ", where a share of " + says.number("allowed") + " may be" : "",
                                says.number("wrong"));
            case COLUMN_TELLS_LABEL ->
                "Column '%s': by itself it tells a share of %s of the label in %s training rows (%s)"
                        .formatted(says.column(), says.number("found"), says.of(), says.place());
            default -> throw new IllegalArgumentException(finding.code() + " is another's");
        };
    }

    String remedy() {
        return switch (finding.code()) {
            case PATTERN_MISMATCH -> "Correct the row, or change the pattern in " + says.place();
            case LENGTH_OUT_OF_RANGE -> "Correct the row, or change the length in " + says.place();
            case COLUMN_ORDER -> "Write them in the schema's order, or say order: any in data.columns";
            case ROWS_NOT_INCREASING -> "Sort the rows, correct the value, or change the check in " + says.place();
            case DATA_NOT_FRESH -> "Fetch newer data, or allow more days in " + says.place();
            case DATA_AGE_UNKNOWN ->
                "Tell the build, -Dml.today=2026-01-31, or write the day as as-of of the check in " + says.place();
            case DATA_IN_FUTURE ->
                "Correct such times, or the day: -Dml.today, or as-of of the check in " + says.place();
            case SPLIT_TRAINS_LATER -> "Split by time: 'split: {by: time, column: %s}'".formatted(says.column());
            case KEY_UNKNOWN ->
                "Correct the row, add it to %s, or change the check in %s".formatted(says.text("source"), says.place());
            case LABEL_CONTRADICTORY ->
                "Correct the labels, or add an input that tells such rows apart; "
                        + (says.has("allowed")
                                ? "or allow more in " + says.place()
                                : "a check says how many may be: '- {contradictory-labels: 1%}'");
            case COLUMN_TELLS_LABEL ->
                "If it is known only once the label is, leave it out: 'features: {%s: {encode: drop}}'"
                        .formatted(says.column());
            default -> throw new IllegalArgumentException(finding.code() + " is another's");
        };
    }

    private String bounds() {
        if (says.has("min") && says.has("max")) {
            return says.number("min") + " to " + says.number("max");
        }
        return says.has("min") ? "at least " + says.number("min") : "at most " + says.number("max");
    }

    private String value(String what) {
        return "%s, column '%s': %s (%s)%s".formatted(says.row(), says.column(), what, says.place(), says.more());
    }
}
