package io.github.mlmaven.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Whether a condition, as the engine parses it, holds for every row whatever its values are. Only what can be told by its form
 * is: constants, comparisons of numbers and of an expression with itself, and what {@code and}, {@code or} and {@code not} make
 * of them. As in a check, what is unknown because a value is missing holds.
 */
final class AlwaysTrue {

    private static final Set<String> NUMBERS = Set.of("INTEGER", "NUMERIC");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[-+]?[0-9]{1,99}(\\.[0-9]{0,99})?");

    private AlwaysTrue() {}

    static boolean is(JsonNode condition) {
        return value(condition).equals(Optional.of(true));
    }

    /** What it says of every row; empty where that cannot be told, or depends on the row. */
    private static Optional<Boolean> value(JsonNode node) {
        return switch (node.path("type").asText()) {
            case "CONJUNCTION_AND" -> all(node.path("children"), true);
            case "CONJUNCTION_OR" -> all(node.path("children"), false);
            case "OPERATOR_NOT" -> value(node.path("children").path(0)).map(said -> !said);
            case "VALUE_CONSTANT" -> literal(node);
            case "COMPARE_EQUAL", "COMPARE_LESSTHANOREQUALTO", "COMPARE_GREATERTHANOREQUALTO" -> compared(node, true);
            case "COMPARE_NOTEQUAL", "COMPARE_LESSTHAN", "COMPARE_GREATERTHAN" -> compared(node, false);
            default -> Optional.empty();
        };
    }

    /** Of {@code and}, and of {@code or} as its mirror image: one part that says the opposite decides. */
    private static Optional<Boolean> all(JsonNode parts, boolean neutral) {
        Optional<Boolean> said = Optional.of(neutral);
        for (JsonNode part : parts) {
            Optional<Boolean> one = value(part);
            if (one.equals(Optional.of(!neutral))) {
                return one;
            }
            if (one.isEmpty()) {
                said = Optional.empty();
            }
        }
        return said;
    }

    private static Optional<Boolean> literal(JsonNode node) {
        JsonNode literal = node.path("literal");
        return literal.path("kind").asText().equals("BOOLEAN")
                ? Optional.of(literal.path("text").asText().equals("true"))
                : Optional.empty();
    }

    private static Optional<Boolean> compared(JsonNode node, boolean equal) {
        JsonNode left = node.path("left");
        JsonNode right = node.path("right");
        Optional<BigDecimal> one = number(left);
        Optional<BigDecimal> other = number(right);
        if (one.isPresent() && other.isPresent()) {
            return Optional.of(holds(node.path("type").asText(), one.get().compareTo(other.get())));
        }
        // Where it is missing the comparison is unknown, and holds. Its opposite is then no constant.
        return equal && plain(left).equals(plain(right)) ? Optional.of(true) : Optional.empty();
    }

    private static boolean holds(String type, int order) {
        return switch (type) {
            case "COMPARE_EQUAL" -> order == 0;
            case "COMPARE_NOTEQUAL" -> order != 0;
            case "COMPARE_LESSTHAN" -> order < 0;
            case "COMPARE_LESSTHANOREQUALTO" -> order <= 0;
            case "COMPARE_GREATERTHAN" -> order > 0;
            default -> order >= 0;
        };
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        String text = node.path("literal").path("text").asText();
        return NUMBERS.contains(node.path("literal").path("kind").asText())
                        && PLAIN_NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    /** The tree without the places of its words in the text. */
    private static String plain(JsonNode node) {
        StringBuilder text = new StringBuilder();
        if (node.isValueNode()) {
            return node.toString();
        }
        if (node.path("type").asText().equals("COLUMN_REF")) {
            return node.path("column_names").toString().toLowerCase(Locale.ROOT);
        }
        if (node.isArray()) {
            StreamSupport.stream(node.spliterator(), false)
                    .map(AlwaysTrue::plain)
                    .forEach(part -> text.append(part).append(','));
            return "[" + text + "]";
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getKey().startsWith("query_location")) {
                text.append(field.getKey())
                        .append(':')
                        .append(plain(field.getValue()))
                        .append(',');
            }
        }
        return "{" + text + "}";
    }
}
