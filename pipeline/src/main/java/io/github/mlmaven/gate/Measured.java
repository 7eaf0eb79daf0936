package io.github.mlmaven.gate;

import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.Facts;
import java.util.OptionalDouble;

/**
 * A metric of some test rows.
 *
 * @param name in sentences: {@code rmse}, or {@code mae of cut = Fair}
 * @param fact its name among the accepted metrics
 * @param value absent where it was not measured or is no finite number
 * @param rows how many test rows it is of
 */
record Measured(String name, String fact, OptionalDouble value, long rows) {

    static Measured of(String metric, Scores scores) {
        return new Measured(metric, Facts.metric(metric), value(metric, scores), scores.rows());
    }

    static Measured of(String metric, Slice slice) {
        return new Measured(
                metric + " of " + slice.column() + " = " + slice.value(),
                Facts.metric(metric, slice),
                value(metric, slice.scores()),
                slice.scores().rows());
    }

    private static OptionalDouble value(String metric, Scores scores) {
        Double value = scores.metrics().get(metric);
        return value == null || !Double.isFinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
