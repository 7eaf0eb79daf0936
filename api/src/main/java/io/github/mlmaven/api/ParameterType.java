package io.github.mlmaven.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values that a parameter can have. */
public sealed interface ParameterType {

    /**
     * A value in its one plain form, in which equal values are equal texts.
     *
     * @param text as a file writes it
     * @return empty where the value is not allowed
     */
    Optional<String> plain(String text);

    /** What is allowed, to complete a sentence: {@code a whole number from 1 to 64}. */
    String allowed();

    /** Whole numbers; both bounds are allowed. */
    record Whole(int min, int max) implements ParameterType {

        @Override
        public Optional<String> plain(String text) {
            return decimal(text)
                    .filter(value -> isWithin(value, BigDecimal.valueOf(min), BigDecimal.valueOf(max)))
                    .filter(value -> value.stripTrailingZeros().scale() <= 0)
                    .map(ParameterType::digits);
        }

        @Override
        public String allowed() {
            return "a whole number from " + min + " to " + max;
        }
    }

    /** How many of the model's labels: fewer than there are. */
    record Rank() implements ParameterType {

        private static final Whole NUMBERS = new Whole(1, 10_000);

        @Override
        public Optional<String> plain(String text) {
            return NUMBERS.plain(text);
        }

        @Override
        public String allowed() {
            return "a whole number from 1, below the number of labels";
        }
    }

    /** Numbers; both bounds are allowed. */
    record Real(BigDecimal min, BigDecimal max) implements ParameterType {

        @Override
        public Optional<String> plain(String text) {
            return decimal(text).filter(value -> isWithin(value, min, max)).map(ParameterType::digits);
        }

        @Override
        public String allowed() {
            return "a number from " + digits(min) + " to " + digits(max);
        }
    }

    /** {@code true} or {@code false}. */
    record Flag() implements ParameterType {

        @Override
        public Optional<String> plain(String text) {
            return Optional.of(text).filter(value -> value.equals("true") || value.equals("false"));
        }

        @Override
        public String allowed() {
            return "true or false";
        }
    }

    /** One of some words. */
    record Choice(List<String> values) implements ParameterType {

        public Choice {
            values = List.copyOf(values);
        }

        @Override
        public Optional<String> plain(String text) {
            return Optional.of(text).filter(values::contains);
        }

        @Override
        public String allowed() {
            return "one of " + String.join(", ", values);
        }
    }

    /** Shares of a whole, written {@code 10%} or {@code 0.1}; both bounds are allowed. */
    record Share(BigDecimal min, BigDecimal max) implements ParameterType {

        @Override
        public Optional<String> plain(String text) {
            Optional<BigDecimal> share = text.endsWith("%")
                    ? decimal(text.substring(0, text.length() - 1)).map(percent -> percent.movePointLeft(2))
                    : decimal(text);
            return share.filter(value -> isWithin(value, min, max)).map(Share::percent);
        }

        @Override
        public String allowed() {
            return "a share from " + percent(min) + " to " + percent(max);
        }

        /** That of a plain text. */
        static BigDecimal value(String plain) {
            return new BigDecimal(plain.substring(0, plain.length() - 1)).movePointLeft(2);
        }

        private static String percent(BigDecimal share) {
            return digits(share.movePointRight(2)) + "%";
        }
    }

    /**
     * A label of the model.
     *
     * @param orAll whether what is not told is of all labels; else of two it is of the second
     */
    record Label(boolean orAll) implements ParameterType {

        @Override
        public Optional<String> plain(String text) {
            return Optional.of(text).filter(label -> orAll || !label.isEmpty());
        }

        @Override
        public String allowed() {
            return "a label of the model";
        }
    }

    /** What each answer costs, by the true label and then by the predicted one: {@code {fraud: {ok: 10}, ok: {fraud: 1}}}. */
    record Costs() implements ParameterType {

        private static final BigDecimal FARTHEST = new BigDecimal("1e12");

        @Override
        public Optional<String> plain(String text) {
            return FlowText.matrix(text).filter(rows -> !rows.isEmpty()).flatMap(Costs::plain);
        }

        private static Optional<String> plain(SortedMap<String, SortedMap<String, String>> rows) {
            SortedMap<String, SortedMap<String, String>> plain = new TreeMap<>();
            for (Map.Entry<String, SortedMap<String, String>> row : rows.entrySet()) {
                SortedMap<String, String> costs = new TreeMap<>();
                for (Map.Entry<String, String> cost : row.getValue().entrySet()) {
                    Optional<String> digits = decimal(cost.getValue())
                            .filter(value -> isWithin(value, FARTHEST.negate(), FARTHEST))
                            .map(ParameterType::digits);
                    if (digits.isEmpty()) {
                        return Optional.empty();
                    }
                    // That a right answer costs nothing need not be told.
                    if (!cost.getKey().equals(row.getKey()) || !digits.get().equals("0")) {
                        costs.put(cost.getKey(), digits.get());
                    }
                }
                if (!costs.isEmpty()) {
                    plain.put(row.getKey(), costs);
                }
            }
            return plain.isEmpty() ? Optional.empty() : Optional.of(FlowText.matrix(plain));
        }

        /** Those of a plain text, by the true label and then by the predicted one. */
        public static SortedMap<String, SortedMap<String, BigDecimal>> values(String plain) {
            SortedMap<String, SortedMap<String, BigDecimal>> values = new TreeMap<>();
            FlowText.matrix(plain).orElseThrow().forEach((label, row) -> {
                SortedMap<String, BigDecimal> costs = new TreeMap<>();
                row.forEach((predicted, cost) -> costs.put(predicted, new BigDecimal(cost)));
                values.put(label, costs);
            });
            return values;
        }

        /**
         * A wrong answer that has no cost, as {@code the label 'fraud' predicted as 'ok'}.
         *
         * @param labels all of the model
         */
        public static Optional<String> missing(
                SortedMap<String, SortedMap<String, BigDecimal>> costs, List<String> labels) {
            return labels.stream()
                    .flatMap(label -> labels.stream()
                            .filter(predicted -> !predicted.equals(label))
                            .filter(predicted -> !costs.containsKey(label)
                                    || !Objects.requireNonNull(costs.get(label)).containsKey(predicted))
                            .map(predicted -> "the label '" + label + "' predicted as '" + predicted + "'"))
                    .findFirst();
        }

        @Override
        public String allowed() {
            return "for each true label what each other answer costs, such as {fraud: {ok: 10}, ok: {fraud: 1}}";
        }
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            // Digits are ASCII's: a file means the same everywhere.
            if (!text.chars().allMatch(letter -> letter < 128)) {
                return Optional.empty();
            }
            BigDecimal value = new BigDecimal(text);
            // A huge exponent is a typing error, and its digits would fill the memory.
            return Math.abs((long) value.scale()) > 1_000 ? Optional.empty() : Optional.of(value);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isWithin(BigDecimal value, BigDecimal min, BigDecimal max) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }

    private static String digits(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
