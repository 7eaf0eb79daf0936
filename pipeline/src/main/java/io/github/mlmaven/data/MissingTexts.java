package io.github.mlmaven.data;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The texts that stand for a missing value. In a numeric column they do so as numbers too: {@code -200} stands for
 * {@code -200.0}.
 */
record MissingTexts(List<String> texts) {

    MissingTexts {
        texts = List.copyOf(texts);
    }

    /** Those that are numbers. */
    double[] numbers() {
        return texts.stream()
                .map(DecimalText::number)
                .flatMapToDouble(
                        number -> number.isPresent() ? DoubleStream.of(number.getAsDouble()) : DoubleStream.empty())
                .distinct()
                .toArray();
    }

    /** Those that are whole numbers. */
    long[] wholeNumbers() {
        return texts.stream()
                .map(DecimalText::whole)
                .flatMapToLong(number -> number.stream())
                .distinct()
                .toArray();
    }
}
