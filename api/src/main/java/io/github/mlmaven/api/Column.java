package io.github.mlmaven.api;

import java.util.Arrays;
import java.util.List;

/**
 * One column of a {@link Batch}: a value for each row, or none where it is missing. Arrays are not copied; whoever gets a
 * column reads it and keeps nothing of it, as its maker may fill the arrays anew.
 */
public sealed interface Column {

    /** How many rows it has; its arrays may be longer. */
    int rows();

    /** Whether a row has no value, or one that is not of the column's type. */
    boolean isMissing(int row);

    /**
     * The value as a number: NaN where it is missing, 0 or 1 of a boolean, of a time the days since 1970.
     *
     * @throws UnsupportedOperationException for texts
     */
    double number(int row);

    /**
     * The value as text, as messages, lists of categories and keys write it: whole numbers in decimal, other numbers with as
     * few digits as tell them apart and without the fraction that they do not have, {@code true} and {@code false}, times by
     * ISO 8601.
     *
     * @throws IllegalArgumentException if it is missing
     */
    String text(int row);

    /** A number as {@link #text(int)} writes it; {@code 1e+16} and {@code 1e-05} are the first with an exponent. */
    static String decimal(double number) {
        return ShortestDecimal.of(number);
    }

    /** What is not of the column's type, by rising row; such a row counts as missing. */
    List<Clash> clashes();

    /**
     * A text in the place of a value of another type.
     *
     * @param row within the batch
     * @param text as it was found
     */
    record Clash(int row, String text) {}

    /** The rows with the given indexes, in their order. */
    Column pick(int[] indexes, int count);

    /** Numbers; NaN is missing, all others are finite. */
    final class Doubles extends Typed implements Column {

        private final double[] values;

        public Doubles(double[] values, int rows, List<Clash> clashes) {
            super(rows, clashes);
            this.values = values;
        }

        public double[] values() {
            return values;
        }

        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(values[row]);
        }

        @Override
        public double number(int row) {
            return values[row];
        }

        @Override
        public String text(int row) {
            return Column.decimal(present(row, values[row]));
        }

        private static double present(int row, double value) {
            if (Double.isNaN(value)) {
                throw missing(row);
            }
            return value;
        }

        @Override
        public Column pick(int[] indexes, int count) {
            double[] picked = new double[count];
            for (int i = 0; i < count; i++) {
                picked[i] = values[indexes[i]];
            }
            return new Doubles(picked, count, clashes(indexes, count));
        }
    }

    /** Whole numbers of at most 18 digits; {@link #MISSING} where missing. */
    final class Longs extends Typed implements Column {

        public static final long MISSING = Long.MIN_VALUE;

        private final long[] values;

        public Longs(long[] values, int rows, List<Clash> clashes) {
            super(rows, clashes);
            this.values = values;
        }

        public long[] values() {
            return values;
        }

        @Override
        public boolean isMissing(int row) {
            return values[row] == MISSING;
        }

        @Override
        public double number(int row) {
            return values[row] == MISSING ? Double.NaN : values[row];
        }

        @Override
        public String text(int row) {
            if (values[row] == MISSING) {
                throw missing(row);
            }
            return Long.toString(values[row]);
        }

        @Override
        public Column pick(int[] indexes, int count) {
            long[] picked = new long[count];
            for (int i = 0; i < count; i++) {
                picked[i] = values[indexes[i]];
            }
            return new Longs(picked, count, clashes(indexes, count));
        }
    }

    /** Booleans: 1 for true, 0 for false, {@link #MISSING} where missing. */
    final class Booleans extends Typed implements Column {

        public static final byte MISSING = -1;

        private final byte[] values;

        public Booleans(byte[] values, int rows, List<Clash> clashes) {
            super(rows, clashes);
            this.values = values;
        }

        public byte[] values() {
            return values;
        }

        @Override
        public boolean isMissing(int row) {
            return values[row] == MISSING;
        }

        @Override
        public double number(int row) {
            return values[row] == MISSING ? Double.NaN : values[row];
        }

        @Override
        public String text(int row) {
            if (values[row] == MISSING) {
                throw missing(row);
            }
            return values[row] == 1 ? "true" : "false";
        }

        @Override
        public Column pick(int[] indexes, int count) {
            byte[] picked = new byte[count];
            for (int i = 0; i < count; i++) {
                picked[i] = values[indexes[i]];
            }
            return new Booleans(picked, count, clashes(indexes, count));
        }
    }

    /** Days or instants, counted in ticks from 1970-01-01T00:00Z; {@link #MISSING} where missing. */
    final class Times extends Typed implements Column {

        public static final long MISSING = Long.MIN_VALUE;

        private final Tick tick;
        private final long[] values;

        /** @param values within {@link Tick#isWithin} */
        public Times(Tick tick, long[] values, int rows, List<Clash> clashes) {
            super(rows, clashes);
            this.tick = tick;
            this.values = values;
        }

        /** What a value counts. */
        public Tick tick() {
            return tick;
        }

        public long[] values() {
            return values;
        }

        @Override
        public boolean isMissing(int row) {
            return values[row] == MISSING;
        }

        /** Days since 1970-01-01T00:00Z, of an instant with a fraction. */
        @Override
        public double number(int row) {
            return values[row] == MISSING ? Double.NaN : tick.days(values[row]);
        }

        /** As ISO 8601 writes it: {@code 2026-01-31} or {@code 2026-01-31T10:15:30Z}. */
        @Override
        public String text(int row) {
            if (values[row] == MISSING) {
                throw missing(row);
            }
            return tick.text(values[row]);
        }

        @Override
        public Column pick(int[] indexes, int count) {
            long[] picked = new long[count];
            for (int i = 0; i < count; i++) {
                picked[i] = values[indexes[i]];
            }
            return new Times(tick, picked, count, clashes(indexes, count));
        }
    }

    /** Categories and free texts, as codes of a {@link Dictionary}; {@link #MISSING} where missing. */
    final class Texts extends Typed implements Column {

        public static final int MISSING = -1;

        private final int[] codes;
        private final Dictionary dictionary;

        public Texts(int[] codes, int rows, Dictionary dictionary) {
            this(codes, rows, dictionary, List.of());
        }

        /** @param clashes of values that are no text, which the columns of files have none of */
        public Texts(int[] codes, int rows, Dictionary dictionary, List<Clash> clashes) {
            super(rows, clashes);
            this.codes = codes;
            this.dictionary = dictionary;
        }

        public int[] codes() {
            return codes;
        }

        /** The texts of the codes; it may be shared by the batches of a table, and grow from one to the next. */
        public Dictionary dictionary() {
            return dictionary;
        }

        @Override
        public boolean isMissing(int row) {
            return codes[row] == MISSING;
        }

        @Override
        public double number(int row) {
            throw new UnsupportedOperationException("a text is no number");
        }

        @Override
        public String text(int row) {
            if (codes[row] == MISSING) {
                throw missing(row);
            }
            return dictionary.text(codes[row]);
        }

        @Override
        public Column pick(int[] indexes, int count) {
            int[] picked = new int[count];
            for (int i = 0; i < count; i++) {
                picked[i] = codes[indexes[i]];
            }
            return new Texts(picked, count, dictionary, clashes(indexes, count));
        }
    }

    /** What all columns have. */
    abstract sealed class Typed permits Doubles, Longs, Booleans, Times, Texts {

        private final int rows;
        private final List<Clash> clashes;

        private Typed(int rows, List<Clash> clashes) {
            this.rows = rows;
            this.clashes = List.copyOf(clashes);
        }

        public final int rows() {
            return rows;
        }

        public final List<Clash> clashes() {
            return clashes;
        }

        final List<Clash> clashes(int[] indexes, int count) {
            return clashes.isEmpty()
                    ? List.of()
                    : clashes.stream()
                            .map(clash -> new Clash(Arrays.binarySearch(indexes, 0, count, clash.row()), clash.text()))
                            .filter(clash -> clash.row() >= 0)
                            .toList();
        }

        static IllegalArgumentException missing(int row) {
            return new IllegalArgumentException("row " + row + " has no value");
        }
    }
}
