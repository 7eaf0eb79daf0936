package io.github.mlmaven.spec;

import io.github.mlmaven.text.KebabCase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One bound of a gate as a fact.
 *
 * @param name {@code mae[cut].max}
 * @param text {@code 400, min-rows 200, severity warning}: the amount, and what is not the default
 */
public record GateFact(String name, String text) {

    private static final String SEVERITY = "severity ";
    private static final String MIN_ROWS = "min-rows ";
    private static final String STRICT = "strict";

    /** What another text of the same fact means. */
    public enum Change {
        LOOSENED,
        TIGHTENED,
        /** Neither, or both. */
        CHANGED
    }

    static List<GateFact> of(GateSpec gate) {
        String metric =
                gate.metric() + gate.slice().map(column -> "[" + column + "]").orElse("");
        String rest =
                (gate.minRows().isPresent() ? ", " + MIN_ROWS + gate.minRows().getAsLong() : "")
                        + (gate.severity() == Severity.ERROR ? "" : ", " + SEVERITY + KebabCase.of(gate.severity()))
                        + (gate.strict() ? ", " + STRICT : "");
        List<GateFact> facts = new ArrayList<>();
        GateSpec.Bounds bounds = gate.bounds();
        bounds.min().ifPresent(min -> facts.add(new GateFact(metric + ".min", SpecFacts.amount(min) + rest)));
        bounds.max().ifPresent(max -> facts.add(new GateFact(metric + ".max", SpecFacts.amount(max) + rest)));
        bounds.maxGap().ifPresent(gap -> facts.add(new GateFact(metric + ".max-gap", SpecFacts.amount(gap) + rest)));
        bounds.minRatio()
                .ifPresent(ratio -> facts.add(new GateFact(metric + ".min-ratio", SpecFacts.amount(ratio) + rest)));
        bounds.baseline().ifPresent(baseline -> {
            baseline.maxIncrease()
                    .ifPresent(far -> facts.add(new GateFact(metric + ".max-increase", SpecFacts.amount(far) + rest)));
            baseline.maxDecrease()
                    .ifPresent(far -> facts.add(new GateFact(metric + ".max-decrease", SpecFacts.amount(far) + rest)));
        });
        return facts;
    }

    /**
     * What it means that a bound has another text now.
     *
     * @param fact the name, which ends with the kind of the bound
     */
    public static Change change(String fact, String before, String now) {
        // A gate that fails no build any more is looser, however near its bound is now.
        int milder = severity(now) - severity(before);
        if (milder != 0) {
            return milder > 0 ? Change.LOOSENED : Change.TIGHTENED;
        }
        int looser = 0;
        int tighter = 0;
        for (int sign : new int[] {
            amount(fact, before, now),
            Long.compare(minRows(now), minRows(before)),
            Boolean.compare(isStrict(before), isStrict(now))
        }) {
            looser += sign > 0 ? 1 : 0;
            tighter += sign < 0 ? 1 : 0;
        }
        if (looser > 0 == tighter > 0
                || !part(before, "").endsWith("%") == part(now, "").endsWith("%")) {
            return Change.CHANGED;
        }
        return looser > 0 ? Change.LOOSENED : Change.TIGHTENED;
    }

    /** Above 0 where the bound allows more. */
    private static int amount(String fact, String before, String now) {
        Optional<BigDecimal> old = number(part(before, ""));
        Optional<BigDecimal> amount = number(part(now, ""));
        if (old.isEmpty() || amount.isEmpty()) {
            return 0;
        }
        int rise = amount.get().compareTo(old.get());
        String kind = fact.replaceFirst("#\\d+$", "");
        return kind.endsWith(".min") || kind.endsWith(".min-ratio") ? -rise : rise;
    }

    private static int severity(String text) {
        String severity = part(text, SEVERITY);
        return severity.isEmpty() ? 0 : severity.equals(KebabCase.of(Severity.WARNING)) ? 1 : 2;
    }

    private static boolean isStrict(String text) {
        return List.of(text.split(", ", -1)).contains(STRICT);
    }

    private static long minRows(String text) {
        return number(part(text, MIN_ROWS)).map(BigDecimal::longValue).orElse(0L);
    }

    /** What follows a word in a text; before the first comma for no word; empty where it is not there. */
    private static String part(String text, String word) {
        String[] parts = text.split(", ", -1);
        if (word.isEmpty()) {
            return parts[0];
        }
        for (String part : parts) {
            if (part.startsWith(word)) {
                return part.substring(word.length());
            }
        }
        return "";
    }

    private static Optional<BigDecimal> number(String text) {
        String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        return digits.matches("-?[0-9]+(\\.[0-9]+)?") ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }
}
