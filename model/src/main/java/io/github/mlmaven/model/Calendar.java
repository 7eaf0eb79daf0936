package io.github.mlmaven.model;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.CalendarPart;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Features;
import io.github.mlmaven.api.FittedTransform;
import io.github.mlmaven.text.KebabCase;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A feature for each of some parts of a date or timestamp: (part - shift) / scale.
 *
 * @param offset minutes that the clock is ahead of UTC
 * @param parts each once
 */
public record Calendar(String column, int offset, List<Part> parts) implements FittedTransform {

    /** 18 hours, which no clock is further from UTC. */
    private static final int FURTHEST = 1_080;

    public Calendar {
        parts = List.copyOf(parts);
        if (Math.abs((long) offset) > FURTHEST) {
            throw new IllegalArgumentException("column " + column + ": an offset of " + offset + " minutes");
        }
        if (parts.stream().map(Part::part).distinct().count() < parts.size()) {
            throw new IllegalArgumentException("column " + column + ": a part of the calendar twice");
        }
        for (Part part : parts) {
            Numeric.requireScale(column, part.shift(), part.scale());
            if (part.missing().isPresent() && !Double.isFinite(part.missing().getAsDouble())) {
                throw new IllegalArgumentException(
                        "column " + column + ": " + part.missing().getAsDouble() + " for missing");
            }
        }
    }

    /**
     * How a part becomes a feature.
     *
     * @param scale more than 0
     * @param missing what stands for that of a missing time, before shift and scale; absent where missing stays missing
     */
    public record Part(CalendarPart part, double shift, double scale, OptionalDouble missing) {}

    @Override
    public List<String> inputs() {
        return List.of(column);
    }

    @Override
    public List<String> features() {
        return parts.stream()
                .map(each -> column + "." + KebabCase.of(each.part()))
                .toList();
    }

    @Override
    public void encode(Batch batch, int[] positions, Features out) {
        if (!(batch.column(column) instanceof Column.Times times)) {
            throw new IllegalArgumentException("column '" + column + "' has no times");
        }
        for (int i = 0; i < positions.length; i++) {
            Part part = parts.get(i);
            double standIn = part.missing().orElse(Double.NaN);
            for (int row = out.from(); row < out.to(); row++) {
                double value = part.part().of(times, row, offset);
                out.set(row, positions[i], (float)
                        (((Double.isNaN(value) ? standIn : value) - part.shift()) / part.scale()));
            }
        }
    }
}
