package io.github.mlmaven.gate;

import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.GateResult.Between;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.SliceName;
import io.github.mlmaven.step.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The two slices of a column whose metric is farthest apart. Where its true size probably is follows from the intervals of the
 * two, whose rows are others: the method of variance estimates recovery.
 *
 * @param lowest with a value, and so has the highest
 */
record Gap(Measured lowest, Measured highest) {

    /**
     * The gap between slices.
     *
     * @param slices at least two, each with a value; of equal ones the first count
     */
    static Gap of(List<Measured> slices) {
        Measured lowest = slices.get(0);
        for (Measured slice : slices) {
            lowest = value(slice) < value(lowest) ? slice : lowest;
        }
        List<Measured> others = new ArrayList<>(slices);
        others.remove(lowest);
        Measured highest = others.get(0);
        for (Measured slice : others) {
            highest = value(slice) > value(highest) ? slice : highest;
        }
        return new Gap(lowest, highest);
    }

    /**
     * What a bound of a kind is held against.
     *
     * @param every all slices of the column
     */
    Measured measured(Measured every, Kind kind) {
        boolean isRatio = kind == Kind.MIN_RATIO;
        return new Measured(
                every.metric(),
                every.of(),
                lowest.rows() + highest.rows(),
                OptionalDouble.of(isRatio ? ratio() : value(highest) - value(lowest)),
                isRatio ? ofRatio() : ofDifference());
    }

    Between between() {
        return new Between(name(lowest), value(lowest), name(highest), value(highest));
    }

    /** Of the lowest to the highest, neither negative; what is 0 everywhere is equal. */
    private double ratio() {
        return value(highest) == 0 ? 1 : value(lowest) / value(highest);
    }

    private Optional<Interval> ofDifference() {
        return both((low, high) -> {
            Interval apart = Interval.ofDifference(value(highest), high, value(lowest), low);
            return Optional.of(new Interval(Math.max(0, apart.low()), apart.high()));
        });
    }

    /** A. Donner and G. Y. Zou, "Closed-form confidence intervals for functions of the normal mean", 2012, (9) and (10). */
    private Optional<Interval> ofRatio() {
        return both((low, high) -> {
            double product = value(lowest) * value(highest);
            double lower = (product - root(product, low.low(), high.high())) / divisor(high.high());
            double upper = (product + root(product, low.high(), high.low())) / divisor(high.low());
            boolean isKnown = divisor(high.high()) > 0 && divisor(high.low()) > 0 && lower <= upper;
            return isKnown && Double.isFinite(lower) && Double.isFinite(upper)
                    ? Optional.of(new Interval(Math.max(0, lower), upper))
                    : Optional.empty();
        });
    }

    /** @param end of the lowest's interval, and the other end of the highest's */
    private double root(double product, double end, double other) {
        double inner = product * product - end * other * (2 * value(lowest) - end) * (2 * value(highest) - other);
        return Math.sqrt(Math.max(0, inner));
    }

    private double divisor(double end) {
        return end * (2 * value(highest) - end);
    }

    private interface OfBoth {
        Optional<Interval> of(Interval low, Interval high);
    }

    private Optional<Interval> both(OfBoth combined) {
        return lowest.interval().flatMap(low -> highest.interval().flatMap(high -> combined.of(low, high)));
    }

    private static double value(Measured slice) {
        return slice.value().orElseThrow();
    }

    private static String name(Measured slice) {
        return slice.of().flatMap(SliceName::value).orElseThrow();
    }
}
