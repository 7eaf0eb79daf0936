package io.github.mlmaven.train;

import io.github.mlmaven.api.InputColumn;
import io.github.mlmaven.api.Transform;
import io.github.mlmaven.api.TransformSettings;
import io.github.mlmaven.measure.Frequencies;
import io.github.mlmaven.measure.Moments;
import io.github.mlmaven.measure.NumberSummary;
import io.github.mlmaven.measure.ValueCounts;
import io.github.mlmaven.measure.Variable;
import io.github.mlmaven.model.Ordinal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** The position of a category among the schema's values, scaled, with something that stands for a missing one. */
final class OrdinalTransform implements Transform {

    private record Settings(String scale, String missing) {}

    @Override
    public String name() {
        return "ordinal";
    }

    @Override
    public Class<Ordinal> fitted() {
        return Ordinal.class;
    }

    @Override
    public Supplier<Ordinal> plan(InputColumn column, TransformSettings settings, Plan plan) {
        Settings told = settings.arguments().bind(in -> new Settings(in.choice("scale"), in.choice("missing")));
        Scaling scaling = Scaling.of(told.scale(), settings);
        boolean keeps = settings.trainer().takesMissing() && !told.missing().equals("mode");
        Supplier<OptionalDouble> missing = keeps ? OptionalDouble::empty : mode(column, plan);
        String name = column.name();
        List<String> values = column.values();
        if (scaling == Scaling.NONE) {
            return () -> new Ordinal(name, values, 0, 1, missing.get());
        }
        Supplier<NumberSummary> numbers = plan.measure(Moments.of(Variable.position(name, values)));
        return () -> new Ordinal(
                name, values, scaling.shift(numbers.get(), name), scaling.scale(numbers.get(), name), missing.get());
    }

    private static Supplier<OptionalDouble> mode(InputColumn column, Plan plan) {
        Supplier<ValueCounts> counts = plan.measure(new Frequencies(column.name(), Integer.MAX_VALUE));
        return () -> OptionalDouble.of(
                Math.max(0, column.values().indexOf(counts.get().mode().orElse(""))));
    }
}
