package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredNumbers;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Two models of numbers on rows that can be drawn without end. Errors have a log-normal size, the same for both, with a
 * kurtosis of about 8.
 *
 * @param groups of rows that are drawn together
 * @param perGroup rows of a group; of several, half of the variance of their errors is the group's
 * @param correlation of the errors of the two
 */
record Rivals(int groups, int perGroup, double correlation) {

    /** How many slices of equal size the groups are in. */
    static final int SLICES = 10;

    int rows() {
        return groups * perGroup;
    }

    Groups units() {
        return perGroup == 1
                ? Groups.ofRows(rows())
                : Groups.of(
                        IntStream.range(0, rows()).map(row -> row / perGroup).toArray());
    }

    /** The rows of a slice. */
    int[] slice(int slice) {
        return IntStream.range(0, rows())
                .filter(row -> row / perGroup % SLICES == slice)
                .toArray();
    }

    /** @param loss by which share the errors of the candidate are larger */
    Change draw(Random random, double loss) {
        double[] labels = new double[rows()];
        double[] before = new double[rows()];
        double[] now = new double[rows()];
        double own = perGroup == 1 ? 1 : Math.sqrt(0.5);
        double ofGroup = Math.sqrt(1 - own * own);
        for (int group = 0; group < groups; group++) {
            double[] together = pair(random);
            for (int i = 0; i < perGroup; i++) {
                int row = group * perGroup + i;
                double[] alone = pair(random);
                double size = StrictMath.exp(random.nextGaussian() / 2);
                labels[row] = 20 + 4 * random.nextGaussian();
                before[row] = labels[row] + size * (own * alone[0] + ofGroup * together[0]);
                now[row] = labels[row] + (1 + loss) * size * (own * alone[1] + ofGroup * together[1]);
            }
        }
        return new Change(new ScoredNumbers(labels, now), new ScoredNumbers(labels, before), units());
    }

    private double[] pair(Random random) {
        double first = random.nextGaussian();
        return new double[] {
            first, correlation * first + Math.sqrt(1 - correlation * correlation) * random.nextGaussian()
        };
    }
}
