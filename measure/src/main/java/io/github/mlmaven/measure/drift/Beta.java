package io.github.mlmaven.measure.drift;

/** The beta distribution, with the same digits on every machine. */
final class Beta {

    private static final int HALVINGS = 60;
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-14;
    private static final int MOST_TERMS = 1_000_000;

    private Beta() {}

    /** The number below which a share is: found by halving. */
    static double quantile(double share, double a, double b) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle, a, b) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The share that is below a number: the regularized incomplete beta function. */
    static double cumulative(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = StrictMath.exp(
                logGamma(a + b) - logGamma(a) - logGamma(b) + a * StrictMath.log(x) + b * StrictMath.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    /** Its continued fraction (DLMF 8.17.22), by the method of Lentz. */
    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                return value;
            }
        }
        throw new ArithmeticException("no beta distribution of " + a + " and " + b + " at " + x);
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** Stirling's series, from 15 on, where six terms are exact to a double. */
    static double logGamma(double x) {
        double product = 1;
        double at = x;
        for (; at < 15; at++) {
            product *= at;
        }
        double square = 1 / (at * at);
        double series = (1.0 / 12
                        - square
                                * (1.0 / 360
                                        - square
                                                * (1.0 / 1260
                                                        - square
                                                                * (1.0 / 1680
                                                                        - square
                                                                                * (1.0 / 1188
                                                                                        - square * 691 / 360360)))))
                / at;
        return (at - 0.5) * StrictMath.log(at)
                - at
                + 0.5 * StrictMath.log(2 * StrictMath.PI)
                + series
                - StrictMath.log(product);
    }
}
