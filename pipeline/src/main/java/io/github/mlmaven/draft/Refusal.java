package io.github.mlmaven.draft;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.step.Finding;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is recognised in data and cannot be said in a model.yaml yet. Each form that becomes possible leaves this class, and
 * gets its line in the draft.
 */
final class Refusal {

    private Refusal() {}

    /** A file that is separated, encoded or begun otherwise than its name says. */
    static MlException unreadable(List<Finding> faults) {
        return new MlException(
                "The data cannot be read:\n  "
                        + faults.stream()
                                .flatMap(fault -> ConsoleReport.finding(fault).stream())
                                .collect(Collectors.joining("\n  ")),
                "Run the goal again then. Where data cannot be written otherwise, write model.yaml yourself.");
    }

    /** @throws MlException if a column cannot be said in a model.yaml */
    static void requireSayable(SeenTable table) {
        for (SeenColumn column : table.columns()) {
            if (hasDecimalComma(column)) {
                throw new MlException(
                        "Column '%s' has numbers with a comma, such as %s."
                                .formatted(column.name(), column.forms().example(TextForm.DECIMAL_COMMA)),
                        "Write them with a point in the place of the comma, and without separators of thousands.");
            }
        }
    }

    static boolean hasDecimalComma(SeenColumn column) {
        return column.forms().only(TextForm.DECIMAL_COMMA, TextForm.WHOLE, TextForm.LEADING_ZERO);
    }

    /** There is no type for a date: it is carried along as a text. */
    static Guess date(String example) {
        return Guess.text("a date, such as " + example + ": no input until a column is derived from it");
    }
}
