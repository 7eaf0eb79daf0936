package io.github.mlmaven.api;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a metric is called in files and reports: its descriptor's name, with what it is told: {@code f-beta(beta=2,
 * label=fraud)}. Names are equal texts exactly if they are the same; there is no '[' in any.
 *
 * @param base the descriptor's name
 * @param arguments values in their plain form by parameter; what is empty is not told
 */
public record MetricName(String base, SortedMap<String, String> arguments) {

    public MetricName {
        SortedMap<String, String> told = new TreeMap<>(arguments);
        told.values().removeIf(String::isEmpty);
        arguments = Collections.unmodifiableSortedMap(told);
    }

    /**
     * The name that a text is.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static MetricName parse(String text) {
        int open = text.indexOf('(');
        return open < 0
                ? new MetricName(text, Collections.emptySortedMap())
                : new MetricName(text.substring(0, open), FlowText.arguments(text, open + 1, ')'));
    }

    /** A mapping of words to mappings of words as the text of an argument. */
    public static String matrix(SortedMap<String, SortedMap<String, String>> rows) {
        return FlowText.matrix(rows);
    }

    /** As files and reports have it. */
    public String text() {
        return arguments.isEmpty()
                ? base
                : arguments.entrySet().stream()
                        .map(argument -> FlowText.word(argument.getKey()) + "=" + value(argument.getValue()))
                        .collect(Collectors.joining(", ", base + "(", ")"));
    }

    /** As a model.yaml writes it: {@code {name: f-beta, beta: 2, label: fraud}}. */
    public String written() {
        return arguments.isEmpty()
                ? base
                : arguments.entrySet().stream()
                        .map(argument -> ", " + FlowText.word(argument.getKey()) + ": " + value(argument.getValue()))
                        .collect(Collectors.joining("", "{name: " + base, "}"));
    }

    private static String value(String value) {
        return FlowText.matrix(value)
                .map(FlowText::matrix)
                .filter(value::equals)
                .orElseGet(() -> FlowText.word(value));
    }
}
