package io.github.mlmaven.train;

import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.model.Manifest.Input;
import io.github.mlmaven.model.Manifest.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Picks rows for golden predictions: spread evenly over the test rows, over the training rows if there are none. */
final class GoldenRows {

    private static final int COUNT = 10;

    private GoldenRows() {}

    /** At most ten rows that hold every required input; a missing value is absent. */
    static List<Map<String, Object>> pick(Table table, Schema schema) {
        List<Map<String, Object>> rows = pick(table, schema, Part.TEST);
        return rows.isEmpty() ? pick(table, schema, Part.TRAIN) : rows;
    }

    private static List<Map<String, Object>> pick(Table table, Schema schema, Part part) {
        String complete = schema.inputs().stream()
                .filter(Input::required)
                .map(input -> " and " + table.sql(input.name()) + " is not null")
                .collect(Collectors.joining());
        List<Long> rows = table.query(
                "select rowid from t where part = " + part.code() + complete + " order by rowid",
                row -> row.getLong(1));
        if (rows.isEmpty()) {
            return List.of();
        }
        TreeSet<Long> picked = new TreeSet<>();
        for (int i = 0; i < COUNT; i++) {
            picked.add(rows.get((int) ((long) rows.size() * i / COUNT)));
        }
        String columns =
                schema.inputs().stream().map(input -> table.sql(input.name())).collect(Collectors.joining(", "));
        String chosen = picked.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return table.query(
                "select " + columns + " from t where rowid in (" + chosen + ") order by rowid",
                row -> values(row, schema.inputs()));
    }

    private static Map<String, Object> values(ResultSet row, List<Input> inputs) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            Object value = row.getObject(i + 1);
            if (value != null) {
                values.put(inputs.get(i).name(), value);
            }
        }
        return values;
    }
}
