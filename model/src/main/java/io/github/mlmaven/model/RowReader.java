package io.github.mlmaven.model;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.model.Manifest.Input;
import io.github.mlmaven.text.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a row of named values into the raw numbers that the encoder takes. */
final class RowReader {

    /** Rows come from anywhere: a message quotes no more of them. */
    private static final int LONGEST_QUOTE = 80;

    private final List<Input> inputs;
    private final List<String> names;
    private final Set<String> known;
    private final List<Map<String, Integer>> categories;

    /** A reader of inputs, whose categories are counted as the encoder counts them. */
    RowReader(List<Input> inputs, Encoder encoder) {
        this.inputs = inputs;
        this.names = inputs.stream().map(Input::name).toList();
        this.known = Set.copyOf(names);
        this.categories = encoder.columns().stream().map(RowReader::positions).toList();
        if (!names.equals(encoder.inputs())) {
            throw new MlException(
                    "The manifest's inputs are " + names + ", the encoder's " + encoder.inputs() + ".",
                    "Package the model again.");
        }
    }

    private static Map<String, Integer> positions(ColumnEncoder column) {
        Map<String, Integer> positions = new HashMap<>();
        column.categories().forEach(category -> positions.put(category, positions.size()));
        return positions;
    }

    /**
     * The raw numbers of a row, in the order of the inputs.
     *
     * @throws MlException naming the column, what was found and what is allowed
     */
    double[] read(Map<String, ?> row) {
        for (String name : row.keySet()) {
            if (!known.contains(name)) {
                throw new MlException(
                        "The model has no input '" + brief(name) + "'.",
                        Nearest.question(brief(name), names) + "Its inputs are " + String.join(", ", names) + ".");
            }
        }
        double[] raw = new double[inputs.size()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = raw(inputs.get(i), row.get(names.get(i)), categories.get(i));
        }
        return raw;
    }

    private static double raw(Input input, @Nullable Object value, Map<String, Integer> categories) {
        if (value == null) {
            if (input.required()) {
                throw new MlException(
                        "The input '" + input.name() + "' is missing.", "It is required: give it a value.");
            }
            return Double.NaN;
        }
        return switch (input.type()) {
            case NUMBER, INTEGER -> number(input, value);
            case BOOLEAN -> flag(input, value);
            case CATEGORY, TEXT -> category(input, value, categories);
        };
    }

    private static double number(Input input, Object value) {
        if (!(value instanceof Number number)) {
            throw wrongType(input, value);
        }
        double found = number.doubleValue();
        if (!Double.isFinite(found) || (input.type() == ColumnType.INTEGER && found != Math.rint(found))) {
            throw wrongType(input, value);
        }
        return found;
    }

    private static double flag(Input input, Object value) {
        if (!(value instanceof Boolean flag)) {
            throw wrongType(input, value);
        }
        return flag ? 1 : 0;
    }

    private static double category(Input input, Object value, Map<String, Integer> categories) {
        if (!(value instanceof String text)) {
            throw wrongType(input, value);
        }
        return categories.getOrDefault(text, -1);
    }

    private static MlException wrongType(Input input, Object value) {
        String found = value instanceof String text ? '"' + brief(text) + '"' : brief(String.valueOf(value));
        return new MlException(
                "The input '" + input.name() + "' is " + found + ", the model takes "
                        + switch (input.type()) {
                            case NUMBER -> "a finite number";
                            case INTEGER -> "a whole number";
                            case BOOLEAN -> "true or false";
                            case CATEGORY, TEXT -> "a text";
                        }
                        + ".",
                "Correct its " + input.type().name().toLowerCase(Locale.ROOT) + " value.");
    }

    private static String brief(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }
}
