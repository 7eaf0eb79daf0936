package io.github.mlmaven.benchmarks;

import java.util.List;
import java.util.SplittableRandom;

/**
 * One row of the synthetic table, 30 columns: an id; 16 numbers with four decimals, of which the last four are missing in
 * one row of twenty; three ordered and three plain categories; three booleans; three integers; and the label y, which
 * depends on some of them, not linearly.
 */
final class SyntheticRow {

    static final List<String> GRADES = List.of("poor", "fair", "good", "fine", "best");
    static final List<String> SIZES = List.of("xxs", "xs", "s", "m", "l", "xl", "xxl", "huge");
    static final List<String> TIERS = List.of("t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9");
    static final List<String> REGIONS = List.of("north", "east", "south", "west");
    static final List<String> CHANNELS = List.of("web", "shop", "phone");
    static final List<String> KINDS = List.of("ash", "birch", "cedar", "elm", "fir", "oak");

    static final int NUMBERS = 16;
    private static final int ALWAYS_PRESENT = 12;
    /** Stands for a missing number. */
    static final long MISSING = Long.MIN_VALUE;

    /** In ten-thousandths. */
    final long[] numbers = new long[NUMBERS];
    /** Positions in the six lists above, in their order. */
    final int[] categories = new int[6];

    final boolean[] booleans = new boolean[3];
    final int[] integers = new int[3];
    /** In ten-thousandths. */
    long label;

    /** Makes this the next row of a block. */
    void fill(SplittableRandom random) {
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = i >= ALWAYS_PRESENT && random.nextInt(20) == 0 ? MISSING : Math.round(bell(random) * 10_000);
        }
        categories[0] = random.nextInt(GRADES.size());
        categories[1] = random.nextInt(SIZES.size());
        categories[2] = random.nextInt(TIERS.size());
        categories[3] = random.nextInt(REGIONS.size());
        categories[4] = random.nextInt(CHANNELS.size());
        categories[5] = random.nextInt(KINDS.size());
        for (int i = 0; i < booleans.length; i++) {
            booleans[i] = random.nextBoolean();
        }
        integers[0] = random.nextInt(100);
        integers[1] = random.nextInt(10_000);
        integers[2] = random.nextInt(1_000_000);
        label = Math.round((signal() + 2 * bell(random)) * 10_000);
    }

    private double signal() {
        double interaction = number(1) * number(2);
        double threshold = number(3) > 0.5 ? 4 : 0;
        double missing = numbers[15] == MISSING ? 3 : number(15);
        double grade = 1.5 * categories[0] - 0.2 * categories[2] * (categories[3] == 2 ? 1 : 0);
        double count = integers[0] < 20 ? 5 : Math.sqrt(integers[1]) / 20;
        return 50 + 3 * number(0) + 2 * interaction + threshold + missing + grade + (booleans[0] ? 2 : 0) + count;
    }

    private double number(int index) {
        return numbers[index] / 10_000.0;
    }

    /** About normal with mean 0 and deviation 1, by additions alone, so that every JDK makes the same numbers. */
    private static double bell(SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum - 6;
    }
}
