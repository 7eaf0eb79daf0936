package io.github.mlmaven.train;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.TransformSettings;
import io.github.mlmaven.measure.NumberSummary;

/** How the numbers of a column are shifted and scaled, with statistics of the training rows. */
enum Scaling {
    /** Not at all. */
    NONE {
        @Override
        double shift(NumberSummary numbers) {
            return 0;
        }

        @Override
        double width(NumberSummary numbers) {
            return 1;
        }
    },

    /** (x - mean) / standard deviation. */
    STANDARD {
        @Override
        double shift(NumberSummary numbers) {
            return numbers.mean();
        }

        @Override
        double width(NumberSummary numbers) {
            return numbers.deviation();
        }
    },

    /** (x - min) / (max - min). */
    MIN_MAX {
        @Override
        double shift(NumberSummary numbers) {
            return numbers.min();
        }

        @Override
        double width(NumberSummary numbers) {
            return numbers.max() - numbers.min();
        }
    };

    /** The scaling that a parameter {@code scale} says. */
    static Scaling of(String scale, TransformSettings settings) {
        return switch (scale) {
            case "none" -> NONE;
            case "standard" -> STANDARD;
            case "min-max" -> MIN_MAX;
            default -> settings.trainer().needsScaling() ? STANDARD : NONE;
        };
    }

    abstract double shift(NumberSummary numbers);

    abstract double width(NumberSummary numbers);

    /** What to subtract from a value: 0 without values. */
    double shift(NumberSummary numbers, String column) {
        return numbers.count() == 0 ? 0 : finite(shift(numbers), column);
    }

    /** What to divide the rest by: 1 for a column that does not vary. */
    double scale(NumberSummary numbers, String column) {
        if (numbers.count() == 0 || numbers.min() == numbers.max()) {
            return 1;
        }
        double width = finite(width(numbers), column);
        return width == 0 ? 1 : width;
    }

    static double finite(double value, String column) {
        if (!Double.isFinite(value)) {
            throw new MlException(
                    "Column '" + column + "' has values so large that they cannot be scaled.",
                    "Give the column a smaller unit, or set min and max in the schema.");
        }
        return value;
    }
}
