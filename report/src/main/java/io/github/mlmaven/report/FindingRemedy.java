package io.github.mlmaven.report;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.text.Nearest;
import java.util.List;
import java.util.stream.Collectors;

/** What to do about a finding. */
final class FindingRemedy {

    /** Names of which a nearest one is told. */
    private static final int SHOWN_NAMES = 5;

    private final Finding finding;
    private final AcceptCommand accept;
    private final FindingValues says;

    /** @param accept what accepts the model */
    FindingRemedy(Finding finding, AcceptCommand accept) {
        this.finding = finding;
        this.accept = accept;
        this.says = new FindingValues(finding);
    }

    String text() {
        return switch (finding.code()) {
            case DATA_EMPTY ->
                says.text("header").equals("none")
                        ? "Write rows into it, or remove the file"
                        : "Write the names of the columns into its first line and the rows below, or remove the file";
            case DATA_NO_ROWS ->
                FindingValues.isResult(says.text("source"))
                        ? "Look at its joins and conditions in " + says.place() + ", and at what it reads"
                        : "Add rows, or correct data.source in " + says.place();
            case WHERE_KEEPS_NOTHING -> "Correct the condition, or add rows for which it is true";
            case WHERE_KEEPS_ALL -> "Correct the condition, or remove it until there are rows that it is to leave out";
            case ROWS_QUARANTINED ->
                "Correct the rows" + (finding.isError() ? ", or allow more in " + says.place() : "");
            case SOURCE_OUTSIDE -> "Keep the data in the project's folder, and name it from there";
            case SEPARATOR_UNEXPECTED -> separator();
            case ENCODING_UNEXPECTED -> HeaderText.remedy(says);
            case HEADER_MALFORMED -> MalformedText.remedy(says.text("found"), says.format());
            case ROW_MALFORMED -> malformed();
            case COLUMN_MISSING -> missing();
            case COLUMN_UNKNOWN -> unknown();
            case COLUMN_DUPLICATE -> "Rename or remove all but one; until then the first is read";
            case MISSING_TEXT_UNUSED ->
                "Write them as the data does, or remove them; they hold for the fields of csv and tsv files alone";
            case TYPE_MISMATCH -> new TypeText(finding).remedy();
            case NOT_FINITE ->
                "Correct the row, or leave the value empty if it is unknown" + CellRemedy.orMissing(says.first());
            case VALUE_OUT_OF_RANGE -> "Correct the row, or change the range in " + says.place();
            case VALUE_NOT_ALLOWED ->
                Nearest.question(says.first(), says.texts("allowed"))
                        + CellRemedy.missing(says.first())
                                .orElse("Correct the row, or add the value in " + says.place());
            case PATTERN_MISMATCH,
                    LENGTH_OUT_OF_RANGE,
                    COLUMN_ORDER,
                    ROWS_NOT_INCREASING,
                    DATA_NOT_FRESH,
                    DATA_AGE_UNKNOWN,
                    DATA_IN_FUTURE,
                    SPLIT_TRAINS_LATER,
                    LABEL_CONTRADICTORY,
                    KEY_UNKNOWN,
                    COLUMN_TELLS_LABEL -> new RuleText(finding).remedy();
            case VALUE_MISSING -> "Fill it in, remove the row, or drop 'required' in " + says.place();
            case MISSING_SHARE -> "Fill the values in, or allow more in " + says.place();
            case VALUE_NOT_UNIQUE -> "Remove the row, or drop 'unique' in " + says.place();
            case COLUMN_ALL_MISSING, COLUMN_CONSTANT, CATEGORY_NEAR_UNIQUE, CATEGORY_TOO_WIDE -> ofColumn();
            case FEATURE_EQUALS_LABEL ->
                "If nobody knows it before the label, leave it out with 'features: {%s: {encode: drop}}'"
                        .formatted(says.column());
            case LABEL_MISSING, LABEL_SINGLE_CLASS, LABEL_NEVER_OCCURS, LABEL_NOT_TRAINED, LABEL_NOT_TESTED ->
                ofLabel();
            case SPLIT_EMPTY, SPLIT_UNKNOWN, SPLIT_TIME_MISSING -> ofSplit();
            case SPLIT_SHARED_KEY, SPLIT_DUPLICATE_ROWS, SPLIT_EQUAL_INPUTS -> new SplitRemedy(finding).text();
            case DRIFT, DRIFT_COLUMNS, DRIFT_BASELINE, DRIFT_SLICES -> DriftText.remedy(finding, accept);
            case ROWS_TOO_FEW -> "Add rows, or lower min in " + says.place();
            case ROWS_TOO_MANY -> "Remove rows, or raise max in " + says.place();
            case ROWS_NOT_UNIQUE -> "Remove the row, or change the check in " + says.place();
            case CHECK_HOLDS_ALWAYS ->
                "Write a condition that wrong values break, such as price > 0, or remove the check";
            case SQL_CHECK_FAILED -> "Correct the row, or change the check in " + says.place();
            case SQL_CHECK_INVALID ->
                "Write one SQL condition over the columns of the data, such as: price > 0 or price is null";
        };
    }

    /** Where no record has the fields of the header, it is the header that is wrong. */
    private String malformed() {
        if (says.has("usual")) {
            return "Remove it, so that the first line names the columns; if it has to stay, begin it with '#' and say so below data in"
                    + " model.yaml: csv: {comment: \"#\"}; if it has the names, give it one for each field";
        }
        boolean header = says.has("rows") && says.number("rows").equals("0") && says.count() > 1;
        return header && MalformedText.isCount(says.first())
                ? "No record has as many fields as there are names: name each field; where the first one holds the names of the"
                        + " rows, as R writes them, it is the one without a name"
                : MalformedText.remedy(says.first(), says.format());
    }

    private String separator() {
        return "Say so below data in model.yaml: %s, or write it with %s"
                .formatted(says.text("csv"), MalformedText.separator(says.raw("expected")));
    }

    private String missing() {
        if (says.has("encoding")) {
            return HeaderText.remedy(says);
        }
        List<String> columns = says.texts("columns");
        List<String> unknown = says.texts("unknown");
        if (says.number("known").equals("0") && !FindingValues.isJson(says.file())) {
            return "Write the names of the columns into its first line, or correct the columns in model.yaml"
                    + says.format()
                            .map(format -> "; if its first line is a row, say so below data in model.yaml: " + format)
                            .orElse("");
        }
        if (unknown.isEmpty()) {
            return columns.size() == 1
                    ? "Add the column to the data, or remove it from " + says.place()
                    : "Add the columns to the data, or remove them from " + says.place();
        }
        return nearest(unknown, columns) + "Give the header and the columns of model.yaml the same names";
    }

    /** Names that are most likely others, misspelt: {@code Is 'carrat' meant to be 'carat'? }. */
    static String nearest(List<String> unknown, List<String> columns) {
        return unknown.stream()
                .limit(SHOWN_NAMES)
                .flatMap(name -> Nearest.to(name, columns).stream()
                        .map(meant -> "Is '%s' meant to be '%s'? ".formatted(name, meant)))
                .collect(Collectors.joining());
    }

    private String unknown() {
        List<String> columns = says.texts("columns");
        if (columns.equals(List.of(""))) {
            return "Name it in the header, or remove the separator that makes it";
        }
        return "Add %1$s to the columns (%2$s), with type text if %3$s for people only, or remove %1$s from the data"
                .formatted(
                        columns.size() == 1 ? "it" : "them", says.place(), columns.size() == 1 ? "it is" : "they are");
    }

    private String ofColumn() {
        return switch (finding.code()) {
            case COLUMN_ALL_MISSING, COLUMN_CONSTANT ->
                "A model learns nothing from it: leave it out with 'features: {%s: {encode: drop}}', or correct the data"
                        .formatted(says.column());
            case CATEGORY_NEAR_UNIQUE ->
                "If it names the row, list it in data.id or give it the type text; if it is a number, say so";
            default ->
                "Leave it out with 'features: {%s: {encode: drop}}', give it the type text, or merge rare categories in the data"
                        .formatted(says.column());
        };
    }

    private String ofLabel() {
        return switch (finding.code()) {
            case LABEL_MISSING ->
                "Fill it in, or leave out the rows that have none, below data in model.yaml: where: "
                        + (says.column().matches("[a-z][a-z0-9_]*")
                                ? says.column() + " is not null"
                                : "'\"" + says.column().replace("'", "''").replace("\"", "\"\"") + "\" is not null'");
            case LABEL_SINGLE_CLASS ->
                says.text("task").equals("classification")
                        ? "Add rows with at least one other label, or choose another label"
                        : "Add rows with other values, or choose another label";
            case LABEL_NEVER_OCCURS -> "Add rows with them, or remove them from the values in " + says.place();
            default -> "Add rows with them, change the split, or merge them with other labels";
        };
    }

    private String ofSplit() {
        return switch (finding.code()) {
            case SPLIT_EMPTY -> "Add rows, or change the split in " + says.place();
            case SPLIT_UNKNOWN -> "Correct the row";
            default -> "Fill it in, or remove the row";
        };
    }
}
