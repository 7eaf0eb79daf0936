package io.github.mlmaven.model;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Rule;
import io.github.mlmaven.api.Schema.Rules;
import io.github.mlmaven.text.PatternSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A rule of the schema on the values of an input, beyond its type. A missing value is none of its matters. Immutable. */
final class Held {

    private static final int SHOWN = 20;

    private final Rule rule;
    private final String wanted;
    private final Cells kept;

    private Held(Rule rule, String wanted, Cells kept) {
        this.rule = rule;
        this.wanted = wanted;
        this.kept = kept;
    }

    /** Whether a value, which is there, is as the rule says. */
    @FunctionalInterface
    private interface Cells {
        boolean isKept(Column column, int row);
    }

    /**
     * The rules on an input that the model holds rows to itself: patterns and lengths, and what else is refused.
     *
     * @throws IllegalArgumentException if one cannot be read
     */
    static List<Held> of(Input input) {
        List<Held> held = new ArrayList<>();
        input.rules().ifPresent(rules -> {
            rules.pattern().ifPresent(pattern -> held.add(pattern(pattern)));
            if (rules.shortest().isPresent() || rules.longest().isPresent()) {
                held.add(length(rules));
            }
            rules.refused().forEach(rule -> addBound(rule, input, held));
        });
        return List.copyOf(held);
    }

    private static void addBound(Rule rule, Input input, List<Held> held) {
        switch (rule) {
            case MIN -> {
                double min = input.range().min().orElseThrow(() -> absent(input));
                held.add(number(rule, "at least " + edge(input, min), number -> number >= min));
            }
            case MAX -> {
                double max = input.range().max().orElseThrow(() -> absent(input));
                held.add(number(rule, "at most " + edge(input, max), number -> number <= max));
            }
            case VALUES -> held.add(values(input.values()));
            case PATTERN, LENGTH -> {}
        }
    }

    private static IllegalArgumentException absent(Input input) {
        return new IllegalArgumentException("the input '" + input.name() + "' has no bound to hold rows to");
    }

    /** Times are kept as days, and not written so. */
    private static String edge(Input input, double bound) {
        return input.type().isTime() ? "the day " + Column.decimal(bound) + " since 1970-01-01" : Column.decimal(bound);
    }

    private static Held pattern(String text) {
        PatternSize.tooLarge(text).ifPresent(what -> {
            throw new IllegalArgumentException("the pattern '" + Quote.of(text) + "' " + what);
        });
        try {
            Pattern pattern = Pattern.compile(text);
            return text(
                    Rule.PATTERN,
                    "a text that " + text + " matches from its first to its last letter",
                    cell -> pattern.matcher(cell).matches());
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("the pattern '" + Quote.of(text) + "' cannot be read", e);
        }
    }

    private static Held length(Rules rules) {
        OptionalLong min = rules.shortest();
        OptionalLong max = rules.longest();
        String bounds = min.isPresent() && max.isPresent()
                ? min.getAsLong() + " to " + max.getAsLong()
                : min.isPresent() ? "at least " + min.getAsLong() : "at most " + max.orElseThrow();
        return text(Rule.LENGTH, "a text of " + bounds + " letters", cell -> {
            int letters = cell.codePointCount(0, cell.length());
            return min.orElse(0) <= letters && letters <= max.orElse(Long.MAX_VALUE);
        });
    }

    private static Held values(List<String> values) {
        Set<String> known = new HashSet<>(values);
        String listed = values.stream()
                .limit(SHOWN)
                .map(value -> '"' + Quote.of(value) + '"')
                .collect(Collectors.joining(", ", "one of ", values.size() > SHOWN ? ", ..." : ""));
        return text(Rule.VALUES, listed, known::contains);
    }

    private static Held text(Rule rule, String wanted, Predicate<String> isKept) {
        return new Held(rule, wanted, (column, row) -> isKept.test(column.text(row)));
    }

    private static Held number(Rule rule, String wanted, DoublePredicate isKept) {
        return new Held(rule, wanted, (column, row) -> isKept.test(column.number(row)));
    }

    Rule rule() {
        return rule;
    }

    /** What a value must be, to complete the sentence "the model takes ...". */
    String wanted() {
        return wanted;
    }

    /**
     * The first row that breaks the rule.
     *
     * @param before no later row is looked at
     * @return {@code before} if there is none
     */
    int firstBroken(Column column, int before) {
        int rows = Math.min(before, column.rows());
        for (int row = 0; row < rows; row++) {
            if (isBroken(column, row)) {
                return row;
            }
        }
        return before;
    }

    /** Whether a row breaks it. */
    boolean isBroken(Column column, int row) {
        return !column.isMissing(row) && !kept.isKept(column, row);
    }

    /** How many rows break it. */
    long broken(Column column) {
        long broken = 0;
        for (int row = 0; row < column.rows(); row++) {
            broken += isBroken(column, row) ? 1 : 0;
        }
        return broken;
    }
}
