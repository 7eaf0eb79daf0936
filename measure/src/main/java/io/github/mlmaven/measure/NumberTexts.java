package io.github.mlmaven.measure;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Tick;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How the values of a column without texts are kept as 64 bits. */
enum NumberTexts {
    DOUBLE {
        @Override
        long bits(Column column, int row) {
            return Double.doubleToRawLongBits(column.number(row) + 0.0);
        }

        @Override
        double number(long bits) {
            return Double.longBitsToDouble(bits);
        }

        @Override
        String text(long bits) {
            return Column.decimal(number(bits));
        }
    },
    LONG {
        @Override
        long bits(Column column, int row) {
            return ((Column.Longs) column).values()[row];
        }

        @Override
        double number(long bits) {
            return bits;
        }

        @Override
        String text(long bits) {
            return Long.toString(bits);
        }
    },
    DAY {
        @Override
        long bits(Column column, int row) {
            return ((Column.Times) column).values()[row];
        }

        @Override
        double number(long bits) {
            return bits;
        }

        @Override
        String text(long bits) {
            return Tick.DAY.text(bits);
        }
    },
    MICROSECOND {
        @Override
        long bits(Column column, int row) {
            return ((Column.Times) column).values()[row];
        }

        @Override
        double number(long bits) {
            return bits;
        }

        @Override
        String text(long bits) {
            return Tick.MICROSECOND.text(bits);
        }
    },
    BOOLEAN {
        @Override
        long bits(Column column, int row) {
            return ((Column.Booleans) column).values()[row];
        }

        @Override
        double number(long bits) {
            return bits;
        }

        @Override
        String text(long bits) {
            return Boolean.toString(bits == 1);
        }
    };

    static NumberTexts of(Column column) {
        if (column instanceof Column.Longs) {
            return LONG;
        }
        if (column instanceof Column.Times times) {
            return times.tick() == Tick.DAY ? DAY : MICROSECOND;
        }
        return column instanceof Column.Booleans ? BOOLEAN : DOUBLE;
    }

    /** The value of a row that has one. */
    abstract long bits(Column column, int row);

    abstract double number(long bits);

    abstract String text(long bits);

    /** Adds numbers with their counts to a list, rising. */
    void addRising(LongCounts counts, List<Frequency> list) {
        long[][] found = new long[counts.size()][];
        int[] filled = {0};
        counts.forEach((number, count) -> found[filled[0]++] = new long[] {number, count});
        // Long numbers that are one double are still told apart.
        Arrays.sort(
                found,
                Comparator.<long[]>comparingDouble(entry -> number(entry[0])).thenComparingLong(entry -> entry[0]));
        for (long[] entry : found) {
            list.add(new Frequency(text(entry[0]), entry[1]));
        }
    }
}
