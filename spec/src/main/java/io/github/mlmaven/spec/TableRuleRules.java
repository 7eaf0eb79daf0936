package io.github.mlmaven.spec;

import io.github.mlmaven.text.KebabCase;

/** What must hold for the rules on sequences and across the split. */
final class TableRuleRules {

    private final ModelSpec spec;
    private final SpecRules rules;

    TableRuleRules(ModelSpec spec, SpecRules rules) {
        this.spec = spec;
        this.rules = rules;
    }

    void check(TableRules table, String... here) {
        table.increasing().ifPresent(order -> {
            String[] at = SpecRules.path(here, "increasing");
            rules.knownEach(order.by(), SpecRules.path(at, "by"));
            ordered(order.column(), at);
        });
        table.fresh().ifPresent(fresh -> fresh(fresh, SpecRules.path(here, "fresh")));
        rules.knownEach(table.apart(), SpecRules.path(here, "apart"));
        table.trainBeforeTest().ifPresent(column -> time(column, SpecRules.path(here, "train-before-test")));
        table.contradictoryLabels()
                .filter(share -> share.value() == 1)
                .ifPresent(share -> rules.problem(
                        "any data has at most 100% of contradictory labels.",
                        "Write a smaller share, or remove the check.", SpecRules.path(here, "contradictory-labels")));
    }

    private void ordered(String name, String... at) {
        ColumnSpec column = spec.columns().get(name);
        if (rules.known(name, at)
                && column != null
                && !column.type().isNumeric()
                && !column.type().isTime()) {
            rules.problem(
                    "'" + name + "' of type " + KebabCase.of(column.type()) + " has no order.",
                    "Name a column of numbers, dates or timestamps.",
                    at);
        }
    }

    private void fresh(FreshCheck fresh, String... at) {
        time(fresh.column(), at);
        if (fresh.days() < 0) {
            rules.problem(
                    "nothing is fresh by " + fresh.days() + " days.", "Write 0 or more.", SpecRules.path(at, "days"));
        }
        if (!fresh.asOf().isDay()) {
            rules.problem("as-of is no day.", "Write a date: 2026-01-31.", SpecRules.path(at, "as-of"));
        }
    }

    private void time(String name, String... at) {
        ColumnSpec column = spec.columns().get(name);
        if (rules.known(name, at) && column != null && !column.type().isTime()) {
            rules.problem(
                    "'" + name + "' of type " + KebabCase.of(column.type()) + " has no time.",
                    "Name a column of type date or timestamp.",
                    at);
        }
    }
}
