package io.github.mlmaven.data;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.BooleanTexts;
import io.github.mlmaven.spec.Spelling;
import io.github.mlmaven.spec.TimeFormat;
import java.util.List;

/**
 * A column of the schema.
 *
 * @param values those that the schema lists
 * @param spelling how its texts are written
 */
record TableColumn(String name, ColumnType type, List<String> values, Spelling spelling) {

    TableColumn {
        values = List.copyOf(values);
    }

    /** A column whose values are written as they usually are. */
    TableColumn(String name, ColumnType type, List<String> values) {
        this(name, type, values, Spelling.USUAL);
    }

    /** How texts of a date or timestamp are written. */
    TimeFormat time() {
        return spelling.time();
    }

    /** How texts of a boolean are written. */
    BooleanTexts booleans() {
        return spelling.booleans();
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
