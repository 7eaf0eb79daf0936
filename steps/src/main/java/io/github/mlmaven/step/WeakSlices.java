package io.github.mlmaven.step;

import java.util.List;

/**
 * Slices that nobody asked for and on which a model errs more than on the other rows, beyond chance. The error of a row is 1
 * where its label is predicted wrong, else 0; of a number, how far the prediction is from it.
 *
 * @param looked how many slices were looked at, or could have been
 * @param rows how many test rows were looked at
 * @param slices the worst first
 */
public record WeakSlices(long looked, long rows, List<WeakSlice> slices) {

    /** Nothing was looked at. */
    public static final WeakSlices NONE = new WeakSlices(0, 0, List.of());

    public WeakSlices {
        slices = List.copyOf(slices);
    }

    /**
     * A slice.
     *
     * @param column or columns, as {@code cut x clarity}
     * @param value of the column, or of each
     * @param error the mean error of its rows
     * @param elsewhere the mean error of the other rows
     * @param more where the true difference of the two probably is
     */
    public record WeakSlice(String column, String value, long rows, double error, double elsewhere, Interval more) {}
}
