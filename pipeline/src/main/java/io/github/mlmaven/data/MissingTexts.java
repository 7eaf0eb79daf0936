package io.github.mlmaven.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts that stand for a missing value. In a numeric column they do so as numbers too: {@code -200} stands for
 * {@code -200.0}.
 */
final class MissingTexts {

    private final List<String> texts;
    private final NumeralText numerals;
    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final Map<String, Long> wholeNumbers = new LinkedHashMap<>();
    private final Set<Double> seen = ConcurrentHashMap.newKeySet();

    /** Texts beside plain numbers. */
    MissingTexts(List<String> texts) {
        this(texts, NumeralText.PLAIN);
    }

    /**
     * Texts of files.
     *
     * @param numerals how numbers are written there, and so among the texts too
     */
    MissingTexts(List<String> texts, NumeralText numerals) {
        this.texts = List.copyOf(texts);
        this.numerals = numerals;
        for (String text : this.texts) {
            OptionalDouble number = numerals.number(text);
            if (number.isPresent()) {
                numbers.put(text, number.getAsDouble());
            }
            OptionalLong whole = numerals.whole(text);
            if (whole.isPresent()) {
                wholeNumbers.put(text, whole.getAsLong());
            }
        }
    }

    List<String> texts() {
        return texts;
    }

    /** How numbers are written beside the texts. */
    NumeralText numerals() {
        return numerals;
    }

    /** Those that are numbers. */
    double[] numbers() {
        return numbers.values().stream()
                .mapToDouble(Double::doubleValue)
                .distinct()
                .toArray();
    }

    /** Those that are whole numbers. */
    long[] wholeNumbers() {
        return wholeNumbers.values().stream()
                .mapToLong(Long::longValue)
                .distinct()
                .toArray();
    }

    /** Remembers that a number of a numeric column stood for a missing value. */
    void saw(double number) {
        seen.add(number + 0.0);
    }

    /** The texts that were seen as no number, and are to be looked for as they are. */
    List<String> unseen() {
        return texts.stream()
                .filter(text -> !text.isEmpty())
                .filter(text -> !numbers.containsKey(text) || !seen.contains(numbers.get(text) + 0.0))
                .toList();
    }
}
