package io.github.mlmaven.measure.profile;

import io.github.mlmaven.measure.Hash;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How much two columns tell of each other in the rows that have both, from 0 for nothing to 1 for all.
 *
 * <ul>
 *   <li>two of numbers: the absolute value of Pearson's correlation, which sees straight lines alone
 *   <li>numbers and texts: the correlation ratio, corrected for the number of groups (Kelley 1935)
 *   <li>two of texts: Cramér's V, corrected for the number of values (Bergsma 2013)
 * </ul>
 */
final class Association {

    /** With fewer rows for a text than this on average, most of what is seen is chance. */
    private static final int ROWS_FOR_TEXT = 5;

    private static final int FEWEST_ROWS = 10;

    private Association() {}

    /**
     * A column of the sample.
     *
     * @param numbers standardised; empty of texts
     * @param codes from 0; -1 where missing
     * @param texts how many different ones; none where all are missing
     */
    @SuppressWarnings("ArrayRecordComponent") // It is compared with nothing.
    record Variable(double[] numbers, int[] codes, int texts) {

        boolean isText() {
            return codes.length > 0;
        }

        static Variable texts(long[] cells) {
            long[] different = Arrays.stream(cells)
                    .filter(cell -> cell != Hash.MISSING)
                    .sorted()
                    .distinct()
                    .toArray();
            int[] codes = Arrays.stream(cells)
                    .mapToInt(cell -> cell == Hash.MISSING ? -1 : Arrays.binarySearch(different, cell))
                    .toArray();
            return new Variable(new double[0], codes, different.length);
        }

        /** In a unit in which no square overflows. */
        static Variable numbers(long[] cells) {
            double[] numbers = new double[cells.length];
            double largest = 0;
            for (int row = 0; row < cells.length; row++) {
                numbers[row] = cells[row] == Hash.MISSING ? Double.NaN : Double.longBitsToDouble(cells[row]);
                largest = Double.isNaN(numbers[row]) ? largest : Math.max(largest, Math.abs(numbers[row]));
            }
            int exponent = largest == 0 ? 0 : -Math.getExponent(largest);
            for (int row = 0; row < cells.length; row++) {
                // By powers of two, so that nothing is rounded; in two steps, as a subnormal's is out of range.
                numbers[row] = Math.scalb(Math.scalb(numbers[row], exponent / 2), exponent - exponent / 2);
            }
            return new Variable(numbers, new int[0], 0);
        }
    }

    static OptionalDouble between(Variable one, Variable other) {
        double found;
        if (one.isText() && other.isText()) {
            found = cramersV(one, other);
        } else if (one.isText() || other.isText()) {
            found = one.isText() ? correlationRatio(one, other) : correlationRatio(other, one);
        } else {
            found = Math.abs(correlation(one.numbers(), other.numbers()));
        }
        return Double.isNaN(found) ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, found));
    }

    private static double correlation(double[] x, double[] y) {
        int count = 0;
        double meanX = 0;
        double meanY = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int row = 0; row < x.length; row++) {
            if (!Double.isNaN(x[row]) && !Double.isNaN(y[row])) {
                count++;
                double dx = x[row] - meanX;
                double dy = y[row] - meanY;
                meanX += dx / count;
                meanY += dy / count;
                xx += dx * (x[row] - meanX);
                yy += dy * (y[row] - meanY);
                xy += dx * (y[row] - meanY);
            }
        }
        return count < FEWEST_ROWS || xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx) / Math.sqrt(yy);
    }

    private static double correlationRatio(Variable texts, Variable numbers) {
        long[] rows = new long[texts.texts()];
        double[] means = new double[texts.texts()];
        int count = 0;
        double mean = 0;
        double all = 0;
        double within = 0;
        for (int row = 0; row < texts.codes().length; row++) {
            int code = texts.codes()[row];
            double number = numbers.numbers()[row];
            if (code >= 0 && !Double.isNaN(number)) {
                count++;
                double distance = number - mean;
                mean += distance / count;
                all += distance * (number - mean);
                double own = number - means[code];
                means[code] += own / ++rows[code];
                within += own * (number - means[code]);
            }
        }
        long groups = Arrays.stream(rows).filter(found -> found > 0).count();
        if (count < FEWEST_ROWS || groups < 2 || count < ROWS_FOR_TEXT * groups || all == 0) {
            return Double.NaN;
        }
        return Math.sqrt(Math.max(0, 1 - within / all * (count - 1) / (count - groups)));
    }

    private static double cramersV(Variable one, Variable other) {
        // So wide that there would not be enough rows, whichever of them have both.
        if (one.codes().length < ROWS_FOR_TEXT * (long) Math.max(one.texts(), other.texts())) {
            return Double.NaN;
        }
        long[] table = new long[one.texts() * other.texts()];
        long[] left = new long[one.texts()];
        long[] right = new long[other.texts()];
        long count = 0;
        for (int row = 0; row < one.codes().length; row++) {
            int i = one.codes()[row];
            int j = other.codes()[row];
            if (i >= 0 && j >= 0) {
                table[i * other.texts() + j]++;
                left[i]++;
                right[j]++;
                count++;
            }
        }
        long rows = Arrays.stream(left).filter(found -> found > 0).count();
        long columns = Arrays.stream(right).filter(found -> found > 0).count();
        long wider = Math.max(rows, columns);
        if (count < FEWEST_ROWS || Math.min(rows, columns) < 2 || count < ROWS_FOR_TEXT * wider) {
            return Double.NaN;
        }
        double chi = 0;
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                double found = table[i * right.length + j];
                chi += found == 0 ? 0 : found * found / left[i] / right[j];
            }
        }
        double square = Math.max(0, chi - 1 - (rows - 1.0) * (columns - 1) / (count - 1));
        double rowsLess = rows - (rows - 1.0) * (rows - 1) / (count - 1);
        double columnsLess = columns - (columns - 1.0) * (columns - 1) / (count - 1);
        return Math.sqrt(square / Math.min(rowsLess - 1, columnsLess - 1));
    }
}
