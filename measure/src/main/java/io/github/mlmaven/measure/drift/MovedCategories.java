package io.github.mlmaven.measure.drift;

import java.util.stream.LongStream;

/** The share of rows that changed their category. */
public final class MovedCategories {

    private MovedCategories() {}

    /**
     * The total variation, of which the part that is noise is taken off the lower bound.
     *
     * @param before rows by category
     * @param now rows by category, in the same order
     * @param error the chance that the bounds do not hold
     * @param allowed what the movement will be held to: a category that moved by less alone is not looked at alone
     */
    public static Moved moved(long[] before, long[] now, double error, double allowed) {
        long rows0 = LongStream.of(before).sum();
        long rows1 = LongStream.of(now).sum();
        if (rows0 == 0 || rows1 == 0) {
            return Moved.UNKNOWN;
        }
        double noise = 1.0 / rows0 + 1.0 / rows1;
        double distance = 0;
        double chance = 0;
        double lost = 0;
        double alone = 0;
        for (int i = 0; i < before.length; i++) {
            double p = (double) before[i] / rows0;
            double q = (double) now[i] / rows1;
            double pooled = ((double) before[i] + now[i]) / (rows0 + rows1);
            distance += Math.abs(p - q) / 2;
            chance += Math.sqrt(pooled * (1 - pooled) * noise) / 2;
            lost += q < p ? pooled : 0;
            if (Math.abs(p - q) > allowed) {
                Moved one = Proportion.moved(
                        new Proportion(before[i], rows0), new Proportion(now[i], rows1), error / (2 * before.length));
                alone = Math.max(alone, one.lower());
            }
        }
        double mass = Math.max(0.1, Math.min(0.9, lost));
        double reach = Normal.quantile(1 - error / 2) * Math.sqrt(mass * (1 - mass) * noise);
        double lower = distance - Math.sqrt(2 / StrictMath.PI) * chance - reach;
        return new Moved(distance, Math.max(lower, alone), distance + reach);
    }
}
