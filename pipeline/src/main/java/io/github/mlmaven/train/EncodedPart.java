package io.github.mlmaven.train;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.EncodedRows;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Rows;
import io.github.mlmaven.model.Encoder;
import io.github.mlmaven.task.TaskKind;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the rows of a part as trainers and predictors take them. */
public final class EncodedPart {

    private final Encoder encoder;
    private final TaskKind task;
    private final float[] values;
    private final double[] labels;
    private int filled;

    private EncodedPart(Encoder encoder, TaskKind task, int rows) {
        this.encoder = encoder;
        this.task = task;
        this.values = allocate(rows, encoder.features().size());
        this.labels = new double[rows];
    }

    /**
     * Reads the rows of a part.
     *
     * @throws MlException if a row has no label or one that the model does not have, if a number is too large for a float,
     *     or if the rows are too many for an array
     */
    public static EncodedRows read(Rows source, Part part, Encoder encoder, TaskKind task) {
        EncodedPart rows = new EncodedPart(encoder, task, Math.toIntExact(source.count(part)));
        Set<String> columns = new LinkedHashSet<>(encoder.inputs());
        columns.add(task.target().label());
        source.read(part, List.copyOf(columns), rows::fill);
        rows.requireLabels(part);
        return new EncodedRows(encoder.features().size(), rows.values, rows.labels);
    }

    private static float[] allocate(long rows, int features) {
        long size = rows * features;
        int most = Integer.MAX_VALUE - 8;
        if (size > most) {
            throw new MlException(
                    "%s rows of %s features are more than the %s numbers that one matrix can hold."
                            .formatted(rows, features, most),
                    "Train on fewer rows, or drop columns with many categories.");
        }
        return new float[(int) size];
    }

    private void fill(Batch batch) {
        int features = encoder.features().size();
        int infinite = encoder.encode(batch, values, filled * features);
        if (infinite != Encoder.NONE) {
            throw new MlException(
                    "Column '" + encoder.features().get(infinite % features)
                            + "' has a value beyond 3.4e38, the largest number that trainers take.",
                    "Give the column a smaller unit, or set min and max in the schema.");
        }
        task.number(batch.column(task.target().label()), labels, filled);
        filled += batch.rows();
    }

    private void requireLabels(Part part) {
        String label = task.target().label();
        String rows = part.name().toLowerCase(Locale.ROOT) + " rows";
        long missing = Arrays.stream(labels).filter(Double::isNaN).count();
        if (missing > 0) {
            throw new MlException(
                    "The label '%s' is missing in %s %s.".formatted(label, missing, rows),
                    "Remove the rows, or fill the labels in; 'required: true' in the schema finds them.");
        }
        long unknown = Arrays.stream(labels).filter(task::isUnknown).count();
        if (unknown > 0) {
            throw new MlException(
                    "The label '%s' is none of the schema's values in %s %s.".formatted(label, unknown, rows),
                    "Remove the rows, or add the values to the schema.");
        }
    }
}
