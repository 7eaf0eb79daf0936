package io.github.mlmaven.draft;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.YesOrNo;
import io.github.mlmaven.text.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The type of a column, by how all of its values are written. */
final class TypeGuess {

    /** More different values of a category are not listed: the list would be read by nobody. */
    private static final int LISTED = 50;
    /** More different categories get no feature each: they are mostly names. */
    private static final int CATEGORIES = 200;
    /** Longer texts are prose. */
    private static final int PROSE = 100;
    /** So few values of a whole number are worth a word. */
    private static final int FEW = 12;

    private static final String QUOTED =
            "texts in the data, such as the codes of things; if they are numbers, write so";

    private final SeenColumn facts;

    private TypeGuess(SeenColumn facts) {
        this.facts = facts;
    }

    static Guess of(SeenColumn facts) {
        return new TypeGuess(facts).guess();
    }

    private Guess guess() {
        FormCounts.Facts forms = facts.forms();
        if (facts.size().values() == 0) {
            return Guess.text("no row has a value");
        }
        Guess guess = forms.only(TextForm.WHOLE)
                ? whole()
                : forms.only(TextForm.DECIMAL, TextForm.WHOLE)
                        ? Guess.of(ColumnType.NUMBER, "")
                        : forms.only(TextForm.TRUTH, TextForm.WHOLE) && isTruth() ? truth("") : texts();
        boolean constant = facts.size().distinct() == 1 && facts.size().missing() == 0;
        return constant ? guess.noInput("all rows have the same value: nothing to learn from") : guess;
    }

    private Guess whole() {
        if (values().equals(Set.of("0", "1"))) {
            return truth("0 and 1 alone");
        }
        Optional<Guess> time = TimeGuess.of(facts);
        if (time.isPresent()) {
            return time.get();
        }
        if (isCode() && facts.size().distinct() <= LISTED && facts.listed().complete()) {
            return Guess.category(listed(), "whole numbers, by the name codes without an order");
        }
        boolean few = facts.size().distinct() <= FEW;
        return Guess.of(
                ColumnType.INTEGER,
                few ? facts.size().distinct() + " different values: write category if they are codes" : "");
    }

    private boolean isCode() {
        return facts.name().toLowerCase(Locale.ROOT).matches("(.*[^a-z])?(code|zip|zipcode|postal|postcode|class|cat)");
    }

    private boolean isTruth() {
        return Set.of("true", "false", "0", "1")
                .containsAll(values().stream()
                        .map(value -> value.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    private static Guess truth(String reason) {
        return Guess.of(ColumnType.BOOLEAN, reason);
    }

    private Guess texts() {
        FormCounts.Facts forms = facts.forms();
        Optional<Guess> time = TimeGuess.of(facts);
        if (time.isPresent()) {
            return time.get();
        }
        if (NumeralGuess.isWritten(facts)) {
            return Guess.text("numbers such as " + forms.numerals().example()
                    + ", and no one way of writing numbers makes some of this and all other columns");
        }
        if (forms.longest() > PROSE) {
            return Guess.text("up to " + Numbers.count(forms.longest()) + " letters: prose");
        }
        if (facts.listed().complete() && YesOrNo.of(values()).isPresent()) {
            return Guess.worded(listed(), "yes or no by its words");
        }
        long distinct = facts.size().distinct();
        if (distinct > LISTED && distinct > facts.size().values() / 2) {
            return Guess.text((facts.size().unique() && facts.size().missing() == 0
                            ? "every row has another value"
                            : atLeast(distinct) + " different values among "
                                    + Numbers.count(facts.size().values()))
                    + ": a name or a key");
        }
        if (distinct > CATEGORIES) {
            return Guess.text(atLeast(distinct) + " different values: too many for a feature each");
        }
        return distinct > LISTED || !facts.listed().complete()
                ? Guess.category(List.of(), distinct + " different values: more than are worth a list")
                : Guess.category(
                        listed(),
                        Stream.of(reason(), rare())
                                .filter(said -> !said.isEmpty())
                                .collect(Collectors.joining("; ")));
    }

    /**
     * That others will come: of as many values as occur once, about so many rows of a next file have one that none had. I. J.
     * Good, "The population frequencies of species and the estimation of population parameters", 1953.
     */
    private String rare() {
        long once = facts.listed().counts().values().stream()
                .filter(count -> count == 1)
                .count();
        return once == 0 || facts.size().values() < Draft.FEWEST_ROWS
                ? ""
                : "%s of %s values %s once: a new one is an error unless max-unseen allows some, or values is left out"
                        .formatted(once, facts.size().distinct(), once == 1 ? "occurs" : "occur");
    }

    private static String atLeast(long distinct) {
        return (distinct >= 100_000 ? "at least " : "") + Numbers.count(distinct);
    }

    private String reason() {
        FormCounts.Facts forms = facts.forms();
        if (forms.only(TextForm.LEADING_ZERO, TextForm.WHOLE, TextForm.QUOTED)) {
            return "leading zeros: codes and no numbers";
        }
        if (forms.count(TextForm.QUOTED) > 0) {
            return QUOTED;
        }
        long numbers = forms.count(TextForm.WHOLE) + forms.count(TextForm.DECIMAL);
        return numbers > facts.size().values() / 2
                ? "numbers but for \"" + odd(forms)
                        + "\": of csv files a text in data.missing is read as a missing value"
                : "";
    }

    private static String odd(FormCounts.Facts forms) {
        return forms.examples().entrySet().stream()
                .filter(example -> example.getKey() != TextForm.WHOLE && example.getKey() != TextForm.DECIMAL)
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private Set<String> values() {
        return facts.listed().counts().keySet();
    }

    /** In the order of numbers where they are some. */
    List<String> listed() {
        return ordered(facts);
    }

    /** The values of a column in the order that people expect. */
    static List<String> ordered(SeenColumn facts) {
        Set<String> values = facts.listed().counts().keySet();
        return facts.isNumeric()
                ? values.stream().sorted(ByNumber.THEN_TEXT).toList()
                : List.copyOf(new TreeSet<>(values));
    }
}
