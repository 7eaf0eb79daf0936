package io.github.mlmaven.report;

import static io.github.mlmaven.report.FindingValues.named;

import io.github.mlmaven.step.Finding;

/** What is said of a cell that is not of its column's type. */
final class TypeText {

    private final FindingValues says;

    TypeText(Finding finding) {
        this.says = new FindingValues(finding);
    }

    String sentence() {
        return "%s, column '%s': found \"%s\", %s (%s)%s%s"
                .formatted(says.row(), says.column(), says.first(), allowed(), says.place(), says.more(), others());
    }

    private String allowed() {
        if (says.has("left-out-in")) {
            return "which never was in %s, where the clocks left that hour out, and the schema says %s"
                    .formatted(says.text("left-out-in"), says.text("type"));
        }
        return "the schema says " + says.text("type")
                + (says.has("format") ? " in the format '" + says.text("format") + "'" : "");
    }

    /** Columns in which the same is wrong. */
    private String others() {
        return says.has("columns")
                ? "; so are texts of the %s %s"
                        .formatted(
                                says.texts("columns").size() == 1 ? "column" : "columns", named(says.texts("columns")))
                : "";
    }

    String remedy() {
        if (says.has("true-values")) {
            return CellRemedy.missing(says.first())
                    .orElseGet(() -> ("Correct the row, or list the text in true-values (%s):"
                                    + " %s or in false-values: %s")
                            .formatted(
                                    says.place(),
                                    CellRemedy.yaml(says.texts("true-values")),
                                    CellRemedy.yaml(says.texts("false-values"))));
        }
        if (says.has("left-out-in")) {
            return "Correct the row, write times with their offset from UTC, such as +02:00, or give the column the zone"
                    + " that its times are in, in " + says.place();
        }
        if (says.has("format")) {
            return CellRemedy.missing(says.first()).orElse("Correct the row, or change the format in " + says.place());
        }
        return CellRemedy.hint(says.first(), says.text("type"), says.format())
                .orElse("Correct the row, or change the type in " + says.place());
    }
}
