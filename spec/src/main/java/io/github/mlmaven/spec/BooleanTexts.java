package io.github.mlmaven.spec;

import java.util.List;

/**
 * How the values of a boolean column are written. Where nothing is listed, as {@code true}, {@code false}, {@code 1} or
 * {@code 0}; else as one of the listed texts to the letter, or as {@code true} or {@code false}. The words are those in any case.
 */
public record BooleanTexts(
        @Doc(
                "The texts that are true in a boolean column, to the letter; the words true and false always are what they say.")
        @Default("[]")
        @Example("['Yes', 'J']")
        List<String> trueValues,

        @Doc("The texts that are false in a boolean column, to the letter.") @Default("[]") @Example("['No', 'N']")
        List<String> falseValues) {

    /** Nothing is listed. */
    public static final BooleanTexts USUAL = new BooleanTexts(List.of(), List.of());

    public BooleanTexts {
        trueValues = List.copyOf(trueValues);
        falseValues = List.copyOf(falseValues);
    }

    /** Whether nothing is listed. */
    public boolean isUsual() {
        return trueValues.isEmpty() && falseValues.isEmpty();
    }
}
