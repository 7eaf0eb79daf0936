package io.github.mlmaven.measure.drift;

import io.github.mlmaven.measure.profile.Bins;
import java.util.Arrays;
import java.util.SplittableRandom;

/** A column of rows that chance makes, and what is said of its drift: each a {@link Drawn}, in a table of 100 columns. */
final class Simulated {

    /** That of 100 columns. */
    private static final double ERROR = 0.01 / 100;

    private static final double NUMBERS = 0.1;
    private static final double CATEGORIES = 0.03;
    private static final double MISSING = 0.02;
    private static final double NEW_VALUES = 0.01;

    private static final int SLICES = 24;

    private Simulated() {}

    /** One column. */
    interface Drawn {
        DriftVerdict next(SplittableRandom random);
    }

    static Drawn numbers(int before, int now, double shift, double scale) {
        return random -> {
            Bins bins = Draws.bins(before, random);
            return MovedNumbers.moved(bins.counts(), Draws.counted(bins, now, shift, scale, random), ERROR)
                    .verdict(NUMBERS, Math.min(before, now));
        };
    }

    /** Of so many rows that a count is normal. */
    static Drawn manyNumbers(long rows, double shift) {
        double[] expected = Draws.shares(rows, 0);
        double[] moved = Draws.shares(rows, shift);
        return random -> MovedNumbers.moved(
                        Draws.counts(expected, rows, random), Draws.counts(moved, rows, random), ERROR)
                .verdict(NUMBERS, rows);
    }

    private static double[] even(int categories) {
        double[] even = new double[categories];
        Arrays.fill(even, 1.0 / categories);
        return even;
    }

    /** Ten of one share each. */
    static Drawn categories(long before, long now, double... moved) {
        double[] even = even(10);
        double[] other = even.clone();
        for (int i = 0; i < moved.length; i++) {
            other[i] += moved[i];
        }
        return random -> MovedCategories.moved(
                        Draws.counts(even, before, random), Draws.counts(other, now, random), ERROR, CATEGORIES)
                .verdict(CATEGORIES, Math.min(before, now));
    }

    static Drawn missing(long before, long now, double share, double then) {
        return random -> Proportion.moved(
                        new Proportion(Draws.binomial(before, share, random), before),
                        new Proportion(Draws.binomial(now, then, random), now),
                        ERROR)
                .verdict(MISSING, Math.min(before, now));
    }

    /** @param fresh the share of rows whose value is none of those that there were */
    static Drawn newValues(double[] shares, long rows, double fresh) {
        return random -> {
            long[] before = Draws.counts(shares, rows, random);
            long unseen = Draws.binomial(rows, fresh, random);
            long[] now = Draws.counts(shares, rows - unseen, random);
            long once = 0;
            long twice = 0;
            for (int i = 0; i < before.length; i++) {
                once += before[i] == 1 ? 1 : 0;
                twice += before[i] == 2 ? 1 : 0;
                unseen += before[i] == 0 ? now[i] : 0;
            }
            return NewValues.moved(new Proportion(unseen, rows), rows, once, twice, ERROR)
                    .verdict(NEW_VALUES, rows);
        };
    }

    static double[] evenValues(int values) {
        return even(values);
    }

    /** Each value as much rarer as it stands behind. */
    static double[] rarerAndRarer(int values) {
        double[] shares = new double[values];
        Arrays.setAll(shares, i -> 1.0 / (i + 1));
        double all = Arrays.stream(shares).sum();
        Arrays.setAll(shares, i -> shares[i] / all);
        return shares;
    }

    /** How slices of time are compared, the rows of a slice given what those before it have. */
    private interface Compared {
        DriftVerdict with(long[] before, long[] now, double error);
    }

    /** Any of the slices, against all rows before it: drift if one is, none if all are. */
    private static Drawn slices(double[] shares, double[] moved, int from, long rows, Compared compared) {
        double error = ERROR / (SLICES - 1);
        return random -> {
            long[] before = Draws.counts(shares, rows, random);
            DriftVerdict worst = DriftVerdict.NONE;
            for (int slice = 1; slice < SLICES; slice++) {
                long[] now = Draws.counts(slice < from ? shares : moved, rows, random);
                DriftVerdict verdict = compared.with(before, now, error);
                if (verdict == DriftVerdict.DRIFT) {
                    // A drift before it is due is none.
                    return slice < from && from < SLICES ? DriftVerdict.INCONCLUSIVE : DriftVerdict.DRIFT;
                }
                worst = verdict == DriftVerdict.INCONCLUSIVE ? verdict : worst;
                Arrays.setAll(before, i -> before[i] + now[i]);
            }
            return worst;
        };
    }

    private static final long TRAINING = 1_000_000;

    private static Compared ofNumbers(long rows) {
        long[] scale = Arrays.stream(Draws.shares(TRAINING, 0))
                .mapToLong(share -> Math.round(share * TRAINING))
                .toArray();
        return (before, now, error) ->
                MovedNumbers.moved(scale, before, now, error).verdict(NUMBERS, rows);
    }

    static Drawn slicedNumbers(long rows) {
        double[] shares = Draws.shares(TRAINING, 0);
        return slices(shares, shares, SLICES, rows, ofNumbers(rows));
    }

    /** Moved from the twelfth slice on by half of a standard deviation. */
    static Drawn slicedNumbersMoved(long rows) {
        double[] shares = Draws.shares(TRAINING, 0);
        double[] moved = shares.clone();
        double[] edges = new double[shares.length];
        double below = 0;
        double last = 0;
        for (int k = 0; k < shares.length; k++) {
            below += shares[k];
            edges[k] = k == shares.length - 1 ? 1 : Chance.below(Normal.quantile(below) - 0.5);
            moved[k] = edges[k] - last;
            last = edges[k];
        }
        return slices(shares, moved, SLICES / 2, rows, ofNumbers(rows));
    }

    static Drawn slicedCategories(long rows) {
        return slices(
                even(10),
                even(10),
                SLICES,
                rows,
                (before, now, error) ->
                        MovedCategories.moved(before, now, error, CATEGORIES).verdict(CATEGORIES, rows));
    }

    static Drawn slicedMissing(long rows, double share) {
        double[] shares = {share, 1 - share};
        return slices(
                shares,
                shares,
                SLICES,
                rows,
                (before, now, error) -> Proportion.moved(
                                new Proportion(before[0], before[0] + before[1]),
                                new Proportion(now[0], now[0] + now[1]),
                                error)
                        .verdict(MISSING, rows));
    }

    /** The normal distribution by its quantiles. */
    private static final class Chance {

        private Chance() {}

        static double below(double at) {
            double low = 0;
            double high = 1;
            for (int i = 0; i < 60; i++) {
                double middle = (low + high) / 2;
                if (Normal.quantile(middle) < at) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return (low + high) / 2;
        }
    }
}
