package io.github.mlmaven.api;

import java.util.List;

/**
 * A column that a model learns from.
 *
 * @param values of a category in the schema's order; empty where the schema does not list them
 */
public record InputColumn(String name, ColumnType type, List<String> values) {

    public InputColumn {
        values = List.copyOf(values);
    }
}
