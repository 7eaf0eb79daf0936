package io.github.mlmaven.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The literals that a condition, as the engine parses it, holds against each column: those of the smallest part of it that has
 * both. Only of a condition that is made of comparisons and of functions whose values some drawn values reach: what a pattern
 * or a digest refuses no drawn value might ever be.
 */
final class CheckLiterals {

    /** Parts of conditions that are no functions. */
    private static final Set<String> PLAIN = Set.of(
            "CONJUNCTION", "COMPARISON", "BETWEEN", "OPERATOR", "CASE", "CAST", "CONSTANT", "COLUMN_REF", "FUNCTION");

    private static final Set<String> FUNCTIONS = Set.of(
            ("+ - * / // % || ~~ !~~ ~~* !~~* mod abs sign round floor ceil ceiling trunc greatest least ifnull nullif length"
                            + " len strlen char_length lower lcase upper ucase trim ltrim rtrim concat contains starts_with prefix"
                            + " ends_with suffix left right year month day date_part list_value list_pack"
                            + " list_contains list_has array_contains array_has")
                    .split(" "));

    private final Map<String, Set<String>> byColumn = new TreeMap<>();
    private boolean plain = true;

    private CheckLiterals() {}

    /** By column, in lower case; empty of a condition with other parts. */
    static Optional<Map<String, Set<String>>> of(JsonNode condition) {
        CheckLiterals literals = new CheckLiterals();
        literals.visit(condition);
        return literals.plain ? Optional.of(literals.byColumn) : Optional.empty();
    }

    /** A part's columns, and its literals that no part of it has a column for. */
    private record Part(Set<String> columns, List<String> literals) {}

    private Part visit(JsonNode node) {
        Part part = new Part(new LinkedHashSet<>(), new ArrayList<>());
        String kind = node.path("class").asText();
        if (kind.equals("COLUMN_REF")) {
            plain &= node.path("column_names").size() == 1;
            part.columns().add(node.path("column_names").path(0).asText().toLowerCase(Locale.ROOT));
        } else if (kind.equals("CONSTANT")) {
            part.literals().add(node.path("literal").path("text").asText());
        } else {
            children(node, part);
        }
        if (!part.columns().isEmpty()) {
            plain &= kind.isEmpty() || (PLAIN.contains(kind) && isKnown(node));
            part.columns()
                    .forEach(column -> byColumn.computeIfAbsent(column, first -> new LinkedHashSet<>())
                            .addAll(part.literals()));
            part.literals().clear();
        }
        return part;
    }

    private void children(JsonNode node, Part part) {
        node.properties().stream()
                .filter(field -> !field.getKey().equals("type_expr"))
                .forEach(field -> add(field.getValue(), part));
        if (node.isArray()) {
            node.forEach(element -> add(element, part));
        }
    }

    /** What no expression of its own is belongs to the one around it. */
    private void add(JsonNode node, Part part) {
        if (node.has("class")) {
            Part child = visit(node);
            part.columns().addAll(child.columns());
            part.literals().addAll(child.literals());
        } else if (node.isContainerNode()) {
            children(node, part);
        }
    }

    private static boolean isKnown(JsonNode node) {
        return !node.path("class").asText().equals("FUNCTION")
                || FUNCTIONS.contains(node.path("function_name").asText().toLowerCase(Locale.ROOT));
    }
}
