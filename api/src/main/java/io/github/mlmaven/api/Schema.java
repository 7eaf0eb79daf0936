package io.github.mlmaven.api;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

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
     * @param texts what texts say; absent where they are what they usually are
     * @param rules what values are held to beyond type and range; absent where they are not
     */
    public record Input(
            String name,
            ColumnType type,
            List<String> values,
            Range range,
            boolean required,
            Optional<Texts> texts,
            Optional<Rules> rules) {
        public Input {
            values = List.copyOf(values);
        }

        /** An input whose texts are what they usually are, and held to nothing more. */
        public Input(String name, ColumnType type, List<String> values, Range range, boolean required) {
            this(name, type, values, range, required, Optional.empty(), Optional.empty());
        }
    }

    /**
     * What the texts of an input say.
     *
     * @param trueValues those that are true, to the letter
     * @param falseValues those that are false, to the letter
     */
    public record Texts(List<String> trueValues, List<String> falseValues) {
        public Texts {
            trueValues = List.copyOf(trueValues);
            falseValues = List.copyOf(falseValues);
            if (!Collections.disjoint(trueValues, falseValues)) {
                throw new IllegalArgumentException("a text is both true and false");
            }
        }
    }

    /** A rule on the values of an input. */
    public enum Rule {
        /** The least number of the range. */
        MIN,
        /** The greatest number of the range. */
        MAX,
        /** The values that the model knows. */
        VALUES,
        /** A pattern. */
        PATTERN,
        /** The length of a text. */
        LENGTH
    }

    /**
     * What the values of an input are held to.
     *
     * @param pattern a regular expression of RE2 that texts match from the first to the last letter
     * @param shortest how many code points a text has at least
     * @param longest how many code points a text has at most
     * @param refused the rules whose break is refused; that of others is counted
     */
    public record Rules(
            Optional<String> pattern, OptionalLong shortest, OptionalLong longest, SortedSet<Rule> refused) {
        public Rules {
            refused = Collections.unmodifiableSortedSet(new TreeSet<>(refused));
        }
    }

    /** Inclusive bounds, each of which may be absent. */
    public record Range(OptionalDouble min, OptionalDouble max) {}
}
