package io.github.mlmaven.api;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What goes in and what comes out.
 *
 * @param inputs in the order of the model's raw numbers
 * @param label the name of what is predicted
 * @param labels the labels of a classification in the model's order; empty for a regression
 */
public record Schema(Task task, List<Input> inputs, String label, List<String> labels) {
    public Schema {
        inputs = List.copyOf(inputs);
        labels = List.copyOf(labels);
    }

    /** What comes out. */
    public Target target() {
        return new Target(task, label, labels);
    }

    /**
     * An input column.
     *
     * @param values the values of a category that the model knows
     * @param range the range that the schema allows
     * @param required whether a missing value is refused
     */
    public record Input(String name, ColumnType type, List<String> values, Range range, boolean required) {
        public Input {
            values = List.copyOf(values);
        }
    }

    /** Inclusive bounds, each of which may be absent. */
    public record Range(OptionalDouble min, OptionalDouble max) {}
}
