package io.github.mlmaven.spec;

import io.github.mlmaven.text.KebabCase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

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
        table.references().ifPresent(reference -> reference(reference, SpecRules.path(here, "references")));
        table.contradictoryLabels()
                .filter(share -> share.value() == 1)
                .ifPresent(share -> rules.problem(
                        "any data has at most 100% of contradictory labels.",
                        "Write a smaller share, or remove the check.", SpecRules.path(here, "contradictory-labels")));
    }

    private void reference(ReferenceCheck reference, String... at) {
        rules.knownEach(reference.columns(), SpecRules.path(at, "columns"));
        rules.repeated(reference.keys(), "the column", SpecRules.path(at, "keys"));
        if (reference.columns().isEmpty()) {
            rules.problem("no column refers to anything.", "List some.", SpecRules.path(at, "columns"));
        } else if (reference.key().size() != reference.columns().size()) {
            rules.problem(
                    reference.columns().size() + " columns cannot be a key of "
                            + reference.keys().size() + ".",
                    "List as many keys as columns, in the same order, or none if they have the same names.",
                    SpecRules.path(at, "keys"));
        }
        if (reference.file().isBlank()) {
            rules.problem("no table is referred to.", "Name its file: data/towns.csv.", SpecRules.path(at, "file"));
        } else if (reference.key().equals(reference.columns()) && isOwn(reference.file())) {
            rules.problem(
                    "the table is the data itself, where each row has its own values as a key.",
                    "Name the file of another table, or other columns as 'keys'.",
                    SpecRules.path(at, "file"));
        }
    }

    private boolean isOwn(String file) {
        return spec.data()
                .from()
                .own()
                .source()
                .filter(source -> plain(source).equals(plain(file)))
                .isPresent();
    }

    /** Another spelling of the same path, relative to the project. */
    private static List<String> plain(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.replace('\\', '/').split("/", -1)) {
            if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
                names.removeLast();
            } else if (!name.equals(".") && !name.isEmpty()) {
                names.add(name);
            }
        }
        return List.copyOf(names);
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
        if (fresh.asOf().filter(day -> !day.isDay()).isPresent()) {
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
