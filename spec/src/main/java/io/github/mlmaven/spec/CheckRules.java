package io.github.mlmaven.spec;

import io.github.mlmaven.text.Shown;
import java.util.List;
import java.util.Optional;

/** What must hold for the checks of the table: one rule each, that can be broken and met, and that no other check has. */
final class CheckRules {

    private final ModelSpec spec;
    private final List<TableCheck> checks;
    private final SpecRules rules;

    CheckRules(SpecFile file, SpecRules rules) {
        this.spec = file.spec();
        this.checks = file.spec().checks();
        this.rules = rules;
    }

    void check() {
        for (int i = 0; i < checks.size(); i++) {
            check(checks.get(i), i);
        }
        rules.repeated(checks, "the check", "checks");
        List<Optional<String>> names = checks.stream().map(TableCheck::name).toList();
        for (int i = 0; i < names.size(); i++) {
            Optional<String> name = names.get(i);
            int first = names.indexOf(name);
            if (name.isPresent() && first < i && !checks.get(first).equals(checks.get(i))) {
                rules.problem(
                        "the name " + Shown.quoted(name.get()) + " is that of another check.",
                        "Give each a name of its own.",
                        "checks",
                        Integer.toString(i),
                        "name");
            }
        }
    }

    private void check(TableCheck check, int index) {
        String[] here = {"checks", Integer.toString(index)};
        int found = (check.rows().isPresent() ? 1 : 0)
                + (check.unique().isEmpty() ? 0 : 1)
                + (check.sql().isPresent() ? 1 : 0)
                + check.rules().count();
        if (found != 1) {
            rules.problem(
                    "the check has " + (found == 0 ? "no rule." : found + " rules."),
                    "Give it one of rows, unique, sql, increasing, fresh, apart, train-before-test, contradictory-labels and references.",
                    here);
        }
        rules.knownEach(check.unique(), SpecRules.path(here, "unique"));
        if (check.sql().filter(String::isBlank).isPresent()) {
            rules.problem("the condition is empty.", "Write one that holds for every row: 'x > 0'.", here);
        }
        check.rows().ifPresent(rows -> rows(rows, here));
        new TableRuleRules(spec, rules).check(check.rules(), here);
    }

    private void rows(TableCheck.Rows rows, String... here) {
        if (rows.min().isEmpty() && rows.max().isEmpty()) {
            rules.problem("the check bounds nothing.", "Give 'rows' a min or a max.", here);
        }
        if (rows.min().isPresent()
                && rows.max().isPresent()
                && rows.min().getAsLong() > rows.max().getAsLong()) {
            rules.problem("min is larger than max.", "Swap them.", here);
        }
        if (rows.min().orElse(1) < 1) {
            rules.problem(
                    "every table has at least " + rows.min().getAsLong() + " rows.", "Write a min of 1 or more.", here);
        }
        if (rows.max().orElse(1) < 1) {
            rules.problem(
                    "no table passes with at most " + rows.max().getAsLong() + " rows.",
                    "Write a max of 1 or more.",
                    here);
        }
    }
}
