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
import java.util.ArrayList;
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
    private final List<String> ids;
    private long rows;

    /** @param ids the columns that tell rows apart; of none of them the first column does */
    ResultRow(ResultSet result, List<ResultColumn> columns, List<String> ids) {
        this.result = result;
        this.columns = List.copyOf(columns);
        this.ids = List.copyOf(ids);
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

    private Object plain(ResultColumn column, Object value) throws SQLException {
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
        throw ofOtherType(column, String.valueOf(value));
    }

    private MlException ofOtherType(ResultColumn column, String value) throws SQLException {
        String shown = Shown.of(value);
        String missing = shown.equals(value)
                ? "nullif(%s, '%s') takes it for a missing one;".formatted(column.shown(), value.replace("'", "''"))
                : "'case when' takes it for a missing one;";
        return new MlException(
                "Row %s of the query's result%s, column '%s': found \"%s\", and the column is of type %s."
                        .formatted(
                                rows + 1,
                                key(column),
                                column.shown(),
                                shown,
                                column.kind().kept()),
                "Correct it in the database, leave the row out by 'where', or change the query: %s cast(%s as varchar(100)) takes all of the column for texts."
                        .formatted(missing, column.shown()));
    }

    /** {@code (house = 17)}, if another column tells the row. */
    private String key(ResultColumn column) throws SQLException {
        List<ResultColumn> named =
                columns.stream().filter(other -> ids.contains(other.name())).toList();
        List<String> found = new ArrayList<>();
        for (ResultColumn other : named.isEmpty() ? columns.subList(0, 1) : named) {
            if (!other.equals(column)) {
                String value = Shown.of(String.valueOf(result.getString(columns.indexOf(other) + 1)));
                found.add(other.shown() + " = " + value);
            }
        }
        return found.isEmpty() ? "" : " (" + String.join(", ", found) + ")";
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
            rows++;
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
