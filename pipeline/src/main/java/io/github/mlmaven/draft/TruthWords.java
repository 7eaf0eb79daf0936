package io.github.mlmaven.draft;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Pairs of words that say no and yes. A boolean column has true, false, 1 and 0 alone, so that they are drafted as a category. */
final class TruthWords {

    private static final Set<Set<String>> PAIRS = Set.of(
            Set.of("no", "yes"),
            Set.of("n", "y"),
            Set.of("f", "t"),
            Set.of("off", "on"),
            Set.of("nein", "ja"),
            Set.of("n", "j"),
            Set.of("falsch", "wahr"),
            Set.of("non", "oui"),
            Set.of("faux", "vrai"),
            Set.of("no", "si"),
            Set.of("no", "sí"),
            Set.of("nee", "ja"));

    private TruthWords() {}

    /** Whether two words are such a pair, in any case. */
    static boolean are(Set<String> values) {
        return PAIRS.contains(values.stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()));
    }
}
