package io.github.mlmaven.chance;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** How many standard errors from a value an interval reaches to either side. */
public final class Deviations {

    /**
     * The library takes logarithms and powers from the machine, whose last digit may differ: so many digits are the same
     * everywhere.
     */
    private static final MathContext DIGITS = new MathContext(9);

    private Deviations() {}

    /**
     * Of a normal distribution.
     *
     * @param confidence in (0, 1): how much of the distribution is within
     */
    public static double normal(double confidence) {
        return rounded(NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2));
    }

    /** Of Student's t distribution, "Student" 1908. */
    public static double student(double confidence, double degrees) {
        return rounded(TDistribution.of(degrees).inverseSurvivalProbability((1 - confidence) / 2));
    }

    /** How probable it is that Student's t is as large as this or larger by chance; in [0, 1]. */
    public static double chance(double deviations, double degrees) {
        return TDistribution.of(degrees).survivalProbability(deviations);
    }

    private static double rounded(double quantile) {
        return new BigDecimal(quantile).round(DIGITS).doubleValue();
    }
}
