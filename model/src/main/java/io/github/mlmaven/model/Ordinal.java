package io.github.mlmaven.model;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Features;
import io.github.mlmaven.api.FittedTransform;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An ordered category: its place, shifted and scaled. A category that is not among the known is treated as missing.
 *
 * @param scale more than 0
 * @param missing the place that stands for a missing value; absent where missing stays missing
 */
public record Ordinal(String column, Categories categories, double shift, double scale, OptionalDouble missing)
        implements FittedTransform {

    public Ordinal {
        Numeric.requireScale(column, shift, scale);
        // A column without any category has 0 for all rows.
        requirePlace(column, missing, Math.max(1, categories.values().size()));
    }

    public Ordinal(String column, List<String> categories, double shift, double scale, OptionalDouble missing) {
        this(column, Categories.of(column, categories), shift, scale, missing);
    }

    static void requirePlace(String column, OptionalDouble missing, int count) {
        if (missing.isPresent()) {
            double place = missing.getAsDouble();
            if (place != Math.rint(place) || place < 0 || place >= count) {
                throw new IllegalArgumentException(
                        "column " + column + ": " + place + " for missing, with " + count + " values");
            }
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
    public List<String> values() {
        return categories.values();
    }

    @Override
    public void encode(Batch batch, int[] positions, Features out) {
        int[] places = categories.places(batch.column(column), out.from(), out.to());
        double standIn = missing.orElse(Double.NaN);
        for (int i = 0; i < places.length; i++) {
            double value = places[i] < 0 ? standIn : places[i];
            out.set(out.from() + i, positions[0], (float) ((value - shift) / scale));
        }
    }
}
