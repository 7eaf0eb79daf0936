package io.github.mlmaven.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mlmaven.text.Json;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Conditions in SQL that were written by the user. As with a CHECK in SQL, a row breaks one if it is false; where it is
 * unknown because a value is missing, it holds.
 *
 * <p>Each is parsed first and must be one expression, so that it can end no statement of ours and begin another; and the
 * engine that runs it, on all threads, can reach no file but the data.
 */
final class SqlChecks implements AutoCloseable {

    private static final int SHOWN = 5;

    private final Engine engine;
    private final List<TableColumn> columns;
    private final String rows;

    /** @param engine is closed with this */
    SqlChecks(Engine engine, List<Source> sources, Columns columns) {
        this.engine = engine;
        Casts.define(engine);
        this.columns = columns.all();
        this.rows =
                sources.stream().map(source -> source.sql(columns.all())).collect(Collectors.joining(" union all "));
    }

    /** The outcome of each condition: by one statement for all, unless one fails on the way. */
    List<SqlOutcome> run(List<String> conditions) {
        List<Optional<String>> problems = conditions.stream().map(this::problem).toList();
        List<String> valid = IntStream.range(0, conditions.size())
                .filter(i -> problems.get(i).isEmpty())
                .mapToObj(conditions::get)
                .toList();
        List<Long> broken = new ArrayList<>(count(valid));
        List<SqlOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Optional<String> problem = problems.get(i);
            outcomes.add(
                    problem.isPresent()
                            ? new SqlOutcome.Invalid(problem.get())
                            : outcome(conditions.get(i), broken.remove(0)));
        }
        return outcomes;
    }

    /** What is wrong with a condition as far as can be told without the rows. */
    private Optional<String> problem(String sql) {
        return parse(sql).or(() -> {
            try {
                engine.tryQuery("explain " + count(sql), row -> row.getString(1));
                return Optional.empty();
            } catch (SQLException e) {
                return Optional.of(reason(e));
            }
        });
    }

    /** What is wrong with the text as an expression. */
    private Optional<String> parse(String sql) {
        String json = engine.one(
                "select cast(json_serialize_sql(%s) as varchar)".formatted(Sql.literal("select (" + sql + "\n)")),
                row -> row.getString(1));
        JsonNode parsed = Json.parse(json, JsonNode.class);
        if (parsed.path("error").asBoolean()) {
            return Optional.of(firstLine(parsed.path("error_message").asText()));
        }
        JsonNode select = parsed.path("statements").path(0).path("node");
        boolean expression = parsed.path("statements").size() == 1
                && select.path("type").asText().equals("SELECT_NODE")
                && select.path("select_list").size() == 1
                && select.path("from_table").path("type").asText().equals("EMPTY")
                && select.path("modifiers").isEmpty()
                && select.path("where_clause").isNull();
        return expression ? Optional.empty() : Optional.of("it is more than one expression");
    }

    private String count(String sql) {
        return "select count(*) from (%s) where %s".formatted(rows, broken(sql));
    }

    private static String broken(String sql) {
        // A line break, so that a comment at its end does not hide what follows.
        return "not (" + sql + "\n)";
    }

    /** How many rows break each condition; -1 where all have to be evaluated alone, as one fails. */
    private List<Long> count(List<String> conditions) {
        if (conditions.isEmpty()) {
            return List.of();
        }
        String counts = conditions.stream()
                .map(sql -> "count(*) filter (where " + broken(sql) + ")")
                .collect(Collectors.joining(", "));
        try {
            return engine.tryQuery("select %s from (%s)".formatted(counts, rows), row -> {
                        List<Long> broken = new ArrayList<>();
                        for (int i = 1; i <= conditions.size(); i++) {
                            broken.add(row.getLong(i));
                        }
                        return broken;
                    })
                    .get(0);
        } catch (SQLException e) {
            failIfOutOfSpace(e);
            return conditions.stream().map(sql -> -1L).toList();
        }
    }

    private SqlOutcome outcome(String sql, long broken) {
        try {
            long count = broken >= 0
                    ? broken
                    : engine.tryQuery(count(sql), row -> row.getLong(1)).get(0);
            return count == 0 ? new SqlOutcome.Holds() : new SqlOutcome.Broken(count, first(sql));
        } catch (SQLException e) {
            return new SqlOutcome.Invalid(reason(e));
        }
    }

    private SortedMap<Long, String> first(String sql) throws SQLException {
        SortedMap<Long, String> first = new TreeMap<>();
        engine.tryQuery(
                "select %1$s, %2$s from (select row_number() over () - 1 as %1$s, * from (%3$s)) where %4$s order by 1 limit %5$s"
                        .formatted(rowName(), found(sql), rows, broken(sql), SHOWN),
                row -> first.put(row.getLong(1), row.getString(2)));
        return first;
    }

    /** A name for the row's position that no column has. */
    private String rowName() {
        String name = "#row";
        while (hasColumn(name)) {
            name += "#";
        }
        return Sql.identifier(name);
    }

    private boolean hasColumn(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    /** The values of the columns that the condition mentions, as an expression. */
    private String found(String sql) {
        List<String> mentioned = columns.stream()
                .map(TableColumn::name)
                .filter(name -> sql.contains(name.replace("\"", "\"\"")))
                .map(name -> "%s || coalesce(regexp_replace(cast(%s as varchar), '[.]0$', ''), 'missing')"
                        .formatted(Sql.literal(name + " = "), Sql.identifier(name)))
                .toList();
        return mentioned.isEmpty() ? "''" : String.join(" || ', ' || ", mentioned);
    }

    private String reason(SQLException e) {
        failIfOutOfSpace(e);
        return firstLine(String.valueOf(e.getMessage()));
    }

    private void failIfOutOfSpace(SQLException e) {
        if (Engine.isOutOfSpace(e)) {
            throw engine.failure(e);
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unknown").replaceAll("[.!]+$", "");
    }

    @Override
    public void close() {
        engine.close();
    }
}
