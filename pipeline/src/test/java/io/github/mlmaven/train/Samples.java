package io.github.mlmaven.train;

import io.github.mlmaven.api.EncodedRows;
import io.github.mlmaven.api.Target;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.api.TrainingSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Rows whose label depends on the first two of four features, with noise and missing values. */
final class Samples {

    private Samples() {}

    /**
     * Rows to learn from, with others for validation.
     *
     * @param labels how many a classification has; 0 for a regression
     */
    static TrainingSet set(int count, int labels) {
        Target target = new Target(
                labels == 0 ? Task.REGRESSION : Task.CLASSIFICATION,
                "y",
                IntStream.range(0, labels).mapToObj(label -> "label " + label).toList());
        return new TrainingSet(
                List.of("a", "b", "c", "d"), target, rows(count, labels, 1), Optional.of(rows(200, labels, 2)), "hash");
    }

    static EncodedRows rows(int count, int labels, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count * 4];
        double[] truth = new double[count];
        for (int row = 0; row < count; row++) {
            for (int feature = 0; feature < 4; feature++) {
                values[row * 4 + feature] = random.nextInt(10) == 0 ? Float.NaN : random.nextFloat();
            }
            float first = Float.isNaN(values[row * 4]) ? 0.5f : values[row * 4];
            double score = first + 0.3 * random.nextGaussian();
            truth[row] = labels == 0 ? 100 * score : Math.max(0, Math.min(labels - 1, Math.floor(score * labels)));
        }
        return new EncodedRows(4, values, truth);
    }

    /** The same rows without missing values, for trainers that cannot learn from them. */
    static TrainingSet whole(int count, int labels) {
        TrainingSet set = set(count, labels);
        float[] values = set.training().values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.isNaN(values[i]) ? 0 : values[i];
        }
        EncodedRows rows = new EncodedRows(4, values, set.training().labels());
        return new TrainingSet(set.features(), set.target(), rows, Optional.empty(), set.dataHash());
    }
}
