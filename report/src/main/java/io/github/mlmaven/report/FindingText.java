package io.github.mlmaven.report;

import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Malformed;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.text.Nearest;
import io.github.mlmaven.text.Numbers;
import java.util.List;
import java.util.Optional;

/** A finding in words: where, what was found and what is allowed as one sentence, and what to do as another. */
public final class FindingText {

    private static final int SHOWN_VALUES = 10;

    private final Finding finding;

    private FindingText(Finding finding) {
        this.finding = finding;
    }

    /** Where, what was found and what is allowed. */
    public static String sentence(Finding finding) {
        return new FindingText(finding).sentence() + ".";
    }

    /** What to do. */
    public static String remedy(Finding finding) {
        return new FindingText(finding).remedy() + ".";
    }

    /** What was found in a row. */
    public static String found(Finding finding, Offender row) {
        return switch (finding.code()) {
            case ROW_MALFORMED -> malformed(row.value());
            default -> row.value();
        };
    }

    private String sentence() {
        return switch (finding.code()) {
            case DATA_EMPTY -> file() + " is empty: it has no header";
            case DATA_NO_ROWS -> text("source") + " has a header and no rows";
            case ROW_MALFORMED -> malformed();
            case COLUMN_MISSING ->
                "%s has no column '%s', which the schema declares (%s)".formatted(file(), column(), place());
            case COLUMN_UNKNOWN -> "%s has a column '%s' that the schema lacks".formatted(file(), column());
            case COLUMN_DUPLICATE -> "%s has more than one column '%s'".formatted(file(), column());
            case TYPE_MISMATCH -> value("found \"%s\", the schema says %s".formatted(first(), text("type")));
            case NOT_FINITE -> value("found \"%s\", a number must be finite".formatted(first()));
            case VALUE_OUT_OF_RANGE -> value("found %s, the schema allows %s".formatted(first(), range()));
            case VALUE_NOT_ALLOWED ->
                value("found \"%s\", the schema allows %s".formatted(first(), quoted(texts("allowed"))));
            case VALUE_MISSING -> value("the value is missing, the schema requires one");
            case MISSING_SHARE ->
                "Column '%s': %s of %s rows have no value, the schema allows a share of %s (%s)"
                        .formatted(
                                column(), finding.rows().count(), finding.rows().of(), number("allowed"), place());
            case VALUE_NOT_UNIQUE -> value("found \"%s\" again, the schema says unique".formatted(first()));
            case LABEL_MISSING -> value("the row has no label");
            case LABEL_SINGLE_CLASS ->
                "Column '%s': every row has the label \"%s\", so that there is nothing to learn (%s)"
                        .formatted(column(), text("found"), place());
            case SPLIT_EMPTY ->
                "The split makes none of %s rows a %s row (%s)"
                        .formatted(finding.rows().of(), text("part"), place());
            case SPLIT_UNKNOWN ->
                value("found \"%s\", the split column says train, validation or test".formatted(first()));
            case SPLIT_DUPLICATE_ROWS ->
                "%s: the test row has the inputs and the label of a training row (%s); %s of %s test rows are so"
                        .formatted(
                                row(),
                                place(),
                                finding.rows().count(),
                                finding.rows().of());
            case ROWS_TOO_FEW ->
                "The data has %s rows, the check wants at least %s (%s)"
                        .formatted(number("found"), number("allowed"), place());
            case ROWS_TOO_MANY ->
                "The data has %s rows, the check wants at most %s (%s)"
                        .formatted(number("found"), number("allowed"), place());
            case ROWS_NOT_UNIQUE ->
                "%s: found %s = %s again, the check says unique (%s)%s"
                        .formatted(row(), String.join(", ", texts("columns")), first(), place(), more());
            case SQL_CHECK_FAILED ->
                "%s: found %s, the check %s does not hold (%s)%s"
                        .formatted(row(), first().isEmpty() ? "a row" : first(), check(), place(), more());
            case SQL_CHECK_INVALID ->
                "The check %s cannot be evaluated (%s): %s".formatted(check(), place(), text("reason"));
        };
    }

    private String remedy() {
        return switch (finding.code()) {
            case DATA_EMPTY ->
                "Write the names of the columns into its first line and the rows below, or remove the file";
            case DATA_NO_ROWS -> "Add rows, or correct data.source in " + place();
            case ROW_MALFORMED ->
                "Correct the row: put fields with separators, quotes or line breaks in double quotes,"
                        + " and double the quotes within";
            case COLUMN_MISSING ->
                finding.values().containsKey("separator")
                        ? "The header has one field only: if its fields are separated by '%s', write the file with ',', or with tabs and the ending .tsv"
                                .formatted(text("separator"))
                        : "Add the column to the data, or remove it from " + place();
            case COLUMN_UNKNOWN ->
                Nearest.question(column(), texts("known"))
                        + "Add it to the columns (%s), with type text if it is for people only, or remove it from the data"
                                .formatted(place());
            case COLUMN_DUPLICATE -> "Rename or remove all but one; until then the first is read";
            case TYPE_MISMATCH -> "Correct the row, or change the type in " + place();
            case NOT_FINITE -> "Correct the row, or leave the value empty if it is unknown";
            case VALUE_OUT_OF_RANGE -> "Correct the row, or change the range in " + place();
            case VALUE_NOT_ALLOWED ->
                Nearest.question(first(), texts("allowed")) + "Correct the row, or add the value in " + place();
            case VALUE_MISSING -> "Fill it in, remove the row, or drop 'required' in " + place();
            case MISSING_SHARE -> "Fill the values in, or allow more in " + place();
            case VALUE_NOT_UNIQUE -> "Remove the row, or drop 'unique' in " + place();
            case LABEL_MISSING -> "Fill it in, or remove the row";
            case LABEL_SINGLE_CLASS ->
                text("task").equals("classification")
                        ? "Add rows with at least one other label, or choose another label"
                        : "Add rows with other values, or choose another label";
            case SPLIT_EMPTY -> "Add rows, or change the split in " + place();
            case SPLIT_UNKNOWN -> "Correct the row";
            case SPLIT_DUPLICATE_ROWS ->
                "Remove the duplicates, or name columns that keep equal rows together as group in " + place();
            case ROWS_TOO_FEW -> "Add rows, or lower min in " + place();
            case ROWS_TOO_MANY -> "Remove rows, or raise max in " + place();
            case ROWS_NOT_UNIQUE -> "Remove the row, or change the check in " + place();
            case SQL_CHECK_FAILED -> "Correct the row, or change the check in " + place();
            case SQL_CHECK_INVALID ->
                "Write one SQL condition over the columns of the data, such as: price > 0 or price is null";
        };
    }

    private String malformed() {
        long count = finding.rows().count();
        return "%s: found %s, a row has %s%s"
                .formatted(
                        row(),
                        malformed(first()),
                        fields(number("fields")),
                        count == 1 ? "" : "; %s rows are malformed".formatted(count));
    }

    private static String malformed(String found) {
        if (found.equals(Malformed.UNCLOSED_QUOTE.key())) {
            return "a quote that is never closed";
        }
        if (found.equals(Malformed.TEXT_AFTER_QUOTE.key())) {
            return "text after a closing quote";
        }
        return found.equals(Malformed.NOT_UTF_8.key()) ? "bytes that are not UTF-8" : fields(found);
    }

    private static String fields(String count) {
        return count + (count.equals("1") ? " field" : " fields");
    }

    /** A sentence about the value of a column in the first of some rows. */
    private String value(String what) {
        return "%s, column '%s': %s (%s)%s".formatted(row(), column(), what, place(), more());
    }

    /** {@code data/d.csv line 17}. */
    private String row() {
        Offender row = finding.rows().first().get(0);
        return row.file() + (row.file().endsWith(".parquet") ? " row " : " line ") + row.line();
    }

    private String first() {
        return finding.rows().first().get(0).value();
    }

    /** {@code ; 3 of 100 rows are so}, or nothing if there is only the first. */
    private String more() {
        return finding.rows().count() == 1
                ? ""
                : "; %s of %s rows are so"
                        .formatted(finding.rows().count(), finding.rows().of());
    }

    private String range() {
        boolean min = finding.values().containsKey("min");
        if (min && finding.values().containsKey("max")) {
            return number("min") + " to " + number("max");
        }
        return min ? "at least " + number("min") : "at most " + number("max");
    }

    private static String quoted(List<String> values) {
        int shown = Math.min(values.size(), SHOWN_VALUES);
        String list = "\"" + String.join("\", \"", values.subList(0, shown)) + "\"";
        return values.size() > shown ? list + " and " + (values.size() - shown) + " more" : list;
    }

    private String check() {
        String sql = text("sql");
        return finding.values().containsKey("name") ? "'" + text("name") + "': " + sql : "'" + sql + "'";
    }

    private String file() {
        return said(finding.about().file(), "file");
    }

    private String column() {
        return said(finding.about().column(), "column");
    }

    private String place() {
        return said(finding.about().place(), "place").toString();
    }

    private String text(String name) {
        return value(name, Value.Text.class).text();
    }

    private List<String> texts(String name) {
        return value(name, Value.Texts.class).texts();
    }

    private String number(String name) {
        Value value = said(Optional.ofNullable(finding.values().get(name)), name);
        return value instanceof Value.Whole whole
                ? Long.toString(whole.number())
                : Numbers.plain(value(name, Value.Real.class).number());
    }

    private <T extends Value> T value(String name, Class<T> type) {
        return said(
                Optional.ofNullable(finding.values().get(name))
                        .filter(type::isInstance)
                        .map(type::cast),
                name);
    }

    private <T> T said(Optional<T> value, String what) {
        return value.orElseThrow(() ->
                new IllegalArgumentException("the finding " + finding.code().key() + " does not say its " + what));
    }
}
