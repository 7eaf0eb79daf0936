package io.github.mlmaven.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

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
