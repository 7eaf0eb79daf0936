package io.github.mlmaven.spec;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A text that says yes in data, and the one that says no beside it; in lower case, and there in any. */
public record YesOrNo(String yes, String no) {

    private static final List<YesOrNo> ALL = List.of(
            new YesOrNo("yes", "no"),
            new YesOrNo("y", "n"),
            new YesOrNo("t", "f"),
            new YesOrNo("on", "off"),
            new YesOrNo("ja", "nein"),
            new YesOrNo("j", "n"),
            new YesOrNo("wahr", "falsch"),
            new YesOrNo("oui", "non"),
            new YesOrNo("vrai", "faux"),
            new YesOrNo("si", "no"),
            new YesOrNo("sí", "no"),
            new YesOrNo("ja", "nee"));

    /** The first pair that has a text, in any case. */
    public static Optional<YesOrNo> with(String text) {
        String lower = folded(text);
        return ALL.stream()
                .filter(pair -> lower.equals(pair.yes) || lower.equals(pair.no))
                .findFirst();
    }

    /** The pair that some texts are, in any case and more than one spelling of it: {@code Yes}, {@code yes} and {@code no}. */
    public static Optional<YesOrNo> of(Collection<String> texts) {
        Set<String> lower = texts.stream().map(YesOrNo::folded).collect(Collectors.toSet());
        return ALL.stream()
                .filter(pair -> lower.equals(Set.of(pair.yes, pair.no)))
                .findFirst();
    }

    /** Whether a text is this pair's yes. */
    public boolean isYes(String text) {
        return folded(text).equals(yes);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
