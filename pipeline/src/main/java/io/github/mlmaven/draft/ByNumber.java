package io.github.mlmaven.draft;

import io.github.mlmaven.data.DecimalText;
import java.util.Comparator;

/** Texts that are numbers, from the least to the greatest. */
final class ByNumber {

    static final Comparator<String> THEN_TEXT = Comparator.<String>comparingDouble(
                    text -> DecimalText.number(text).orElseThrow())
            .thenComparing(Comparator.naturalOrder());

    private ByNumber() {}
}
