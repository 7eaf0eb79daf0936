package io.github.mlmaven.step;

import java.util.List;

/**
 * {@code predict.json}: what became of rows that were to be predicted.
 *
 * @param rows the rows that were read
 * @param predicted the rows that were predicted: 0 where nothing was written, else all but those that were left out
 * @param unused the columns of the files that are no input and not carried
 * @param findings what is wrong with the rows
 */
public record Predicted(int format, long rows, long predicted, List<String> unused, List<Finding> findings) {

    public static final int FORMAT = 1;

    /** The name of a value of each finding: that it is of rows which are to be predicted, and not of training data. */
    public static final String ASKED = "rows-of";

    public Predicted {
        unused = List.copyOf(unused);
        findings = List.copyOf(findings);
    }

    /** Whether nothing was written. */
    public boolean failed() {
        return predicted == 0;
    }

    /** The rows that were read and not predicted, of a run that did not fail. */
    public long leftOut() {
        return rows - predicted;
    }
}
