package io.github.mlmaven.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mlmaven.spec.SourceKeys;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A user's query as the engine parses it: why it is none that makes the same rows of the same files, and the same query with
 * all that its own order leaves open put into the order of the columns.
 */
final class ParsedQuery {

    /** Functions that read no more than their arguments give them, of which they make a table. */
    private static final Set<String> TABLES = Set.of("range", "generate_series", "unnest");

    /** Aggregates and functions of windows that take a value by its place. */
    private static final Set<String> BY_PLACE = Set.of(
            "first",
            "last",
            "any_value",
            "arbitrary",
            "list",
            "array_agg",
            "string_agg",
            "group_concat",
            "listagg",
            "row_number",
            "rank",
            "dense_rank",
            "percent_rank",
            "cume_dist",
            "ntile",
            "lag",
            "lead",
            "first_value",
            "last_value",
            "nth_value",
            "fill");

    private final JsonNode parsed;
    private final Unsteady unsteady;
    private final SourceKeys keys;
    private final List<String> tables;
    private final Set<String> known = new HashSet<>();
    private final Set<String> columns = new HashSet<>();
    private Optional<String> problem = Optional.empty();
    private Optional<QueryFault> fault = Optional.empty();

    private ParsedQuery(JsonNode parsed, Unsteady unsteady, SourceKeys keys, List<QueryTable> tables) {
        this.parsed = parsed;
        this.unsteady = unsteady;
        this.keys = keys;
        this.tables = tables.stream().map(QueryTable::name).toList();
        for (QueryTable table : tables) {
            known.add(table.name().toLowerCase(Locale.ROOT));
            table.types().keySet().forEach(column -> columns.add(column.toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * Parses a query.
     *
     * @param keys what named it
     * @param tables that it may read
     */
    static ParsedQuery of(String sql, Engine engine, SourceKeys keys, List<QueryTable> tables) {
        String json = engine.one(
                "select cast(json_serialize_sql(%s) as varchar)".formatted(Sql.literal(sql)), row -> row.getString(1));
        ParsedQuery query = new ParsedQuery(Json.parse(json, JsonNode.class), Unsteady.of(engine), keys, tables);
        query.read(sql);
        return query;
    }

    /** Why it is no SQL. */
    Optional<QueryFault> fault() {
        return fault;
    }

    /** Why it is SQL and cannot be asked. */
    Optional<String> problem() {
        return problem;
    }

    /**
     * The query with an order in which only equal rows are equal: its own, then that of its columns from the first to the last.
     *
     * @param columns how many it has
     */
    String ordered(Engine engine, int columns) {
        JsonNode copy = parsed.deepCopy();
        ArrayNode modifiers = (ArrayNode) node(copy).path("modifiers");
        ArrayNode orders = orders(modifiers);
        // "order by all" is one already, and goes with no other.
        boolean all = orders.path(0).path("expression").path("class").asText().equals("STAR");
        for (int column = 1; column <= columns && !all; column++) {
            ObjectNode order = orders.addObject();
            order.put("type", "ORDER_DEFAULT").put("null_order", "ORDER_DEFAULT");
            ObjectNode number = order.putObject("expression");
            number.put("class", "CONSTANT").put("type", "VALUE_CONSTANT").put("alias", "");
            number.put("query_location", 0).put("query_location_length", 0);
            number.putObject("literal").put("kind", "INTEGER").put("text", Integer.toString(column));
        }
        return engine.one(
                "select json_deserialize_sql(%s)".formatted(Sql.literal(Json.line(copy))), row -> row.getString(1));
    }

    private static ArrayNode orders(ArrayNode modifiers) {
        for (JsonNode modifier : modifiers) {
            if (isOrder(modifier)) {
                return (ArrayNode) modifier.path("orders");
            }
        }
        return modifiers.addObject().put("type", "ORDER_MODIFIER").putArray("orders");
    }

    private static boolean isOrder(JsonNode modifier) {
        return modifier.path("type").asText().equals("ORDER_MODIFIER");
    }

    private static JsonNode node(JsonNode parsed) {
        return parsed.path("statements").path(0).path("node");
    }

    private void read(String sql) {
        if (parsed.path("error").asBoolean()) {
            if (parsed.path("error_type").asText().equals("not implemented")) {
                found("it is more than one selection, or something else than one");
            } else {
                int position = parsed.path("position").asInt(-1);
                fault = Optional.of(QueryFault.ofForm(
                        parsed.path("error_message").asText(),
                        sql,
                        position < 0 ? OptionalInt.empty() : OptionalInt.of(position)));
            }
            return;
        }
        if (parsed.path("statements").size() != 1) {
            found("it is more than one selection, or something else than one");
            return;
        }
        names(node(parsed));
        visit(node(parsed));
    }

    private static JsonNode order(JsonNode select) {
        for (JsonNode modifier : select.path("modifiers")) {
            if (isOrder(modifier)) {
                return modifier.path("orders");
            }
        }
        return MissingNode.getInstance();
    }

    /** The names of the queries before a query. */
    private void names(JsonNode node) {
        for (JsonNode cte : node.path("cte_map").path("map")) {
            known.add(cte.path("key").asText().toLowerCase(Locale.ROOT));
        }
        node.forEach(this::names);
    }

    private void visit(JsonNode node) {
        if (node.isArray()) {
            node.forEach(this::visit);
            return;
        }
        String type = node.path("type").asText();
        if (type.equals("TABLE_FUNCTION")) {
            tableFunction(node.path("function"));
            return;
        }
        switch (type) {
            case "BASE_TABLE" -> table(node);
            case "SHOW_REF" -> found("it describes a table, whose rows are wanted");
            case "PIVOT" -> found("it makes columns of rows, so that its columns would come and go with them");
            case "JOIN" -> {
                if (node.path("ref_type").asText().equals("POSITIONAL")) {
                    found("a positional join goes by the places of rows, which tables do not keep");
                }
            }
            default -> expression(node);
        }
        if (node.hasNonNull("sample")) {
            found("it takes a sample, which is another one each time");
        }
        takesSome(node);
        node.forEach(this::visit);
    }

    private void expression(JsonNode node) {
        switch (node.path("class").asText()) {
            case "FUNCTION" -> function(node);
            case "WINDOW" -> window(node);
            case "COLUMN_REF" -> {
                String name = node.path("column_names").path(0).asText();
                boolean column = columns.contains(name.toLowerCase(Locale.ROOT));
                if (node.path("column_names").size() == 1 && !column && unsteady.isWord(name)) {
                    found(unsteady(name));
                }
            }
            default -> {}
        }
    }

    /** Some of the rows are only told where all have an order. */
    private void takesSome(JsonNode select) {
        for (JsonNode modifier : select.path("modifiers")) {
            String type = modifier.path("type").asText();
            boolean some = type.startsWith("LIMIT")
                    || !modifier.path("distinct_on_targets").isEmpty();
            if (some && order(select).isEmpty()) {
                found("%s takes any of the rows, which nothing puts into an order"
                        .formatted(type.startsWith("LIMIT") ? "limit" : "distinct on"));
            }
        }
    }

    private void function(JsonNode node) {
        String name = node.path("function_name").asText().toLowerCase(Locale.ROOT);
        if (TABLES.contains(name) && !name.equals("unnest")) {
            found("it makes a list of any length with " + name + ", and the engine could not be stopped at it");
        }
        if (unsteady.isCalled(node) || name.equals("version") || name.startsWith("reservoir_")) {
            found(unsteady(name));
        }
        if (BY_PLACE.contains(name) && node.path("order_bys").path("orders").isEmpty()) {
            found(unordered(name));
        }
    }

    private void window(JsonNode node) {
        String name = node.path("function_name").asText().toLowerCase(Locale.ROOT);
        boolean byPlace = BY_PLACE.contains(name)
                || (node.path("start").asText() + node.path("end").asText()).contains("ROWS");
        if (byPlace && node.path("orders").isEmpty() && node.path("arg_orders").isEmpty()) {
            found(unordered(name));
        }
    }

    private static String unordered(String function) {
        return "what " + function + " says depends on an order of the rows, and it is given none";
    }

    private static String unsteady(String function) {
        return "what " + function
                + " says is not told by the files, so that the same files could be other data tomorrow";
    }

    private void table(JsonNode node) {
        List<String> path = new ArrayList<>();
        node.path("qualified_name").path("path").forEach(part -> path.add(part.asText()));
        String name = String.join(".", path);
        if (path.size() != 1 || !known.contains(name.toLowerCase(Locale.ROOT))) {
            found("it reads '" + name + "', which " + keys.files() + " does not name. "
                    + Nearest.question(name, tables)
                    + "It can read " + String.join(", ", tables));
        }
    }

    private void tableFunction(JsonNode function) {
        String name = function.path("function_name").asText().toLowerCase(Locale.ROOT);
        if (!TABLES.contains(name)) {
            found("it reads with " + name + ", and a query reads the files of " + keys.files() + " alone");
        }
        function.path("arguments").forEach(this::visit);
    }

    private void found(String reason) {
        if (problem.isEmpty()) {
            problem = Optional.of(reason);
        }
    }
}
