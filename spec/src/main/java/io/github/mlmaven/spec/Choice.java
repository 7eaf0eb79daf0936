package io.github.mlmaven.spec;

import io.github.mlmaven.text.Nearest;
import io.github.mlmaven.text.Numbers;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What can be written instead of a word that is not known, in sentences that stay short however much is known. */
final class Choice {

    private static final int ALL = 20;
    private static final int NEAREST = 10;

    private Choice() {}

    /** {@code Did you mean 'x'? } or nothing. A word that means one of the known ones elsewhere comes before one that looks alike. */
    static String question(String word, Collection<String> known, Optional<String> meant) {
        return meant.filter(known::contains)
                .map(name -> "Did you mean '" + name + "'? ")
                .orElseGet(() -> Nearest.question(word, known));
    }

    /** {@code a, b, c}: all that is known or, where that is too much to read, the nearest with the number of others. */
    static String list(String word, Collection<String> known) {
        if (known.size() <= ALL) {
            return String.join(", ", known);
        }
        List<String> near = Nearest.first(word, known, NEAREST);
        return String.join(", ", near) + " and " + Numbers.count(known.size() - near.size()) + " more";
    }
}
