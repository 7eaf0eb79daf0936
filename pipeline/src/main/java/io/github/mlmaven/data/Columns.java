package io.github.mlmaven.data;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.ModelSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of the schema, in its order. */
final class Columns {

    private final List<TableColumn> all;
    private final Map<String, TableColumn> byName = new HashMap<>();

    private Columns(List<TableColumn> all) {
        this.all = List.copyOf(all);
        all.forEach(column -> byName.put(column.name(), column));
    }

    static Columns of(ModelSpec spec) {
        List<TableColumn> all = new ArrayList<>();
        for (Map.Entry<String, ColumnSpec> column : spec.columns().entrySet()) {
            ColumnSpec declared = column.getValue();
            all.add(new TableColumn(
                    column.getKey(), declared.type(), declared.domain().values(), declared.spelling()));
        }
        return new Columns(all);
    }

    List<TableColumn> all() {
        return all;
    }

    List<TableColumn> of(List<String> names) {
        return names.stream().map(this::get).toList();
    }

    /** The types of some columns, in the order of their names. */
    Map<String, ColumnType> types(List<String> names) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        names.forEach(name -> types.put(name, get(name).type()));
        return types;
    }

    TableColumn get(String name) {
        TableColumn column = byName.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no column '" + name + "' in the schema");
        }
        return column;
    }

    /** A name that no column has: this one, or a longer one. */
    String unused(String name) {
        return byName.containsKey(name) ? unused(name + "#") : name;
    }

    /**
     * The same columns, with texts that were seen as the values of those for which the schema lists none.
     *
     * @param seen by column
     */
    Columns knowing(Map<String, List<String>> seen) {
        return new Columns(all.stream()
                .map(column -> column.values().isEmpty()
                        ? new TableColumn(
                                column.name(),
                                column.type(),
                                seen.getOrDefault(column.name(), List.of()),
                                column.spelling())
                        : column)
                .toList());
    }
}
