package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Booleans;
import io.github.mlmaven.api.Column.Doubles;
import io.github.mlmaven.api.Column.Longs;
import io.github.mlmaven.api.Column.Texts;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import io.github.mlmaven.model.Inputs;
import io.github.mlmaven.spec.BehaviourSpec;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.spec.Tolerance;
import io.github.mlmaven.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** What takes the place of a column's values: in one way after the other. */
sealed interface Replacement {

    /** How many ways there are. */
    int ways();

    /**
     * The column with other values; of rows that have none, whatever it may be.
     *
     * @param way from 0
     */
    Column of(Column column, int way);

    /** Whether a value that was made may be. */
    default boolean isAllowed(Column made, int row) {
        return true;
    }

    /**
     * What a test makes of a column.
     *
     * @throws MlException if the model knows more values of it than are tried
     */
    static Replacement of(BehaviourSpec test, Inputs inputs, String column, SpecPlace place) {
        Input input = inputs.columns().get(inputs.header().index(column));
        return test.trial()
                .change()
                .by()
                .<Replacement>map(by -> new Grown(by, input.type(), input.range()))
                .orElseGet(() -> new Others(input.type(), values(test, input, place)));
    }

    private static List<String> values(BehaviourSpec test, Input input, SpecPlace place) {
        List<String> named = test.trial().change().values();
        if (!named.isEmpty()) {
            return named;
        }
        if (input.type() == ColumnType.BOOLEAN) {
            return List.of("true", "false");
        }
        if (input.values().size() > Others.MOST) {
            throw new MlException(
                    "%s: the model knows %s values of '%s', and a test tries at most %s."
                            .formatted(
                                    place,
                                    Numbers.count(input.values().size()),
                                    input.name(),
                                    Numbers.count(Others.MOST)),
                    "List some as values.");
        }
        return input.values();
    }

    /** Numbers that grow, as far as they stay in a range. */
    record Grown(Tolerance by, ColumnType type, Range range) implements Replacement {

        /** Beyond which there are no whole numbers in a table. */
        private static final BigDecimal MOST_WHOLE = BigDecimal.TEN.pow(18);

        @Override
        public int ways() {
            return 1;
        }

        @Override
        public Column of(Column column, int way) {
            int rows = column.rows();
            if (type == ColumnType.INTEGER) {
                long[] whole = new long[rows];
                Arrays.setAll(whole, row -> whole(column, row));
                return new Longs(whole, rows, List.of());
            }
            double[] numbers = new double[rows];
            Arrays.setAll(
                    numbers,
                    row -> column.isMissing(row)
                            ? Double.NaN
                            : grown(BigDecimal.valueOf(column.number(row))).doubleValue());
            return new Doubles(numbers, rows, List.of());
        }

        /** By the digits that people see: 0.3 and a tenth of it are 0.33. */
        private BigDecimal grown(BigDecimal number) {
            BigDecimal far = BigDecimal.valueOf(by.value());
            return number.add(by.relative() ? number.abs().multiply(far) : far);
        }

        private long whole(Column column, int row) {
            if (column.isMissing(row)) {
                return Longs.MISSING;
            }
            BigDecimal grown = grown(new BigDecimal(column.text(row))).setScale(0, RoundingMode.CEILING);
            return grown.abs().compareTo(MOST_WHOLE) < 0 ? grown.longValueExact() : Longs.MISSING;
        }

        @Override
        public boolean isAllowed(Column made, int row) {
            double number = made.number(row);
            return !made.isMissing(row)
                    && Double.isFinite(number)
                    && number >= range.min().orElse(Double.NEGATIVE_INFINITY)
                    && number <= range.max().orElse(Double.POSITIVE_INFINITY);
        }
    }

    /** Other values, each in the place of all that are not the same. */
    record Others(ColumnType type, List<String> values) implements Replacement {

        static final int MOST = 100;

        @Override
        public int ways() {
            return values.size();
        }

        @Override
        public Column of(Column column, int way) {
            int rows = column.rows();
            String value = values.get(way);
            return switch (type) {
                case NUMBER -> {
                    double[] numbers = new double[rows];
                    Arrays.fill(numbers, Double.parseDouble(value));
                    yield new Doubles(numbers, rows, List.of());
                }
                case INTEGER -> {
                    long[] numbers = new long[rows];
                    Arrays.fill(numbers, new BigDecimal(value).longValueExact());
                    yield new Longs(numbers, rows, List.of());
                }
                case BOOLEAN -> {
                    byte[] truths = new byte[rows];
                    Arrays.fill(truths, (byte) (Boolean.parseBoolean(value) ? 1 : 0));
                    yield new Booleans(truths, rows, List.of());
                }
                case CATEGORY, TEXT -> new Texts(new int[rows], rows, Dictionary.of(List.of(value)));
                case DATE, TIMESTAMP -> throw new IllegalArgumentException("times have no other values");
            };
        }
    }
}
