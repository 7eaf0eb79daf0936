package io.github.mlmaven.data;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.TimeFormat;
import java.util.List;

/**
 * A column of the schema.
 *
 * @param values those that the schema lists
 * @param time how texts of a date or timestamp are written
 */
record TableColumn(String name, ColumnType type, List<String> values, TimeFormat time) {

    TableColumn {
        values = List.copyOf(values);
    }

    /** A column whose times are written by ISO 8601. */
    TableColumn(String name, ColumnType type, List<String> values) {
        this(name, type, values, TimeFormat.ISO);
    }

    String sqlType() {
        return sqlType(type);
    }

    static String sqlType(ColumnType type) {
        return switch (type) {
            case NUMBER -> "double";
            case INTEGER -> "bigint";
            case BOOLEAN -> "boolean";
            case CATEGORY, TEXT -> "varchar";
            case DATE -> "date";
            case TIMESTAMP -> "timestamp";
        };
    }
}
