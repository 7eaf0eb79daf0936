package io.github.mlmaven.evaluate;

import java.util.List;

/** The rows of each combination of cuts, with the sums of their errors. */
final class CutSums {

    private final List<Cut> cuts;
    private final long[] rows;
    private final double[] sums;
    private final double[] squares;
    /** A row of each cell, which tells its names. */
    private final int[] examples;

    /** @param cuts one or two, of the rows that have the errors */
    CutSums(List<Cut> cuts, double[] errors) {
        this.cuts = cuts;
        int size = cuts.stream().mapToInt(Cut::size).reduce(1, Math::multiplyExact);
        this.rows = new long[size];
        this.sums = new double[size];
        this.squares = new double[size];
        this.examples = new int[size];
        for (int row = 0; row < errors.length; row++) {
            int cell = cell(row);
            examples[cell] = row;
            rows[cell]++;
            sums[cell] += errors[row];
            squares[cell] += errors[row] * errors[row];
        }
    }

    private int cell(int row) {
        int cell = 0;
        for (Cut cut : cuts) {
            cell = cell * cut.size() + cut.group(row);
        }
        return cell;
    }

    int size() {
        return rows.length;
    }

    /** Sums of a cell. */
    Sums of(int cell) {
        return new Sums(rows[cell], sums[cell], squares[cell]);
    }

    /** Of a cell that has rows. */
    int example(int cell) {
        return examples[cell];
    }

    /**
     * Errors of some rows.
     *
     * @param rows how many
     */
    record Sums(long rows, double sum, double squares) {

        double mean() {
            return sum / rows;
        }

        Sums without(Sums some) {
            return new Sums(rows - some.rows, sum - some.sum, squares - some.squares);
        }

        /** Of a row; NaN of one row. */
        private double variance() {
            return Math.max(0, squares - sum * sum / rows) / (rows - 1);
        }

        /**
         * How many standard errors the mean is above that of other rows: B. L. Welch, "The generalization of Student's
         * problem", 1947. Where the others differ more they say how much rows differ: a few that are all wrong show nothing of
         * it. Positive infinity where no row of either differs from the others.
         */
        double above(Sums others) {
            double variance = Math.max(variance(), others.variance());
            return (mean() - others.mean()) / Math.sqrt(variance / rows + others.variance() / others.rows);
        }
    }
}
