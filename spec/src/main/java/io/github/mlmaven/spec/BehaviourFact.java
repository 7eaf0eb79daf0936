package io.github.mlmaven.spec;

import io.github.mlmaven.spec.GateFact.Change;
import io.github.mlmaven.text.KebabCase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A test of the model's behaviour as a fact.
 *
 * @param name {@code increasing[carat]}
 * @param text {@code 99%, min-rows 30, tolerance 1%: {increasing: carat, by: 10%}}: what must hold, then what is tried
 */
public record BehaviourFact(String name, String text) {

    private static final String TRIAL = ": ";
    private static final String MIN_ROWS = "min-rows ";
    private static final String TOLERANCE = "tolerance ";
    private static final String MIN = "min ";
    private static final String MAX = "max ";
    private static final String SEVERITY = "severity ";

    /** Beyond any bound that can be written. */
    private static final BigDecimal ANY = new BigDecimal("1e400");

    static BehaviourFact of(BehaviourSpec test) {
        BehaviourSpec.Bounds bounds = test.bounds();
        Severity severity = test.terms().severity();
        String terms = GateLimit.percent(bounds.atLeast().value())
                + (", " + MIN_ROWS + test.rowsNeeded())
                + bounds.tolerance().map(far -> ", " + TOLERANCE + far.text()).orElse("")
                + bounds.min().map(min -> ", " + MIN + SpecFacts.amount(min)).orElse("")
                + bounds.max().map(max -> ", " + MAX + SpecFacts.amount(max)).orElse("")
                + (severity == Severity.ERROR ? "" : ", " + SEVERITY + KebabCase.of(severity));
        return new BehaviourFact(test.title(), terms + TRIAL + SpecFacts.mapping(test.trial()));
    }

    /** What it means that a test has another text now: of another trial nobody knows whether it is harder. */
    public static Change change(String before, String now) {
        Parts old = Parts.of(before);
        Parts found = Parts.of(now);
        boolean isOtherUnit = old.isTolerant() && found.isTolerant() && old.isRelative() != found.isRelative();
        if (!old.trial().equals(found.trial()) || isOtherUnit) {
            return Change.CHANGED;
        }
        int milder = found.severity() - old.severity();
        if (milder != 0) {
            return milder > 0 ? Change.LOOSENED : Change.TIGHTENED;
        }
        List<Integer> looser = List.of(
                old.number("").compareTo(found.number("")),
                old.number(MIN_ROWS).compareTo(found.number(MIN_ROWS)),
                found.number(TOLERANCE).compareTo(old.number(TOLERANCE)),
                old.least().compareTo(found.least()),
                found.most().compareTo(old.most()));
        boolean isLooser = looser.stream().anyMatch(sign -> sign > 0);
        boolean isTighter = looser.stream().anyMatch(sign -> sign < 0);
        if (isLooser == isTighter) {
            return Change.CHANGED;
        }
        return isLooser ? Change.LOOSENED : Change.TIGHTENED;
    }

    /** A text in its parts. */
    private record Parts(List<String> terms, String trial) {

        static Parts of(String text) {
            int end = text.indexOf(TRIAL);
            return new Parts(
                    List.of((end < 0 ? text : text.substring(0, end)).split(", ", -1)),
                    end < 0 ? "" : text.substring(end));
        }

        /** What follows a word; the first part for no word. */
        private Optional<String> after(String word) {
            return word.isEmpty()
                    ? Optional.of(terms.get(0))
                    : terms.stream()
                            .filter(term -> term.startsWith(word))
                            .findFirst()
                            .map(term -> term.substring(word.length()));
        }

        private BigDecimal number(String word, BigDecimal absent) {
            return after(word)
                    .map(text -> text.endsWith("%") ? text.substring(0, text.length() - 1) : text)
                    .filter(text -> text.matches("-?[0-9]+(\\.[0-9]+)?"))
                    .map(BigDecimal::new)
                    .orElse(absent);
        }

        BigDecimal number(String word) {
            return number(word, BigDecimal.ZERO);
        }

        BigDecimal least() {
            return number(MIN, ANY.negate());
        }

        BigDecimal most() {
            return number(MAX, ANY);
        }

        boolean isTolerant() {
            return after(TOLERANCE).isPresent();
        }

        boolean isRelative() {
            return after(TOLERANCE).filter(text -> text.endsWith("%")).isPresent();
        }

        int severity() {
            String severity = after(SEVERITY).orElse(KebabCase.of(Severity.ERROR));
            return severity.equals(KebabCase.of(Severity.ERROR))
                    ? 0
                    : severity.equals(KebabCase.of(Severity.WARNING)) ? 1 : 2;
        }
    }
}
