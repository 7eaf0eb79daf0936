package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Shown;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** The row at which a result stands, taken to what keeps it. */
final class ResultRow {

    private static final Pattern PADDING = Pattern.compile(" +\\z");

    /** The whole numbers up to it are doubles, all of them. */
    private static final BigDecimal EXACT = BigDecimal.valueOf(1L << 53);

    private static final BigInteger MOST_WHOLE = BigInteger.TEN.pow(38);

    private final ResultSet result;
    private final List<ResultColumn> columns;

    ResultRow(ResultSet result, List<ResultColumn> columns) {
        this.result = result;
        this.columns = List.copyOf(columns);
    }

    /** A value that a cell holds, or null for a missing one; and whose fault it is that there is none. */
    @Nullable
    Object value(int index) throws SQLException {
        ResultColumn column = columns.get(index);
        int number = index + 1;
        return switch (column.kind()) {
            case DATE -> {
                LocalDate date = result.getObject(number, LocalDate.class);
                yield date == null ? null : (Object) Instants.days(date);
            }
            case TIMESTAMP -> {
                LocalDateTime time = result.getObject(number, LocalDateTime.class);
                yield time == null ? null : (Object) Instants.micros(column.shown(), time);
            }
            case INSTANT -> {
                OffsetDateTime time = result.getObject(number, OffsetDateTime.class);
                yield time == null ? null : (Object) Instants.micros(column.shown(), time);
            }
            case TEXT -> result.getString(number);
            case PADDED_TEXT -> {
                String text = result.getString(number);
                yield text == null ? null : PADDING.matcher(text).replaceFirst("");
            }
            default -> {
                Object value = result.getObject(number);
                yield value == null ? null : plain(column, value);
            }
        };
    }

    private static Object plain(ResultColumn column, Object value) {
        if (column.kind() == ResultColumn.Kind.BOOLEAN && value instanceof Boolean) {
            return value;
        }
        if (column.kind() == ResultColumn.Kind.BOOLEAN
                && value instanceof Number bit
                && (bit.longValue() & ~1L) == 0
                && bit.doubleValue() == bit.longValue()) {
            return bit.longValue() == 1;
        }
        // A database without types of columns may have any value anywhere.
        boolean real = value instanceof Double || value instanceof Float;
        boolean whole = column.kind() == ResultColumn.Kind.WHOLE || column.kind() == ResultColumn.Kind.LONG_WHOLE;
        if (value instanceof Number number && column.kind() != ResultColumn.Kind.BOOLEAN && !(real && whole)) {
            return switch (column.kind()) {
                case WHOLE -> whole(column, number).longValueExact();
                case LONG_WHOLE -> whole(column, number).toString();
                case REAL -> number.doubleValue() + 0.0;
                default -> nearest(column, number);
            };
        }
        throw new MlException(
                "Column '%s' of the query is of type %s, and has \"%s\"."
                        .formatted(column.shown(), column.kind().kept(), Shown.of(String.valueOf(value))),
                "Cast it in the query: cast(%s as varchar(100)).".formatted(column.shown()));
    }

    private static BigInteger whole(ResultColumn column, Number number) {
        BigInteger whole = number instanceof BigDecimal decimal
                ? decimal.toBigIntegerExact()
                : number instanceof BigInteger big ? big : BigInteger.valueOf(number.longValue());
        if (whole.abs().compareTo(MOST_WHOLE) >= 0) {
            throw tooLong(column, number);
        }
        return whole;
    }

    /** A decimal's digits beyond those of a double are rounded; a whole number that is rounded is another one. */
    private static double nearest(ResultColumn column, Number number) {
        String text = number.toString();
        double nearest = Double.parseDouble(text);
        if (number instanceof BigDecimal decimal
                && decimal.abs().compareTo(EXACT) > 0
                && decimal.stripTrailingZeros().scale() <= 0
                && new BigDecimal(nearest).compareTo(decimal) != 0) {
            throw tooLong(column, number);
        }
        return nearest + 0.0;
    }

    private static MlException tooLong(ResultColumn column, Number number) {
        return new MlException(
                "Column '%s' of the query has %s, a whole number with more digits than its cells hold."
                        .formatted(column.shown(), number),
                "Cast it in the query: cast(%s as varchar(100)), or numeric(38, 0).".formatted(column.shown()));
    }

    /** Appends a row; what it throws is the database's fault. */
    void appendTo(DuckDBAppender appender, Engine engine) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i);
        }
        try {
            appender.beginRow();
            for (Object value : values) {
                append(appender, value);
            }
            appender.endRow();
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof Long whole) {
            appender.append(whole.longValue());
        } else if (value instanceof Double real) {
            appender.append(real.doubleValue());
        } else if (value instanceof Boolean flag) {
            appender.append(flag.booleanValue());
        } else {
            appender.append((String) value);
        }
    }
}
