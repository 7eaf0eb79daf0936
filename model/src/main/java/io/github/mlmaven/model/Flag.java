package io.github.mlmaven.model;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Features;
import io.github.mlmaven.api.FittedTransform;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A boolean: 0 or 1.
 *
 * @param missing what stands for a missing value; absent where missing stays missing
 */
public record Flag(String column, OptionalDouble missing) implements FittedTransform {

    public Flag {
        Ordinal.requirePlace(column, missing, 2);
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
        float standIn = (float) missing.orElse(Double.NaN);
        for (int row = out.from(); row < out.to(); row++) {
            out.set(row, positions[0], found.isMissing(row) ? standIn : (float) found.number(row));
        }
    }
}
