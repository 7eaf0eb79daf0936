package io.github.mlmaven.train;

import io.github.mlmaven.api.InputColumn;
import io.github.mlmaven.api.Transform;
import io.github.mlmaven.api.TransformSettings;
import io.github.mlmaven.measure.Frequencies;
import io.github.mlmaven.measure.ValueCounts;
import io.github.mlmaven.model.OneHot;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** A feature for each category: those of the schema, else those of the training rows. */
final class OneHotTransform implements Transform {

    @Override
    public String name() {
        return "one-hot";
    }

    @Override
    public Class<OneHot> fitted() {
        return OneHot.class;
    }

    @Override
    public Supplier<OneHot> plan(InputColumn column, TransformSettings settings, Plan plan) {
        String missing = settings.arguments().bind(in -> in.choice("missing"));
        boolean fillsMissing = missing.equals("mode");
        List<String> declared = column.values();
        if (!fillsMissing && !declared.isEmpty()) {
            return () -> new OneHot(column.name(), declared, OptionalDouble.empty());
        }
        Supplier<ValueCounts> counts = plan.measure(new Frequencies(column.name(), Integer.MAX_VALUE));
        return () -> {
            List<String> values = declared.isEmpty() ? counts.get().values() : declared;
            int mode = fillsMissing ? values.indexOf(counts.get().mode().orElse("")) : -1;
            return new OneHot(column.name(), values, mode < 0 ? OptionalDouble.empty() : OptionalDouble.of(mode));
        };
    }
}
