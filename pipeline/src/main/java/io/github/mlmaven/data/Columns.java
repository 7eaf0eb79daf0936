package io.github.mlmaven.data;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The schema's columns as columns of the table {@code t}: {@code c0}, {@code c1} and so on, so that no name of the user's
 * is ever quoted, folded in case or taken for something of the engine's.
 */
final class Columns {

    private final List<SqlColumn> all;
    private final Map<String, SqlColumn> byName;

    private Columns(List<SqlColumn> all) {
        this.all = all;
        this.byName = all.stream().collect(Collectors.toMap(SqlColumn::name, Function.identity()));
    }

    static Columns of(ModelSpec spec) {
        List<SqlColumn> all = new ArrayList<>();
        for (Map.Entry<String, ColumnSpec> column : spec.columns().entrySet()) {
            all.add(new SqlColumn(all.size(), column.getKey(), column.getValue().type()));
        }
        return new Columns(List.copyOf(all));
    }

    /** In the schema's order. */
    List<SqlColumn> all() {
        return all;
    }

    SqlColumn get(String name) {
        SqlColumn column = byName.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no column '" + name + "' in the schema");
        }
        return column;
    }

    String sql(String name) {
        return get(name).sql();
    }

    /** The columns, each as the function says, separated by commas. */
    String list(Function<SqlColumn, String> item) {
        return all.stream().map(item).collect(Collectors.joining(", "));
    }

    record SqlColumn(int index, String name, ColumnType type) {

        String sql() {
            return "c" + index;
        }

        String sqlType() {
            return switch (type) {
                case NUMBER -> "double";
                case INTEGER -> "bigint";
                case BOOLEAN -> "boolean";
                case CATEGORY, TEXT -> "varchar";
            };
        }
    }
}
