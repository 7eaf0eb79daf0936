package io.github.mlmaven.data;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.data.Columns.SqlColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the category columns of a table, asked for once, so that a row is read as a code: to make a text of each row's
 * value takes longer than to read all numbers.
 */
final class CategoryCodes {

    /** A column of more texts is of keys. */
    private static final int MOST = 1 << 16;

    private final Engine engine;
    private final Map<String, List<String>> texts = new HashMap<>();
    private final Map<String, Dictionary> dictionaries = new HashMap<>();

    CategoryCodes(Engine engine) {
        this.engine = engine;
    }

    /** The dictionary of a column's codes; null for a column that is read as texts. */
    @Nullable
    Dictionary dictionary(SqlColumn column) {
        List<String> known = texts(column);
        return known.isEmpty() ? null : dictionaries.computeIfAbsent(column.name(), name -> Dictionary.fixed(known));
    }

    /** What to select for a column: its codes, or its values. */
    String sql(SqlColumn column) {
        // The codes of an enumeration are found by a hash table, once for the query.
        return dictionary(column) == null
                ? column.sql()
                : "cast(enum_code(cast(%s as enum(%s))) as integer)"
                        .formatted(column.sql(), Sql.literals(texts(column)));
    }

    private List<String> texts(SqlColumn column) {
        return column.type() == ColumnType.CATEGORY
                ? texts.computeIfAbsent(column.name(), name -> all(column))
                : List.of();
    }

    private List<String> all(SqlColumn column) {
        List<String> found = engine.query(
                "select distinct {0} from t where {0} is not null order by 1 limit {1}"
                        .replace("{0}", column.sql())
                        .replace("{1}", Integer.toString(MOST + 1)),
                row -> row.getString(1));
        return found.size() > MOST ? List.of() : found;
    }
}
