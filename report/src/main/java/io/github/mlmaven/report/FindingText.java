package io.github.mlmaven.report;

import static io.github.mlmaven.report.FindingValues.quoted;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.text.Shown;

/** A finding in words: where, what was found and what is allowed as one sentence, and what to do as another. */
public final class FindingText {

    private final Finding finding;
    private final FindingValues says;

    private FindingText(Finding finding) {
        this.finding = finding;
        this.says = new FindingValues(finding);
    }

    /** Where, what was found and what is allowed. */
    public static String sentence(Finding finding) {
        return new FindingText(finding).sentence() + ".";
    }

    /** What to do, where no other model is built than one. */
    public static String remedy(Finding finding) {
        return remedy(finding, AcceptCommand.ONLY);
    }

    /**
     * What to do.
     *
     * @param accept what accepts the model
     */
    public static String remedy(Finding finding, AcceptCommand accept) {
        return (new FindingValues(finding).isOfPrediction()
                        ? new PredictionRemedy(finding).text()
                        : new FindingRemedy(finding, accept).text())
                + ".";
    }

    /** What was found in a row. */
    public static String found(Finding finding, Offender row) {
        return switch (finding.code()) {
            case ROW_MALFORMED -> MalformedText.found(row.value());
            default -> Shown.whole(row.value());
        };
    }

    /** Whether something was found in a row: in a row that equals another, or lacks a value, nothing was. */
    public static boolean hasFound(Finding finding, Offender row) {
        return !row.value().isEmpty()
                || switch (finding.code()) {
                    case SPLIT_DUPLICATE_ROWS,
                            SPLIT_EQUAL_INPUTS,
                            SPLIT_TIME_MISSING,
                            VALUE_MISSING,
                            LABEL_MISSING,
                            SQL_CHECK_FAILED -> false;
                    default -> true;
                };
    }

    /** Where a row is, short: {@code data/d.csv:17}. */
    public static String at(Offender row) {
        return Shown.whole(row.file()) + ":" + row.line() + FindingValues.key(row);
    }

    private String sentence() {
        return switch (finding.code()) {
            case DATA_EMPTY,
                    DATA_NO_ROWS,
                    WHERE_KEEPS_NOTHING,
                    WHERE_KEEPS_ALL,
                    ROWS_QUARANTINED,
                    SOURCE_OUTSIDE,
                    SEPARATOR_UNEXPECTED,
                    ENCODING_UNEXPECTED,
                    HEADER_MALFORMED,
                    ROW_MALFORMED,
                    COLUMN_MISSING,
                    COLUMN_UNKNOWN,
                    COLUMN_DUPLICATE,
                    MISSING_TEXT_UNUSED -> ofSource();
            case TYPE_MISMATCH -> new TypeText(finding).sentence();
            case NOT_FINITE -> value("found \"%s\", a number must be finite".formatted(says.first()));
            case VALUE_OUT_OF_RANGE -> value("found %s, the schema allows %s".formatted(says.first(), range()));
            case VALUE_NOT_ALLOWED ->
                value("found \"%s\", the schema allows %s".formatted(says.first(), quoted(says.texts("allowed"))));
            case PATTERN_MISMATCH,
                    LENGTH_OUT_OF_RANGE,
                    COLUMN_ORDER,
                    ROWS_NOT_INCREASING,
                    DATA_NOT_FRESH,
                    DATA_AGE_UNKNOWN,
                    DATA_IN_FUTURE,
                    SPLIT_SHARED_KEY,
                    SPLIT_TRAINS_LATER,
                    LABEL_CONTRADICTORY,
                    KEY_UNKNOWN,
                    COLUMN_TELLS_LABEL -> new RuleText(finding).sentence();
            case VALUE_MISSING -> value("the value is missing, the schema requires one");
            case MISSING_SHARE ->
                "Column '%s': %s of %s rows have no value, the schema allows a share of %s (%s)"
                        .formatted(says.column(), says.count(), says.of(), says.number("allowed"), says.place());
            case COLUMN_ALL_MISSING, COLUMN_CONSTANT, CATEGORY_NEAR_UNIQUE, CATEGORY_TOO_WIDE -> ofColumn();
            case FEATURE_EQUALS_LABEL ->
                "Column '%s' says the label '%s' again in each of the %s rows that have both, of %s (%s)"
                        .formatted(says.column(), says.text("label"), says.count(), says.of(), says.place());
            case VALUE_NOT_UNIQUE -> value("found \"%s\" again, the schema says unique".formatted(says.first()));
            case LABEL_MISSING -> value("the row has no label");
            case LABEL_SINGLE_CLASS, LABEL_NEVER_OCCURS, LABEL_NOT_TRAINED, LABEL_NOT_TESTED -> ofLabel();
            case SPLIT_EMPTY, SPLIT_UNKNOWN, SPLIT_TIME_MISSING, SPLIT_DUPLICATE_ROWS, SPLIT_EQUAL_INPUTS -> ofSplit();
            case DRIFT, DRIFT_COLUMNS, DRIFT_BASELINE, DRIFT_SLICES -> DriftText.sentence(finding);
            case ROWS_TOO_FEW,
                    ROWS_TOO_MANY,
                    ROWS_NOT_UNIQUE,
                    SQL_CHECK_FAILED,
                    SQL_CHECK_INVALID,
                    CHECK_HOLDS_ALWAYS -> ofCheck();
        };
    }

    private String ofSource() {
        return switch (finding.code()) {
            case DATA_EMPTY ->
                says.file() + " is empty" + (says.text("header").equals("none") ? "" : ": it has no header");
            case DATA_NO_ROWS ->
                says.text("source")
                        + (FindingValues.isJson(says.text("source")) || FindingValues.isResult(says.text("source"))
                                ? " has no rows"
                                : " has a header and no rows");
            case WHERE_KEEPS_NOTHING ->
                "data.where '%s' is true for none of %s rows (%s)"
                        .formatted(says.text("where"), says.number("dropped"), says.place());
            case WHERE_KEEPS_ALL ->
                "data.where '%s' is true for all %s rows (%s)"
                        .formatted(says.text("where"), says.number("kept"), says.place());
            case ROWS_QUARANTINED ->
                "%s: found %s, which is not of its type; %s of %s rows are in quarantine.csv, a share of %s is allowed (%s)"
                        .formatted(
                                says.row(),
                                says.first(),
                                says.count(),
                                says.of(),
                                says.number("allowed"),
                                says.place());
            case SOURCE_OUTSIDE ->
                "%s '%s' leads out of the project (%s): on another machine there may be other data, or none"
                        .formatted(says.text("key"), says.text("source"), says.place());
            case SEPARATOR_UNEXPECTED ->
                "%s has one field in its first line, which looks as if %s separates its fields, where %s is expected"
                        .formatted(
                                says.file(),
                                MalformedText.separator(says.raw("separator")),
                                MalformedText.separator(says.raw("expected")));
            case HEADER_MALFORMED ->
                "%s line 1: found %s%s"
                        .formatted(
                                says.file(),
                                MalformedText.found(says.text("found")),
                                MalformedText.isEncoding(says.text("found"))
                                        ? ""
                                        : ", the first line names the columns");
            case ROW_MALFORMED -> malformed();
            case ENCODING_UNEXPECTED -> new HeaderText(says).misreadRows();
            case COLUMN_MISSING -> new HeaderText(says).missing();
            case COLUMN_UNKNOWN -> new HeaderText(says).unknown();
            case COLUMN_DUPLICATE -> "%s has more than one column '%s'".formatted(says.file(), says.column());
            default ->
                "data.missing lists %s, which no field of the data is (%s)"
                        .formatted(quoted(says.texts("texts")), says.place());
        };
    }

    private String malformed() {
        if (says.has("usual")) {
            return "%s line 1 has %s, and nearly all lines below have %s: it is probably no header, but a title or a comment; %s rows are malformed"
                    .formatted(
                            Shown.whole(finding.rows().first().get(0).file()),
                            MalformedText.fields(says.number("fields")),
                            says.number("usual"),
                            says.count());
        }
        return "%s: found %s%s%s"
                .formatted(
                        says.row(),
                        MalformedText.found(says.first()),
                        MalformedText.isEncoding(says.first())
                                ? ""
                                : ", a row has " + MalformedText.fields(says.number("fields")),
                        says.count() == 1 ? "" : "; %s rows are malformed".formatted(says.count()));
    }

    private String ofColumn() {
        return "Column '%s': %s (%s)"
                .formatted(
                        says.column(),
                        switch (finding.code()) {
                            case COLUMN_ALL_MISSING -> "no row has a value";
                            case COLUMN_CONSTANT -> "every row has the value \"%s\"".formatted(says.text("found"));
                            case CATEGORY_NEAR_UNIQUE ->
                                "%s rows have about %s different categories, which say little about other rows"
                                        .formatted(says.of(), says.number("found"));
                            default ->
                                "there are about %s different categories, and each is to get a feature, of which %s are allowed"
                                        .formatted(says.number("found"), says.number("allowed"));
                        },
                        says.place());
    }

    private String ofLabel() {
        return switch (finding.code()) {
            case LABEL_SINGLE_CLASS ->
                "Column '%s': every row has the label \"%s\", so that there is nothing to learn (%s)"
                        .formatted(says.column(), says.text("found"), says.place());
            case LABEL_NEVER_OCCURS ->
                "Column '%s': the schema lists %s, which no row has (%s)"
                        .formatted(says.column(), quoted(says.texts("labels")), says.place());
            case LABEL_NOT_TRAINED ->
                "Column '%s': %s of %s rows have labels that no training row has, and so no prediction (%s): %s"
                        .formatted(says.column(), says.count(), says.of(), says.place(), quoted(says.texts("labels")));
            default ->
                "Column '%s': no test row has %s, so that nothing is known about them (%s)"
                        .formatted(says.column(), quoted(says.texts("labels")), says.place());
        };
    }

    private String ofSplit() {
        return switch (finding.code()) {
            case SPLIT_EMPTY ->
                "The split makes none of %s rows a %s row (%s)".formatted(says.of(), says.text("part"), says.place());
            case SPLIT_UNKNOWN ->
                value("found \"%s\", the split column says train, validation or test".formatted(says.first()));
            case SPLIT_TIME_MISSING -> value("the row has no time, and the split is by time");
            case SPLIT_DUPLICATE_ROWS ->
                "%s: the test row has the inputs and the label of a training row (%s); %s of %s test rows are so"
                        .formatted(says.row(), says.place(), says.count(), says.of());
            default ->
                "%s: the test row has the inputs of a training row, with another label (%s); %s of %s test rows are so"
                        .formatted(says.row(), says.place(), says.count(), says.of());
        };
    }

    private String ofCheck() {
        return switch (finding.code()) {
            case ROWS_TOO_FEW ->
                "The data has %s rows, the check wants at least %s (%s)"
                        .formatted(says.number("found"), says.number("allowed"), says.place());
            case ROWS_TOO_MANY ->
                "The data has %s rows, the check wants at most %s (%s)"
                        .formatted(says.number("found"), says.number("allowed"), says.place());
            case ROWS_NOT_UNIQUE ->
                "%s: found %s = %s again, the check says unique (%s)%s"
                        .formatted(
                                says.row(),
                                String.join(", ", says.texts("columns")),
                                says.first(),
                                says.place(),
                                says.more());
            case SQL_CHECK_FAILED ->
                "%s: found %s, the check %s does not hold (%s)%s"
                        .formatted(
                                says.row(),
                                says.first().isEmpty() ? "a row" : says.first(),
                                check(),
                                says.place(),
                                says.more());
            case CHECK_HOLDS_ALWAYS ->
                "The check %s holds for every row, and would for each of %s rows of other values that were drawn (%s): it seems to test nothing"
                        .formatted(check(), says.number("drawn"), says.place());
            default ->
                "The check %s cannot be evaluated (%s): %s".formatted(check(), says.place(), says.text("reason"));
        };
    }

    /** A sentence about the value of a column in the first of some rows. */
    private String value(String what) {
        return "%s, column '%s': %s (%s)%s".formatted(says.row(), says.column(), what, says.place(), says.more());
    }

    private String range() {
        if (says.has("min") && says.has("max")) {
            return says.number("min") + " to " + says.number("max");
        }
        return says.has("min") ? "at least " + says.number("min") : "at most " + says.number("max");
    }

    private String check() {
        String sql = says.text("sql");
        return says.has("name") ? "'" + says.text("name") + "': " + sql : "'" + sql + "'";
    }
}
