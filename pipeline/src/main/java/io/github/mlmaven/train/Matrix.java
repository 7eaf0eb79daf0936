package io.github.mlmaven.train;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Selection;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.model.Encoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The encoded rows of a part: features as one row-major array of floats, NaN where missing, and each row's label. */
public final class Matrix {

    private final int features;
    private final float[] values;
    private final double[] labels;

    /**
     * Keeps the arrays.
     *
     * @param features values per row
     * @param values NaN or finite
     * @param labels finite; of a classification the position among the labels
     */
    Matrix(int features, float[] values, double[] labels) {
        this.features = features;
        this.values = values;
        this.labels = labels;
    }

    /**
     * Reads the rows of a part.
     *
     * @param labels of a classification in the model's order; empty for a regression
     * @throws MlException if a row has no label or one that the model does not have, if a number is too large for a float,
     *     or if the rows are too many for an array
     */
    public static Matrix read(Table table, Part part, Encoder encoder, String label, List<String> labels) {
        int rows = Math.toIntExact(table.rows(part));
        int features = encoder.features().size();
        Matrix matrix = new Matrix(features, allocate(rows, features), new double[rows]);
        List<Selection> selections = new ArrayList<>(selections(encoder));
        selections.add(labels.isEmpty() ? Selection.number(label) : Selection.index(label, labels));
        int[] filled = {0};
        table.read(part, selections, (block, count) -> {
            matrix.fill(filled[0], block, count, encoder);
            filled[0] += count;
        });
        matrix.requireLabels(part, label, labels);
        return matrix;
    }

    /** The raw numbers of an encoder's inputs. */
    static List<Selection> selections(Encoder encoder) {
        return encoder.columns().stream()
                .map(column -> EncoderFit.selection(column.column(), column))
                .toList();
    }

    private static float[] allocate(long rows, int features) {
        long size = rows * features;
        int most = Integer.MAX_VALUE - 8;
        if (size > most) {
            throw new MlException(
                    "%d rows of %d features are more than the %d numbers that one matrix can hold."
                            .formatted(rows, features, most),
                    "Train on fewer rows, or drop columns with many categories.");
        }
        return new float[(int) size];
    }

    private void fill(int first, double[][] block, int count, Encoder encoder) {
        double[] raw = new double[block.length - 1];
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < raw.length; column++) {
                raw[column] = block[column][row];
            }
            int offset = (first + row) * features;
            encoder.encode(raw, values, offset);
            requireFinite(offset, encoder);
            labels[first + row] = block[raw.length][row];
        }
    }

    private void requireFinite(int offset, Encoder encoder) {
        for (int i = 0; i < features; i++) {
            if (Float.isInfinite(values[offset + i])) {
                throw new MlException(
                        "Column '" + encoder.features().get(i) + "' has a value beyond 3.4e38, the largest number that"
                                + " trainers take.",
                        "Give the column a smaller unit, or set min and max in the schema.");
            }
        }
    }

    private void requireLabels(Part part, String label, List<String> known) {
        String rows = part.name().toLowerCase(Locale.ROOT) + " rows";
        long missing = Arrays.stream(labels).filter(Double::isNaN).count();
        if (missing > 0) {
            throw new MlException(
                    "The label '%s' is missing in %d %s.".formatted(label, missing, rows),
                    "Remove the rows, or fill the labels in; 'required: true' in the schema finds them.");
        }
        long unknown = known.isEmpty()
                ? 0
                : Arrays.stream(labels).filter(value -> value < 0).count();
        if (unknown > 0) {
            throw new MlException(
                    "The label '%s' is none of the schema's values in %d %s.".formatted(label, unknown, rows),
                    "Remove the rows, or add the values to the schema.");
        }
    }

    public int rows() {
        return labels.length;
    }

    public int features() {
        return features;
    }

    /** The features, row by row; not a copy. */
    public float[] values() {
        return values;
    }

    /** The labels; not a copy. */
    public double[] labels() {
        return labels;
    }
}
