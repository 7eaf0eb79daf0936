package io.github.mlmaven.train;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.InputColumn;
import io.github.mlmaven.api.Tick;
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
                : number(column, told, settings, plan);
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

    private static Supplier<Numeric> number(InputColumn input, Settings told, TransformSettings settings, Plan plan) {
        Scaling scaling = Scaling.of(told.scale(), settings);
        String column = input.name();
        Variable values = Variable.column(column);
        Supplier<OptionalDouble> missing = told.missing().equals("mode")
                ? mode(input, plan)
                : missing(values, column, told.missing(), settings, plan);
        if (scaling == Scaling.NONE) {
            return () -> new Numeric(column, 0, 1, missing.get());
        }
        Supplier<NumberSummary> numbers =
                plan.measure(scaling == Scaling.STANDARD ? Moments.of(values) : Moments.first(values));
        return () -> new Numeric(
                column, scaling.shift(numbers.get(), column), scaling.scale(numbers.get(), column), missing.get());
    }

    /** What stands for a missing value, but for the mode. */
    static Supplier<OptionalDouble> missing(
            Variable values, String column, String policy, TransformSettings settings, Plan plan) {
        return switch (policy) {
            case "keep" -> OptionalDouble::empty;
            case "median" -> median(values, plan);
            case "mean" -> mean(values, column, plan);
            case "zero" -> () -> OptionalDouble.of(0);
            default -> settings.trainer().takesMissing() ? OptionalDouble::empty : median(values, plan);
        };
    }

    private static Supplier<OptionalDouble> median(Variable values, Plan plan) {
        Supplier<SortedNumbers> numbers = plan.measure(Quantiles.of(values));
        return () ->
                OptionalDouble.of(numbers.get().count() == 0 ? 0 : numbers.get().median());
    }

    private static Supplier<OptionalDouble> mean(Variable values, String column, Plan plan) {
        Supplier<NumberSummary> numbers = plan.measure(Moments.first(values));
        return () -> OptionalDouble.of(
                numbers.get().count() == 0 ? 0 : Scaling.finite(numbers.get().mean(), column));
    }

    private static Supplier<OptionalDouble> mode(InputColumn column, Plan plan) {
        Supplier<ValueCounts> counts = plan.measure(new Frequencies(column.name(), Integer.MAX_VALUE));
        return () -> OptionalDouble.of(
                counts.get().mode().map(text -> number(column, text)).orElse(0.0));
    }

    private static double number(InputColumn column, String text) {
        if (!column.type().isTime()) {
            return Double.parseDouble(text);
        }
        Tick tick = Tick.of(column.type());
        return tick.days(tick.read(text).orElseThrow());
    }
}
