package io.github.mlmaven.report;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.text.Nearest;
import java.util.List;

/** What to do about rows that are to be predicted: the file is corrected, and the model stays what it is. */
final class PredictionRemedy {

    private final Finding finding;
    private final FindingValues says;

    PredictionRemedy(Finding finding) {
        this.finding = finding;
        this.says = new FindingValues(finding);
    }

    String text() {
        return switch (finding.code()) {
            case COLUMN_MISSING -> missing();
            case SEPARATOR_UNEXPECTED -> "Write it with " + MalformedText.separator(says.raw("expected"));
            case HEADER_MALFORMED -> MalformedText.correction(says.text("found"));
            case ROW_MALFORMED ->
                says.has("usual")
                        ? "Remove it, so that the first line names the columns; if it has the names, give it one for each field"
                        : MalformedText.correction(says.first());
            case TYPE_MISMATCH -> ofType();
            case NOT_FINITE -> "Correct the row, or leave the value empty if it is unknown";
            case VALUE_NOT_ALLOWED -> Nearest.question(says.first(), says.texts("allowed")) + "Correct the row";
            case VALUE_OUT_OF_RANGE, PATTERN_MISMATCH, LENGTH_OUT_OF_RANGE -> "Correct the row";
            case VALUE_MISSING -> "Fill it in, or remove the row";
            case DATA_NO_ROWS -> "Add rows, or name another file with -Dml.data";
            default -> new FindingRemedy(finding, AcceptCommand.ONLY).text();
        };
    }

    private String ofType() {
        if (says.has("true-values")) {
            return "Correct the row: true is one of %s and false one of %s"
                    .formatted(CellRemedy.yaml(says.texts("true-values")), CellRemedy.yaml(says.texts("false-values")));
        }
        if (says.has("left-out-in")) {
            return "Correct the row, or write its time with the offset from UTC, such as +02:00";
        }
        return says.has("format")
                ? "Correct the row"
                : CellRemedy.correction(says.first(), says.text("type")).orElse("Correct the row");
    }

    private String missing() {
        if (says.has("encoding")) {
            return HeaderText.remedy(says);
        }
        List<String> columns = says.texts("columns");
        List<String> unknown = says.texts("unknown");
        if (says.number("known").equals("0") && !FindingValues.isJson(says.file())) {
            return "Write the names of the columns into its first line";
        }
        if (FindingValues.isResult(says.file())) {
            return FindingRemedy.nearest(unknown, columns) + "Let the query select "
                    + (columns.size() == 1 ? "it by that name" : "them by these names");
        }
        return unknown.isEmpty()
                ? "Add the " + (columns.size() == 1 ? "column" : "columns") + " to the file"
                : FindingRemedy.nearest(unknown, columns) + "Name the columns in its header as the model does";
    }
}
