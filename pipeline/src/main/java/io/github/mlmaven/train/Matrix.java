package io.github.mlmaven.train;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Rows;
import io.github.mlmaven.model.Categories;
import io.github.mlmaven.model.Encoder;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
    public static Matrix read(Rows source, Part part, Encoder encoder, String label, List<String> labels) {
        int rows = Math.toIntExact(source.count(part));
        int features = encoder.features().size();
        Matrix matrix = new Matrix(features, allocate(rows, features), new double[rows]);
        Set<String> columns = new LinkedHashSet<>(encoder.inputs());
        columns.add(label);
        Categories known = new Categories(labels);
        int[] filled = {0};
        source.read(part, List.copyOf(columns), batch -> {
            matrix.fill(filled[0], batch, encoder);
            matrix.fillLabels(filled[0], batch.column(label), known);
            filled[0] += batch.rows();
        });
        matrix.requireLabels(part, label, labels);
        return matrix;
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

    private void fill(int first, Batch batch, Encoder encoder) {
        int infinite = encoder.encode(batch, values, first * features);
        if (infinite != Encoder.NONE) {
            throw new MlException(
                    "Column '" + encoder.features().get(infinite % features)
                            + "' has a value beyond 3.4e38, the largest" + " number that trainers take.",
                    "Give the column a smaller unit, or set min and max in the schema.");
        }
    }

    private void fillLabels(int first, Column label, Categories known) {
        if (known.values().isEmpty()) {
            for (int row = 0; row < label.rows(); row++) {
                labels[first + row] = label.number(row);
            }
            return;
        }
        int[] places = known.places(label, 0, label.rows());
        for (int row = 0; row < places.length; row++) {
            labels[first + row] = places[row] == Categories.MISSING ? Double.NaN : places[row];
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
