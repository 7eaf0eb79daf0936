package io.github.mlmaven.spec;

import java.util.Optional;

/** On what terms a rule of a column holds. */
public record RuleTerms(
        @Doc("Whether a break of the rule fails the build. Default: the column's severity.")
        Optional<Severity> severity,

        @Doc("What the rule holds for: training data, what is predicted (serving), or both.") @Default("always")
        Phase when) {

    static final RuleTerms USUAL = new RuleTerms(Optional.empty(), Phase.ALWAYS);
}
