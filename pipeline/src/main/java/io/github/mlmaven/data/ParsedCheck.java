package io.github.mlmaven.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.mlmaven.text.Json;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A user's condition as the engine parses it: the columns that it mentions, and why it is none that says the same of a row
 * whenever and wherever it is asked.
 */
final class ParsedCheck {

    /** Functions that read no more than their arguments give them, of which they make a table. */
    private static final Set<String> TABLES = Set.of("range", "generate_series", "unnest");

    /** Queries that are more than one selection. */
    private static final Set<String> QUERIES = Set.of("SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE");

    private static final String OWN_TABLE =
            "it makes a table of its own, and a check can read the columns of its row alone";

    private final Unsteady unsteady;
    private final List<String> columns;
    private final Set<String> mentioned = new LinkedHashSet<>();
    private Optional<String> problem = Optional.empty();
    private JsonNode condition = MissingNode.getInstance();

    private ParsedCheck(Unsteady unsteady, List<String> columns) {
        this.unsteady = unsteady;
        this.columns = columns;
    }

    /** @param columns of the schema */
    static ParsedCheck of(String sql, Engine engine, Collection<String> columns) {
        ParsedCheck check = new ParsedCheck(Unsteady.of(engine), List.copyOf(columns));
        // A line break, so that a comment at its end does not hide what follows.
        String json = engine.one(
                "select cast(json_serialize_sql(%s) as varchar)".formatted(Sql.literal("select (" + sql + "\n)")),
                row -> row.getString(1));
        check.read(Json.parse(json, JsonNode.class));
        return check;
    }

    /** Why it cannot be asked, in the engine's words or ours. */
    Optional<String> problem() {
        return problem;
    }

    /** The expression, as the engine's tree of it. */
    JsonNode condition() {
        return condition;
    }

    /** The columns of the schema that it mentions, in the schema's order. */
    List<String> mentioned() {
        return columns.stream()
                .filter(column -> mentioned.contains(column.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private void read(JsonNode parsed) {
        if (parsed.path("error").asBoolean()) {
            found(ConditionFault.firstLine(parsed.path("error_message").asText()));
            return;
        }
        JsonNode select = parsed.path("statements").path(0).path("node");
        boolean expression = parsed.path("statements").size() == 1
                && select.path("type").asText().equals("SELECT_NODE")
                && select.path("select_list").size() == 1
                && select.path("from_table").path("type").asText().equals("EMPTY")
                && select.path("modifiers").isEmpty()
                && select.path("where_clause").isNull();
        if (!expression) {
            found("it is more than one expression");
            return;
        }
        condition = select.path("select_list").path(0);
        visit(condition);
        if (mentioned.isEmpty()) {
            found("it names no column, so that it says the same of every row");
        } else if (AlwaysTrue.is(condition)) {
            found("it holds whatever the row is, so that it checks nothing");
        }
    }

    private void visit(JsonNode node) {
        String type = node.path("type").asText();
        if (QUERIES.contains(type) || !node.path("cte_map").path("map").isEmpty()) {
            found(OWN_TABLE);
        }
        switch (node.path("class").asText()) {
            case "COLUMN_REF" -> column(node.path("column_names"));
            case "FUNCTION" -> function(node);
            default -> {
                if (type.equals("BASE_TABLE") || type.equals("TABLE_FUNCTION")) {
                    table(node, type);
                }
            }
        }
        if (node.hasNonNull("sample")) {
            found("it takes a sample, which is another one each time");
        }
        if (type.equals("TABLE_FUNCTION")) {
            node.path("function").path("arguments").forEach(this::visit);
        } else {
            node.forEach(this::visit);
        }
        if (!node.path("from_table").path("type").asText("EMPTY").equals("EMPTY")) {
            found(OWN_TABLE);
        }
    }

    private void column(JsonNode names) {
        for (JsonNode part : names) {
            mentioned.add(part.asText().toLowerCase(Locale.ROOT));
        }
        String name = names.path(0).asText().toLowerCase(Locale.ROOT);
        boolean known = columns.stream().anyMatch(column -> column.equalsIgnoreCase(name));
        if (names.size() == 1 && !known && unsteady.isWord(name)) {
            found(unsteady(name));
        }
    }

    private void function(JsonNode node) {
        String name = node.path("function_name").asText().toLowerCase(Locale.ROOT);
        if (name.equals("unnest")) {
            found(OWN_TABLE);
        } else if (TABLES.contains(name)) {
            found("it makes a list of any length with " + name + ", and the engine could not be stopped at it");
        }
        if (unsteady.isCalled(node)) {
            found(unsteady(name));
        }
    }

    private static String unsteady(String function) {
        return "what " + function
                + " says is not told by the row, so that the same data could pass today and fail tomorrow";
    }

    private void table(JsonNode node, String type) {
        String name = type.equals("BASE_TABLE")
                ? node.path("table_name").asText()
                : node.path("function").path("function_name").asText().toLowerCase(Locale.ROOT);
        if (type.equals("BASE_TABLE") || !TABLES.contains(name)) {
            found("it reads '" + name + "', and a condition can read the columns of its row alone");
        }
    }

    private void found(String reason) {
        if (problem.isEmpty()) {
            problem = Optional.of(reason);
        }
    }
}
