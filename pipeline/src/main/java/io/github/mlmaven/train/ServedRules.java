package io.github.mlmaven.train;

import io.github.mlmaven.api.Schema.Rule;
import io.github.mlmaven.api.Schema.Rules;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.Domain;
import io.github.mlmaven.spec.Phase;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.TextRules.Length;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a column's rules the model holds requests to: what the build refuses, each value for itself. Where a share of the
 * values may break a rule no single one is refused.
 */
final class ServedRules {

    private ServedRules() {}

    /** @param column with the rules that hold for requests */
    static Optional<Rules> of(ColumnSpec column) {
        Optional<String> pattern = column.text().pattern();
        Optional<Length> length = column.text().length();
        Set<Rule> refused = EnumSet.noneOf(Rule.class);
        if (column.maxInvalid().value() == 0) {
            if (pattern.isPresent() && isError(column, "pattern")) {
                refused.add(Rule.PATTERN);
            }
            if (length.isPresent() && isError(column, "length")) {
                refused.add(Rule.LENGTH);
            }
            addBounds(column, refused);
        }
        return refused.isEmpty() && length.isEmpty() && pattern.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rules(
                        pattern,
                        length.map(Length::min).orElse(OptionalLong.empty()),
                        length.map(Length::max).orElse(OptionalLong.empty()),
                        new TreeSet<>(refused)));
    }

    /** The model has an answer to what is beyond them, unless somebody says that they are about requests. */
    private static void addBounds(ColumnSpec column, Set<Rule> refused) {
        Domain domain = column.domain();
        if (domain.min().isPresent() && isAboutRequests(column, "min")) {
            refused.add(Rule.MIN);
        }
        if (domain.max().isPresent() && isAboutRequests(column, "max")) {
            refused.add(Rule.MAX);
        }
        if (!domain.values().isEmpty() && domain.maxUnseen().value() == 0 && isAboutRequests(column, "values")) {
            refused.add(Rule.VALUES);
        }
    }

    private static boolean isAboutRequests(ColumnSpec column, String rule) {
        return column.terms(rule).when() == Phase.SERVING && isError(column, rule);
    }

    private static boolean isError(ColumnSpec column, String rule) {
        return column.severity(rule) == Severity.ERROR;
    }
}
