package io.github.mlmaven.measure.drift;

/** The standard normal distribution, with the same digits on every machine. */
@SuppressWarnings("FloatingPointLiteralPrecision") // As they were published.
final class Normal {

    private static final double ROOT = Math.sqrt(2 * StrictMath.PI);

    private static final double[] NEAR = {
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3
    };
    private static final double[] NEAR_DIVISOR = {
        1,
        4.2313330701600911252e1,
        6.8718700749205790830e2,
        5.3941960214247511077e3,
        2.1213794301586595867e4,
        3.9307895800092710610e4,
        2.8729085735721942674e4,
        5.2264952788528545610e3
    };
    private static final double[] FAR = {
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4
    };
    private static final double[] FAR_DIVISOR = {
        1,
        2.05319162663775882187e0,
        1.67638483018380384940e0,
        6.89767334985100004550e-1,
        1.48103976427480074590e-1,
        1.51986665636164571966e-2,
        5.47593808499534494600e-4,
        1.05075007164441684324e-9
    };
    private static final double[] FARTHEST = {
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7
    };
    private static final double[] FARTHEST_DIVISOR = {
        1,
        5.99832206555887937690e-1,
        1.36929880922735805310e-1,
        1.48753612908506148525e-2,
        7.86869131145613259100e-4,
        1.84631831751005468180e-5,
        1.42151175831644588870e-7,
        2.04426310338993978564e-15
    };

    private Normal() {}

    static double density(double at) {
        return StrictMath.exp(-at * at / 2) / ROOT;
    }

    /**
     * The number below which a share is, to 16 digits: algorithm AS 241 (Wichura 1988).
     *
     * @param share between 0 and 1, which are minus infinity and infinity
     */
    static double quantile(double share) {
        double distance = share - 0.5;
        if (Math.abs(distance) <= 0.425) {
            double at = 0.180625 - distance * distance;
            return distance * polynomial(NEAR, at) / polynomial(NEAR_DIVISOR, at);
        }
        double tail = Math.min(share, 1 - share);
        if (tail <= 0) {
            return distance < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double root = Math.sqrt(-StrictMath.log(tail));
        double size = root <= 5
                ? polynomial(FAR, root - 1.6) / polynomial(FAR_DIVISOR, root - 1.6)
                : polynomial(FARTHEST, root - 5) / polynomial(FARTHEST_DIVISOR, root - 5);
        return distance < 0 ? -size : size;
    }

    private static double polynomial(double[] coefficients, double at) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * at + coefficients[i];
        }
        return value;
    }
}
