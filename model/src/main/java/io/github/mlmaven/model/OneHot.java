package io.github.mlmaven.model;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Features;
import io.github.mlmaven.api.FittedTransform;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A feature for each category: 1 for the row's own, else 0. All are 0 for a missing value and for a category that is not
 * among the known.
 *
 * @param missing the place that stands for a missing value; absent where it is none of them
 */
public record OneHot(String column, Categories categories, OptionalDouble missing) implements FittedTransform {

    public OneHot {
        Ordinal.requirePlace(column, missing, categories.values().size());
    }

    public OneHot(String column, List<String> categories, OptionalDouble missing) {
        this(column, Categories.of(column, categories), missing);
    }

    @Override
    public List<String> inputs() {
        return List.of(column);
    }

    @Override
    public List<String> features() {
        return categories.values().stream()
                .map(category -> column + "=" + category)
                .toList();
    }

    @Override
    public List<String> values() {
        return categories.values();
    }

    @Override
    public void encode(Batch batch, int[] positions, Features out) {
        int[] places = categories.places(batch.column(column), out.from(), out.to());
        int standIn = (int) missing.orElse(Categories.MISSING);
        for (int i = 0; i < places.length; i++) {
            int place = places[i] == Categories.MISSING ? standIn : places[i];
            for (int feature = 0; feature < positions.length; feature++) {
                out.set(out.from() + i, positions[feature], feature == place ? 1 : 0);
            }
        }
    }
}
