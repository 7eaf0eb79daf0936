package io.github.mlmaven.model;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Booleans;
import io.github.mlmaven.api.Column.Clash;
import io.github.mlmaven.api.Column.Doubles;
import io.github.mlmaven.api.Column.Longs;
import io.github.mlmaven.api.Column.Texts;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.api.Tick;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** One column of a batch while it is filled. What is not of its type is a clash, written as JSON writes it. */
abstract class ColumnBuilder {

    /** The least whole number of 19 digits. */
    private static final long TOO_LONG = 1_000_000_000_000_000_000L;

    private List<Clash> clashes = List.of();

    /**
     * For an input.
     *
     * @param truths what its texts say, of a boolean
     */
    static ColumnBuilder of(ColumnType type, Map<String, Boolean> truths, int rows) {
        return switch (type) {
            case NUMBER -> new Real(rows);
            case INTEGER -> new Whole(rows);
            case BOOLEAN -> new Truth(truths, rows);
            case CATEGORY, TEXT -> new Words(rows);
            case DATE, TIMESTAMP -> new Times(Tick.of(type), rows);
        };
    }

    void set(int row, String text) {
        clash(row, '"' + Quote.of(text) + '"');
    }

    void set(int row, boolean flag) {
        clash(row, String.valueOf(flag));
    }

    void set(int row, long number) {
        clash(row, String.valueOf(number));
    }

    void set(int row, double number) {
        clash(row, String.valueOf(number));
    }

    /** Sets what a map holds. */
    void set(int row, Object value) {
        if (value instanceof Double number) {
            set(row, number.doubleValue());
        } else if (value instanceof String text) {
            set(row, text);
        } else if (value instanceof Integer || value instanceof Long) {
            set(row, ((Number) value).longValue());
        } else if (value instanceof Boolean flag) {
            set(row, flag.booleanValue());
        } else if (value instanceof Number number) {
            set(row, number.doubleValue());
        } else {
            clash(row, Quote.of(String.valueOf(value)));
        }
    }

    final void clash(int row, String text) {
        if (clashes.isEmpty()) {
            clashes = new ArrayList<>();
        }
        clashes.add(new Clash(row, text));
    }

    final boolean hasClashes() {
        return !clashes.isEmpty();
    }

    /** The clashes so far, by rising row. */
    final List<Clash> clashes() {
        return clashes;
    }

    /** Makes room for rows, whose values are missing until they are set. */
    abstract void grow(int rows);

    /** The first rows; what is set later is not among them. */
    abstract Column column(int rows);

    private static final class Real extends ColumnBuilder {

        private double[] values;

        Real(int rows) {
            values = new double[rows];
            Arrays.fill(values, Double.NaN);
        }

        @Override
        void set(int row, long number) {
            values[row] = number;
        }

        @Override
        void set(int row, double number) {
            if (Double.isFinite(number)) {
                values[row] = number;
            } else {
                super.set(row, number);
            }
        }

        @Override
        void grow(int rows) {
            int before = values.length;
            values = Arrays.copyOf(values, rows);
            Arrays.fill(values, before, rows, Double.NaN);
        }

        @Override
        Column column(int rows) {
            return new Doubles(values, rows, clashes());
        }
    }

    private static final class Whole extends ColumnBuilder {

        private long[] values;

        Whole(int rows) {
            values = new long[rows];
            Arrays.fill(values, Longs.MISSING);
        }

        @Override
        void set(int row, long number) {
            if (-TOO_LONG < number && number < TOO_LONG) {
                values[row] = number;
            } else {
                clash(row, number + ", of more than 18 digits");
            }
        }

        @Override
        void set(int row, double number) {
            if (!Double.isFinite(number) || number != Math.rint(number)) {
                super.set(row, number);
            } else if (Math.abs(number) < TOO_LONG) {
                values[row] = (long) number;
            } else {
                clash(row, number + ", of more than 18 digits");
            }
        }

        @Override
        void grow(int rows) {
            int before = values.length;
            values = Arrays.copyOf(values, rows);
            Arrays.fill(values, before, rows, Longs.MISSING);
        }

        @Override
        Column column(int rows) {
            return new Longs(values, rows, clashes());
        }
    }

    /** Days and instants by their ISO 8601 text, or as Java's own. */
    private static final class Times extends ColumnBuilder {

        private final Tick tick;
        private long[] values;

        Times(Tick tick, int rows) {
            this.tick = tick;
            values = new long[rows];
            Arrays.fill(values, Column.Times.MISSING);
        }

        @Override
        void set(int row, String text) {
            OptionalLong value = tick.read(text);
            if (value.isPresent()) {
                values[row] = value.getAsLong();
            } else {
                super.set(row, text);
            }
        }

        @Override
        void set(int row, Object value) {
            boolean time = value instanceof LocalDate || value instanceof Instant || value instanceof OffsetDateTime;
            if (time) {
                set(row, value.toString());
            } else {
                super.set(row, value);
            }
        }

        @Override
        void grow(int rows) {
            int before = values.length;
            values = Arrays.copyOf(values, rows);
            Arrays.fill(values, before, rows, Column.Times.MISSING);
        }

        @Override
        Column column(int rows) {
            return new Column.Times(tick, values, rows, clashes());
        }
    }

    private static final class Truth extends ColumnBuilder {

        private final Map<String, Boolean> truths;
        private byte[] values;

        Truth(Map<String, Boolean> truths, int rows) {
            this.truths = truths;
            values = new byte[rows];
            Arrays.fill(values, Booleans.MISSING);
        }

        @Override
        void set(int row, String text) {
            Boolean flag = truths.get(text);
            if (flag == null) {
                super.set(row, text);
            } else {
                set(row, flag.booleanValue());
            }
        }

        @Override
        void set(int row, boolean flag) {
            values[row] = (byte) (flag ? 1 : 0);
        }

        @Override
        void grow(int rows) {
            int before = values.length;
            values = Arrays.copyOf(values, rows);
            Arrays.fill(values, before, rows, Booleans.MISSING);
        }

        @Override
        Column column(int rows) {
            return new Booleans(values, rows, clashes());
        }
    }

    private static final class Words extends ColumnBuilder {

        private final Dictionary dictionary = new Dictionary();
        private int[] codes;

        Words(int rows) {
            codes = new int[rows];
            Arrays.fill(codes, Texts.MISSING);
        }

        @Override
        void set(int row, String text) {
            codes[row] = dictionary.code(text);
        }

        @Override
        void grow(int rows) {
            int before = codes.length;
            codes = Arrays.copyOf(codes, rows);
            Arrays.fill(codes, before, rows, Texts.MISSING);
        }

        @Override
        Column column(int rows) {
            return new Texts(codes, rows, dictionary, clashes());
        }
    }
}
