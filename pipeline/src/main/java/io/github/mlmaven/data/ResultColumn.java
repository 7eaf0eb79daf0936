package io.github.mlmaven.data;

import io.github.mlmaven.text.Shown;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A column of what a database answered. */
record ResultColumn(String name, Kind kind) {

    /** What its values are kept as. */
    enum Kind {
        WHOLE("bigint", "bigint"),
        /** A whole number of more digits than a bigint has. */
        LONG_WHOLE("varchar", "decimal(38, 0)"),
        /** Floating point: what a float or a double has. */
        REAL("double", "double"),
        /** A number with digits behind the point, or with any: kept as the double that is nearest. */
        DECIMAL("double", "double"),
        BOOLEAN("boolean", "boolean"),
        TEXT("varchar", "varchar"),
        /** A text that is filled up with blanks, which are no part of it. */
        PADDED_TEXT("varchar", "varchar"),
        DATE("bigint", "date"),
        TIMESTAMP("bigint", "timestamp"),
        INSTANT("bigint", "timestamp with time zone");

        private final String staged;
        private final String kept;

        Kind(String staged, String kept) {
            this.staged = staged;
            this.kept = kept;
        }

        /** The SQL type as it comes in. */
        String staged() {
            return staged;
        }

        /** The SQL type in the snapshot. */
        String kept() {
            return kept;
        }
    }

    private static final int MOST_DIGITS = 38;
    private static final int BIGINT_DIGITS = 18;

    /** Types of SQL Server and Oracle that have an offset, which JDBC has no name for there. */
    private static final Set<Integer> WITH_OFFSET = Set.of(Types.TIMESTAMP_WITH_TIMEZONE, -155, -101);

    /** Types that a driver calls texts, or something of its own, and what they are. */
    private static final Set<String> TEXTS = Set.of("uuid", "citext", "uniqueidentifier");

    private static final Set<String> NO_CELLS = Set.of("json", "jsonb", "xml", "money", "smallmoney");

    /**
     * The kind of a column.
     *
     * @param column from 1
     * @return empty for one whose values are no cells
     */
    static Optional<Kind> kind(ResultSetMetaData columns, int column) throws SQLException {
        int type = columns.getColumnType(column);
        String own = String.valueOf(columns.getColumnTypeName(column)).toLowerCase(Locale.ROOT);
        if (TEXTS.contains(own) || own.startsWith("enum")) {
            return Optional.of(Kind.TEXT);
        }
        if (NO_CELLS.contains(own)) {
            return Optional.empty();
        }
        if (WITH_OFFSET.contains(type) || own.equals("timestamptz")) {
            return Optional.of(Kind.INSTANT);
        }
        return Optional.ofNullable(
                switch (type) {
                    case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> Kind.WHOLE;
                    case Types.BIGINT -> columns.isSigned(column) ? Kind.WHOLE : Kind.LONG_WHOLE;
                    case Types.NUMERIC, Types.DECIMAL ->
                        numeric(columns.getPrecision(column), columns.getScale(column));
                    case Types.REAL, Types.FLOAT, Types.DOUBLE -> Kind.REAL;
                    case Types.BOOLEAN -> Kind.BOOLEAN;
                    // PostgreSQL's boolean is called so too, and its bit(8).
                    case Types.BIT -> columns.getPrecision(column) <= 1 ? Kind.BOOLEAN : null;
                    case Types.CHAR, Types.NCHAR -> Kind.PADDED_TEXT;
                    case Types.VARCHAR,
                            Types.NVARCHAR,
                            Types.LONGVARCHAR,
                            Types.LONGNVARCHAR,
                            Types.CLOB,
                            Types.NCLOB -> Kind.TEXT;
                    case Types.DATE -> Kind.DATE;
                    case Types.TIMESTAMP -> Kind.TIMESTAMP;
                    default -> null;
                });
    }

    /** Without a precision it has any digits: PostgreSQL's numeric, Oracle's number. */
    private static Kind numeric(int precision, int scale) {
        if (scale > 0 || precision <= 0) {
            return Kind.DECIMAL;
        }
        int digits = precision - scale;
        if (digits > MOST_DIGITS) {
            return Kind.DECIMAL;
        }
        return digits > BIGINT_DIGITS ? Kind.LONG_WHOLE : Kind.WHOLE;
    }

    /** For a record: {@code price bigint}. */
    String words() {
        return name + " " + kind.kept();
    }

    /** Its name, as a message repeats it. */
    String shown() {
        return Shown.of(name);
    }

    /** What stands in the snapshot, of what came in. */
    String kept() {
        String field = Sql.identifier(name);
        return switch (kind) {
            case DATE -> time(field, "date", "cast(date '1970-01-01' + cast(%s as integer) as date)");
            case TIMESTAMP -> time(field, "timestamp", "make_timestamp(%s)");
            case INSTANT -> time(field, kind.kept(), "cast(make_timestamp(%s) as timestamp with time zone)");
            case LONG_WHOLE -> "cast(" + field + " as " + kind.kept() + ")";
            default -> field;
        };
    }

    private static String time(String field, String type, String finite) {
        return "case %1$s when %2$s then cast('infinity' as %4$s) when %3$s then cast('-infinity' as %4$s) else %5$s end"
                .formatted(field, Instants.LATER_THAN_ALL, Instants.EARLIER_THAN_ALL, type, finite.formatted(field));
    }

    /** What is hashed, of what stands in the snapshot: a whole number for a time, a text for long numbers. */
    String hashed() {
        String field = Sql.identifier(name);
        return switch (kind) {
            case DATE ->
                "case when isfinite(%1$s) then cast(%1$s - date '1970-01-01' as bigint) when %1$s > date '1970-01-01' then %2$s when %1$s is not null then %3$s end"
                        .formatted(field, Instants.LATER_THAN_ALL, Instants.EARLIER_THAN_ALL);
            case TIMESTAMP, INSTANT ->
                "case when isfinite(%1$s) then epoch_us(%1$s) when %1$s > timestamp '1970-01-01' then %2$s when %1$s is not null then %3$s end"
                        .formatted(field, Instants.LATER_THAN_ALL, Instants.EARLIER_THAN_ALL);
            case LONG_WHOLE -> "cast(" + field + " as varchar)";
            default -> field;
        };
    }
}
