package io.github.mlmaven.spec;

import io.github.mlmaven.api.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must be true of one column. */
public record ColumnSpec(
        @Doc("The type of every value.") ColumnType type,
        @Inline Domain domain,
        @Inline Presence presence,
        @Inline Spelling spelling,
        @Inline TextRules text,

        @Doc("The share of rows that may break type, min, max or values; up to it a break is a warning.") @Default("0")
        Share maxInvalid,

        @Doc("Whether a break of this column's rules fails the build.") @Default("error")
        Severity severity,

        @OfRules Map<String, RuleTerms> terms) {

    public ColumnSpec {
        terms = Map.copyOf(terms);
    }

    /** A column of a type, whose times are written in a format, and no other rule. */
    public static ColumnSpec of(ColumnType type, TimeFormat time, Severity severity) {
        return of(type, Spelling.of(time), severity);
    }

    /** A column of a type, and no other rule. */
    public static ColumnSpec of(ColumnType type, Spelling spelling, Severity severity) {
        Domain any = new Domain(Optional.empty(), Optional.empty(), List.of(), Share.NONE, false);
        Presence allowed = new Presence(false, new Share(1), false, When.ALWAYS);
        return new ColumnSpec(
                type,
                any,
                allowed,
                spelling,
                new TextRules(Optional.empty(), Optional.empty()),
                Share.NONE,
                severity,
                Map.of());
    }

    /** How bad a break of a rule is, by its key. */
    public Severity severity(String rule) {
        return terms(rule).severity().orElse(severity);
    }

    /** On what terms a rule holds. */
    public RuleTerms terms(String rule) {
        return terms.getOrDefault(rule, RuleTerms.USUAL);
    }

    /** The column without the rules that do not hold in a phase. */
    public ColumnSpec in(Phase phase) {
        if (terms.values().stream().allMatch(rule -> holds(rule, phase))) {
            return this;
        }
        boolean missing = holds(terms("max-missing"), phase);
        Domain kept = new Domain(
                domain.min().filter(edge -> holds(terms("min"), phase)),
                domain.max().filter(edge -> holds(terms("max"), phase)),
                holds(terms("values"), phase) ? domain.values() : List.of(),
                domain.maxUnseen(),
                domain.ordered());
        Presence there = new Presence(
                presence.required() && holds(terms("required"), phase),
                missing ? presence.maxMissing() : new Share(1),
                presence.unique() && holds(terms("unique"), phase),
                presence.when());
        TextRules texts = new TextRules(
                text.pattern().filter(pattern -> holds(terms("pattern"), phase)),
                text.length().filter(length -> holds(terms("length"), phase)));
        return new ColumnSpec(type, kept, there, spelling, texts, maxInvalid, severity, terms);
    }

    private static boolean holds(RuleTerms rule, Phase phase) {
        return rule.when() == Phase.ALWAYS || rule.when() == phase;
    }

    /** How dates and timestamps are written. */
    public TimeFormat time() {
        return spelling.time();
    }

    public When when() {
        return presence.when();
    }
}
