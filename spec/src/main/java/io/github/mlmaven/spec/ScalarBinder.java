package io.github.mlmaven.spec;

import io.github.mlmaven.text.KebabCase;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the scalars of model.yaml. Numbers and booleans are those of YAML 1.2's JSON schema. */
final class ScalarBinder {

    private static final Set<Class<?>> TYPES = Set.of(
            String.class,
            boolean.class,
            int.class,
            long.class,
            Double.class,
            Edge.class,
            OptionalDouble.class,
            OptionalLong.class,
            Share.class,
            Tolerance.class,
            GateLimit.class);

    private static final Set<Class<?>> PERCENTAGES = Set.of(Share.class, Tolerance.class, GateLimit.class);

    private static final Pattern BLANK_IN_PERCENTAGE = Pattern.compile("(\\S+)[\\s\u00a0\u202f]+%");

    /** Digits are ASCII's: a model.yaml means the same everywhere. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?[0-9]+,[0-9]+%?");
    private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]{1,3}([_,' ][0-9]{3})+(\\.[0-9]+)?%?");

    private ScalarBinder() {}

    static boolean reads(Class<?> type) {
        return type.isEnum() || TYPES.contains(type);
    }

    /** The value, or nothing where the text is none of the type. */
    static Optional<Object> read(String text, Class<?> type) {
        if (type == String.class) {
            return Optional.of(text);
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> KebabCase.of((Enum<?>) constant).equals(text))
                    .map(Object.class::cast)
                    .findFirst();
        }
        if (type == boolean.class) {
            return text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
        }
        return readNumber(text, type);
    }

    private static Optional<Object> readNumber(String text, Class<?> type) {
        Optional<Edge> time = type == Edge.class ? Edge.ofTime(text) : Optional.empty();
        if (time.isPresent()) {
            return Optional.of(time.get());
        }
        boolean percent = text.endsWith("%");
        if (percent && !PERCENTAGES.contains(type)) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = decimal(percent ? text.substring(0, text.length() - 1) : text)
                .map(value -> percent ? value.movePointLeft(2) : value);
        return number.flatMap(value -> convert(value, type, percent));
    }

    private static Optional<Object> convert(BigDecimal value, Class<?> type, boolean percent) {
        double real = value.doubleValue();
        if (type == Share.class) {
            return Optional.of(new Share(real));
        }
        if (type == Tolerance.class) {
            return Optional.of(new Tolerance(real, percent));
        }
        if (type == Edge.class) {
            return Double.isInfinite(real) ? Optional.empty() : Optional.of(new Edge(value));
        }
        if (type == GateLimit.class) {
            return Double.isInfinite(real) ? Optional.empty() : Optional.of(new GateLimit(real, percent));
        }
        if (type == OptionalDouble.class) {
            return Double.isInfinite(real) ? Optional.empty() : Optional.of(OptionalDouble.of(real));
        }
        if (type == Double.class) {
            return Double.isInfinite(real) ? Optional.empty() : Optional.of(real);
        }
        try {
            if (type == int.class) {
                return Optional.of(value.intValueExact());
            }
            return Optional.of(
                    type == long.class ? (Object) value.longValueExact() : OptionalLong.of(value.longValueExact()));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> decimal(String text) {
        // Longer ones are typing errors, as are huge exponents: exact whole numbers of them would fill the memory.
        if (text.length() > 400 || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(text);
            return Math.abs((long) value.scale()) > 1_000 ? Optional.empty() : Optional.of(value);
        } catch (NumberFormatException e) {
            // An exponent beyond the range of an int.
            return Optional.empty();
        }
    }

    /** What a text that is no value of a type was most likely meant to be, as a question with a space behind it, or nothing. */
    private static String question(String text, Class<?> type) {
        if (type.isEnum()) {
            return Choice.question(
                    text,
                    names(type),
                    Words.of(KebabCase.of(type.getSimpleName())).meant(text));
        }
        if (type == boolean.class) {
            return Choice.question(
                    text, List.of("true", "false"), Words.of("boolean").meant(text));
        }
        Optional<String> number = Optional.of(text.strip())
                .map(words -> words.replaceFirst("\\s+%$", "%"))
                .map(words -> DECIMAL_COMMA.matcher(words).matches() ? words.replace(',', '.') : words)
                .map(words -> GROUPED.matcher(words).matches() ? words.replaceAll("[_,' ]", "") : words);
        return number.filter(
                        words -> !words.equals(text) && readNumber(words, type).isPresent())
                .map(words -> "Did you mean '" + words + "'? ")
                .orElse("");
    }

    static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> KebabCase.of((Enum<?>) constant))
                .toList();
    }

    /** Whether values of the type can be written as percentages. */
    static boolean isPercentage(Class<?> type) {
        return PERCENTAGES.contains(type);
    }

    /** What to write in place of a text that is no value of the type, in whole sentences. */
    static String remedy(String text, Class<?> type) {
        Matcher blank = BLANK_IN_PERCENTAGE.matcher(text);
        if (isPercentage(type) && blank.matches() && decimal(blank.group(1)).isPresent()) {
            return "The blank is the trouble: write " + blank.group(1) + "%.";
        }
        return question(text, type) + "Write " + expected(type) + ".";
    }

    /** What a value of the type looks like, to complete the sentence "Write ...". */
    static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + String.join(", ", names(type));
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type == Share.class) {
            return "a share from 0 to 1, or 0% to 100%";
        }
        if (type == Tolerance.class) {
            return "a number from 0, or a percentage such as 2%";
        }
        if (type == Edge.class) {
            return "a number, or of a date 2026-01-31, of a timestamp 2026-01-31T10:15:30Z";
        }
        if (type == GateLimit.class) {
            return "a number, or a percentage such as 95% where the metric is a share";
        }
        return type == int.class || type == long.class || type == OptionalLong.class ? "a whole number" : "a number";
    }
}
