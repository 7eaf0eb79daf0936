package io.github.mlmaven.train;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.InputColumn;
import io.github.mlmaven.api.Transform;
import io.github.mlmaven.api.TransformSettings;
import io.github.mlmaven.measure.Frequencies;
import io.github.mlmaven.measure.Moments;
import io.github.mlmaven.measure.NumberSummary;
import io.github.mlmaven.measure.Quantiles;
import io.github.mlmaven.measure.SortedNumbers;
import io.github.mlmaven.measure.ValueCounts;
import io.github.mlmaven.measure.Variable;
import io.github.mlmaven.model.Numeric;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** The number itself, scaled, with something that stands for a missing one; a boolean is 0 or 1, and never scaled. */
final class NumberTransform implements Transform {

    private record Settings(String scale, String missing) {}

    @Override
    public String name() {
        return "number";
    }

    @Override
    public Class<Numeric> fitted() {
        return Numeric.class;
    }

    @Override
    public Supplier<Numeric> plan(InputColumn column, TransformSettings settings, Plan plan) {
        Settings told = settings.arguments().bind(in -> new Settings(in.choice("scale"), in.choice("missing")));
        return column.type() == ColumnType.BOOLEAN
                ? flag(
                        column.name(),
                        told.missing().equals("mode") || !settings.trainer().takesMissing(),
                        plan)
                : number(column.name(), told, settings, plan);
    }

    private static Supplier<Numeric> flag(String column, boolean fillsMissing, Plan plan) {
        if (!fillsMissing) {
            return () -> new Numeric(column, 0, 1, OptionalDouble.empty());
        }
        Supplier<ValueCounts> counts = plan.measure(new Frequencies(column, Integer.MAX_VALUE));
        return () -> new Numeric(column, 0, 1, OptionalDouble.of(isMostlyTrue(counts.get()) ? 1 : 0));
    }

    private static boolean isMostlyTrue(ValueCounts counts) {
        return counts.mode().orElse("").equals("true");
    }

    private static Supplier<Numeric> number(String column, Settings told, TransformSettings settings, Plan plan) {
        Scaling scaling = Scaling.of(told.scale(), settings);
        Supplier<OptionalDouble> missing = missing(column, told.missing(), settings, plan);
        if (scaling == Scaling.NONE) {
            return () -> new Numeric(column, 0, 1, missing.get());
        }
        Variable values = Variable.column(column);
        Supplier<NumberSummary> numbers =
                plan.measure(scaling == Scaling.STANDARD ? Moments.of(values) : Moments.first(values));
        return () -> new Numeric(
                column, scaling.shift(numbers.get(), column), scaling.scale(numbers.get(), column), missing.get());
    }

    private static Supplier<OptionalDouble> missing(
            String column, String policy, TransformSettings settings, Plan plan) {
        return switch (policy) {
            case "keep" -> OptionalDouble::empty;
            case "median" -> median(column, plan);
            case "mean" -> mean(column, plan);
            case "mode" -> mode(column, plan);
            case "zero" -> () -> OptionalDouble.of(0);
            default -> settings.trainer().takesMissing() ? OptionalDouble::empty : median(column, plan);
        };
    }

    private static Supplier<OptionalDouble> median(String column, Plan plan) {
        Supplier<SortedNumbers> numbers = plan.measure(Quantiles.of(Variable.column(column)));
        return () ->
                OptionalDouble.of(numbers.get().count() == 0 ? 0 : numbers.get().median());
    }

    private static Supplier<OptionalDouble> mean(String column, Plan plan) {
        Supplier<NumberSummary> numbers = plan.measure(Moments.first(Variable.column(column)));
        return () -> OptionalDouble.of(
                numbers.get().count() == 0 ? 0 : Scaling.finite(numbers.get().mean(), column));
    }

    private static Supplier<OptionalDouble> mode(String column, Plan plan) {
        Supplier<ValueCounts> counts = plan.measure(new Frequencies(column, Integer.MAX_VALUE));
        return () ->
                OptionalDouble.of(counts.get().mode().map(Double::parseDouble).orElse(0.0));
    }
}
