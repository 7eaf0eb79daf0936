package io.github.mlmaven.draft;

import java.util.Locale;
import java.util.Set;

/** How sure it is that a text stands for a missing value. */
enum MissingText {
    /** It hardly ever stands for anything else. */
    SURE,
    /** It does among numbers; among words it may be one of them. */
    AMONG_NUMBERS,
    NO;

    private static final Set<String> SURE_TEXTS =
            Set.of("na", "n/a", "#n/a", "<na>", "nan", "null", "?", "\\n", "#null!", "#value!");

    private static final Set<String> DOUBTFUL_TEXTS =
            Set.of("none", "nil", "-", "--", "---", ".", "..", "...", "*", "missing", "unknown", "undefined");

    static MissingText of(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT);
        if (SURE_TEXTS.contains(folded)) {
            return SURE;
        }
        return DOUBTFUL_TEXTS.contains(folded) || folded.isEmpty() ? AMONG_NUMBERS : NO;
    }
}
