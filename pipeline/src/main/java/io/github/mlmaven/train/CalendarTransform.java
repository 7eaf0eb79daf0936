package io.github.mlmaven.train;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.CalendarPart;
import io.github.mlmaven.api.InputColumn;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Transform;
import io.github.mlmaven.api.TransformSettings;
import io.github.mlmaven.measure.Moments;
import io.github.mlmaven.measure.NumberSummary;
import io.github.mlmaven.measure.Variable;
import io.github.mlmaven.model.Calendar;
import io.github.mlmaven.text.KebabCase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Parts of a date or timestamp, each a number that is scaled, with something that stands for those of a missing time. */
final class CalendarTransform implements Transform {

    private record Settings(List<CalendarPart> parts, int offset, String scale, String missing) {

        static Settings of(Arguments.Reading in) {
            List<CalendarPart> parts = new ArrayList<>();
            for (CalendarPart part : CalendarPart.values()) {
                if (in.flag(KebabCase.of(part))) {
                    parts.add(part);
                }
            }
            return new Settings(parts, in.whole("offset"), in.choice("scale"), in.choice("missing"));
        }
    }

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public Class<Calendar> fitted() {
        return Calendar.class;
    }

    @Override
    public Supplier<Calendar> plan(InputColumn column, TransformSettings settings, Plan plan) {
        Settings told = settings.arguments().bind(Settings::of);
        if (told.parts().isEmpty()) {
            throw new MlException(
                    "The calendar of column '" + column.name() + "' has no part.",
                    "Choose one, as in parameters: {month: true}, or drop the column from the features.");
        }
        List<Supplier<Calendar.Part>> parts = told.parts().stream()
                .map(part -> part(column.name(), part, told, settings, plan))
                .toList();
        return () -> new Calendar(
                column.name(), told.offset(), parts.stream().map(Supplier::get).toList());
    }

    private static Supplier<Calendar.Part> part(
            String column, CalendarPart part, Settings told, TransformSettings settings, Plan plan) {
        Variable values = Variable.part(column, part, told.offset());
        Scaling scaling = Scaling.of(told.scale(), settings);
        Supplier<OptionalDouble> missing = NumberTransform.missing(values, column, told.missing(), settings, plan);
        if (scaling == Scaling.NONE) {
            return () -> new Calendar.Part(part, 0, 1, missing.get());
        }
        Supplier<NumberSummary> numbers = plan.measure(Moments.of(values));
        return () -> new Calendar.Part(
                part, scaling.shift(numbers.get(), column), scaling.scale(numbers.get(), column), missing.get());
    }
}
