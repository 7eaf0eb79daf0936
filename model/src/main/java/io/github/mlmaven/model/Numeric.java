package io.github.mlmaven.model;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Features;
import io.github.mlmaven.api.FittedTransform;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A number: (value - shift) / scale.
 *
 * @param scale more than 0
 * @param missing what stands for a missing value, before shift and scale; absent where missing stays missing
 */
public record Numeric(String column, double shift, double scale, OptionalDouble missing) implements FittedTransform {

    public Numeric {
        requireScale(column, shift, scale);
        if (missing.isPresent() && !Double.isFinite(missing.getAsDouble())) {
            throw new IllegalArgumentException("column " + column + ": " + missing.getAsDouble() + " for missing");
        }
    }

    static void requireScale(String column, double shift, double scale) {
        if (!(scale > 0) || !Double.isFinite(shift) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("column " + column + ": shift " + shift + ", scale " + scale);
        }
    }

    @Override
    public List<String> inputs() {
        return List.of(column);
    }

    @Override
    public List<String> features() {
        return List.of(column);
    }

    @Override
    public void encode(Batch batch, int[] positions, Features out) {
        Column found = batch.column(column);
        int position = positions[0];
        double standIn = missing.orElse(Double.NaN);
        if (found instanceof Column.Doubles doubles) {
            double[] values = doubles.values();
            for (int row = out.from(); row < out.to(); row++) {
                out.set(row, position, encode(values[row], standIn));
            }
        } else {
            for (int row = out.from(); row < out.to(); row++) {
                out.set(row, position, encode(found.number(row), standIn));
            }
        }
    }

    private float encode(double value, double standIn) {
        return (float) (((Double.isNaN(value) ? standIn : value) - shift) / scale);
    }
}
