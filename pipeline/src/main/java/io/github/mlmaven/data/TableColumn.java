package io.github.mlmaven.data;

import io.github.mlmaven.api.ColumnType;
import java.util.List;

/**
 * A column of the schema.
 *
 * @param values those that the schema lists
 */
record TableColumn(String name, ColumnType type, List<String> values) {

    TableColumn {
        values = List.copyOf(values);
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
        };
    }
}
