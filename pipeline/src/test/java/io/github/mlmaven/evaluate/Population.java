package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.api.Task;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Rows that can be drawn without end.
 *
 * @param size of what is drawn at once: rows, or groups of rows that are alike
 * @param perGroup rows of a group
 * @param positive the share of rows with the second label; of numbers 0
 */
record Population(Task task, int size, int perGroup, double positive) {

    static Population ofNumbers(int rows) {
        return new Population(Task.REGRESSION, rows, 1, 0);
    }

    static Population ofLabels(int rows, double positive) {
        return new Population(Task.CLASSIFICATION, rows, 1, positive);
    }

    Population inGroups(int groups, int rows) {
        return new Population(task, groups, rows, positive);
    }

    Groups groups() {
        return Groups.of(
                IntStream.range(0, size * perGroup).map(row -> row / perGroup).toArray());
    }

    ScoredRows draw(Random random) {
        return draw(random, size);
    }

    ScoredRows draw(Random random, int units) {
        return task == Task.REGRESSION ? numbers(random, units) : labels(random, units);
    }

    /** Errors whose size is log-normal, with a kurtosis of about 8; half of their variance is the group's. */
    private ScoredNumbers numbers(Random random, int units) {
        double[] labels = new double[units * perGroup];
        double[] predictions = new double[labels.length];
        double own = perGroup == 1 ? 1 : Math.sqrt(0.5);
        for (int unit = 0; unit < units; unit++) {
            double shared = random.nextGaussian();
            for (int i = 0; i < perGroup; i++) {
                int row = unit * perGroup + i;
                double error = own * random.nextGaussian() + Math.sqrt(1 - own * own) * shared;
                labels[row] = 20 + 4 * random.nextGaussian();
                predictions[row] = labels[row] + 0.2 + StrictMath.exp(random.nextGaussian() / 2) * error;
            }
        }
        return new ScoredNumbers(labels, predictions);
    }

    /** Scores of which those with the second label are 1.7 deviations higher: an AUC of 0.885. */
    private ScoredLabels labels(Random random, int units) {
        int[] labels = new int[units * perGroup];
        double[] probabilities = new double[2 * labels.length];
        double own = perGroup == 1 ? 1 : Math.sqrt(0.5);
        for (int unit = 0; unit < units; unit++) {
            int label = random.nextDouble() < positive ? 1 : 0;
            double shared = random.nextGaussian();
            for (int i = 0; i < perGroup; i++) {
                int row = unit * perGroup + i;
                double score = own * random.nextGaussian() + Math.sqrt(1 - own * own) * shared + 1.7 * label;
                double odds = positive / (1 - positive) * StrictMath.exp(1.7 * score - 1.7 * 1.7 / 2);
                labels[row] = label;
                probabilities[2 * row + 1] = odds / (1 + odds);
                probabilities[2 * row] = 1 - probabilities[2 * row + 1];
            }
        }
        return new ScoredLabels(List.of("no", "yes"), labels, probabilities);
    }
}
