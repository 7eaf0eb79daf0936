package io.github.mlmaven.pages;

import io.github.mlmaven.step.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number on a line of {@link Outline#WIDTH}, with its interval and other numbers to hold it against.
 *
 * @param allowed where it may be, as a path to be filled; empty where nothing bounds it
 * @param interval as a path
 * @param limit as a path
 * @param baseline as a path
 * @param point as a path
 */
record Scale(
        Optional<String> allowed,
        Optional<String> interval,
        Optional<String> limit,
        Optional<String> baseline,
        String point) {

    static final int HEIGHT = 30;
    private static final int MIDDLE = HEIGHT / 2;

    /** So much of the line is left free at both ends. */
    private static final double ROOM = 0.1;

    /**
     * What is on a line.
     *
     * @param value finite
     * @param limit beyond which it must not be
     * @param baseline to compare with
     */
    record Marks(double value, Optional<Interval> interval, OptionalDouble limit, OptionalDouble baseline) {

        /** What a line of its own reaches to. */
        Range range() {
            List<Double> marks = new ArrayList<>(List.of(value));
            interval.ifPresent(found -> marks.addAll(List.of(found.low(), found.high())));
            limit.ifPresent(marks::add);
            baseline.ifPresent(marks::add);
            return Range.of(marks);
        }
    }

    /** What a line reaches to, with room at both ends. */
    record Range(double low, double high) {

        /** @param numbers at least one */
        static Range of(List<Double> numbers) {
            double low = numbers.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
            double high =
                    numbers.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            double room = high / 2 * ROOM - low / 2 * ROOM;
            if (!(room > 0) || low - room >= high + room) {
                room = Math.max(Math.abs(low) / 4, Double.MIN_NORMAL * 1e10);
            }
            return new Range(bounded(low - 2 * room), bounded(high + 2 * room));
        }

        private static double bounded(double number) {
            return Math.min(Double.MAX_VALUE, Math.max(-Double.MAX_VALUE, number));
        }

        double x(double value) {
            return Outline.x(Math.min(high, Math.max(low, value)), low, high);
        }
    }

    /** On which side of its limit a number may be. */
    enum Allowed {
        ABOVE,
        BELOW,
        /** The limit is a mark to look at, and bounds nothing. */
        ANYWHERE
    }

    static Scale of(Marks marks, Range range, Allowed allowed) {
        return new Scale(
                optional(marks.limit()).flatMap(limit -> switch (allowed) {
                    case ABOVE -> Optional.of(box(range.x(limit), Outline.WIDTH));
                    case BELOW -> Optional.of(box(0, range.x(limit)));
                    case ANYWHERE -> Optional.empty();
                }),
                marks.interval()
                        .map(found -> "M" + at(range, found.low()) + " " + MIDDLE + "H" + at(range, found.high())),
                optional(marks.limit()).map(limit -> "M" + at(range, limit) + " 0V" + HEIGHT),
                optional(marks.baseline()).map(baseline -> "M" + at(range, baseline) + " 4V" + (HEIGHT - 4)),
                "M" + at(range, marks.value()) + " " + MIDDLE + "h0");
    }

    private static String box(double from, double to) {
        return "M" + Outline.coordinate(from) + " 0H" + Outline.coordinate(to) + "V" + HEIGHT + "H"
                + Outline.coordinate(from) + "z";
    }

    private static String at(Range range, double value) {
        return Outline.coordinate(range.x(value));
    }

    private static Optional<Double> optional(OptionalDouble number) {
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
}
