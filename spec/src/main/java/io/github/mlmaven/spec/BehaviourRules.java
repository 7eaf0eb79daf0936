package io.github.mlmaven.spec;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.spec.BehaviourSpec.Bounds;
import io.github.mlmaven.spec.BehaviourSpec.Change;
import io.github.mlmaven.spec.BehaviourSpec.Claim;
import io.github.mlmaven.spec.BehaviourSpec.Kind;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What must hold for a test of the model's behaviour: one claim about columns that the model takes, which can be broken. */
final class BehaviourRules {

    private final ModelSpec spec;
    private final SpecRules rules;
    private final BehaviourSpec test;
    private final String[] here;

    BehaviourRules(SpecFile file, SpecRules rules, int index) {
        this.spec = file.spec();
        this.rules = rules;
        this.test = spec.behaviour().get(index);
        this.here = new String[] {"behaviour", Integer.toString(index)};
    }

    void check() {
        Claim claim = test.trial().claim();
        long claims = Stream.of(claim.invariant(), claim.increasing(), claim.decreasing())
                        .filter(Optional::isPresent)
                        .count()
                + (claim.rows().isEmpty() ? 0 : 1);
        if (claims != 1) {
            problem(
                    "the test has " + (claims == 0 ? "no claim." : claims + " claims."),
                    "Give it one of invariant, increasing, decreasing and rows.");
            return;
        }
        if (test.kind() == Kind.ROWS) {
            made(claim.rows());
        } else {
            changed(test.column().orElseThrow(), KebabCase.of(test.kind()));
        }
        label();
        tolerance();
        terms();
    }

    private void changed(String name, String key) {
        Bounds bounds = test.bounds();
        bounds.min().ifPresent(min -> ofRowsAlone("min"));
        bounds.max().ifPresent(max -> ofRowsAlone("max"));
        if (!isInput(name, SpecRules.path(here, key))) {
            return;
        }
        ColumnSpec column = spec.column(name);
        if (column.type().isTime()) {
            problem(
                    "a test cannot change '" + name + "' of type " + KebabCase.of(column.type()) + ".",
                    "Name a column of another type.",
                    key);
        } else if (column.type().isNumeric()) {
            number(name, column);
        } else if (test.kind() != Kind.INVARIANT || test.trial().change().by().isPresent()) {
            problem(
                    "'" + name + "' of type " + KebabCase.of(column.type()) + " does not grow.",
                    "Name a column of numbers; or write invariant, without by.",
                    key);
        } else if (column.type() == ColumnType.TEXT
                && test.trial().change().values().isEmpty()) {
            problem("what else the text '" + name + "' may be is not known.", "List some texts as values.", key);
        }
        values(name, column);
    }

    private void number(String name, ColumnSpec column) {
        Change change = test.trial().change();
        if (change.by().isPresent() == !change.values().isEmpty()) {
            problem(
                    "the test says " + (change.by().isPresent() ? "twice" : "nowhere") + " how '" + name + "' changes.",
                    test.kind() == Kind.INVARIANT
                            ? "Set either by, such as 1%, or values."
                            : "Set by, such as 10%, and no values.");
        } else if (test.kind() != Kind.INVARIANT && change.by().isEmpty()) {
            problem("values do not grow.", "Set by, such as 10%, in their place.", "values");
        }
        change.by().ifPresent(by -> {
            if (by.value() == 0) {
                problem("what grows by 0 does not change.", "Write more, such as 10%.", "by");
            } else if (column.type() == ColumnType.INTEGER && !by.relative() && by.value() != Math.rint(by.value())) {
                problem(
                        "'" + name + "' is a whole number, and does not grow by " + by.text() + ".",
                        "Write a whole number, or a percentage.",
                        "by");
            }
        });
    }

    private void values(String name, ColumnSpec column) {
        List<String> values = test.trial().change().values();
        String[] list = SpecRules.path(here, "values");
        rules.repeated(values, "the value", list);
        for (int i = 0; i < values.size(); i++) {
            allowed(name, column, values.get(i), SpecRules.path(list, Integer.toString(i)));
        }
    }

    private void made(List<Map<String, String>> made) {
        Change change = test.trial().change();
        change.by().ifPresent(by -> notOfRows("by"));
        if (!change.values().isEmpty()) {
            notOfRows("values");
        }
        if (change.first().isPresent()) {
            notOfRows("first");
        }
        test.bounds().tolerance().ifPresent(tolerance -> notOfRows("tolerance"));
        bounds();
        String[] list = SpecRules.path(here, "rows");
        for (int i = 0; i < made.size(); i++) {
            row(made.get(i), SpecRules.path(list, Integer.toString(i)));
        }
    }

    private void row(Map<String, String> row, String... at) {
        row.forEach((name, value) -> {
            String[] cell = SpecRules.path(at, name);
            if (isInput(name, cell)) {
                allowed(name, spec.column(name), value, cell);
            }
        });
        spec.inputs().stream()
                .filter(name -> !row.containsKey(name))
                .filter(name -> spec.column(name).presence().required())
                .forEach(name ->
                        rules.problem("the row has no value of '" + name + "', which is required.", "Add one.", at));
    }

    private void bounds() {
        Bounds bounds = test.bounds();
        if (bounds.min().isEmpty() && bounds.max().isEmpty() && spec.task() == Task.REGRESSION) {
            problem("the test asks nothing of what is predicted for its rows.", "Set min, max or both.");
        }
        if (bounds.min().isPresent()
                && bounds.max().isPresent()
                && bounds.min().get().value() > bounds.max().get().value()) {
            problem("min is larger than max.", "Swap them.");
        }
        bounds.min().ifPresent(min -> bound(min, "min"));
        bounds.max().ifPresent(max -> bound(max, "max"));
    }

    private void bound(GateLimit limit, String key) {
        boolean isShare = limit.value() >= 0 && limit.value() <= 1;
        switch (spec.task()) {
            case REGRESSION -> {
                if (limit.percentage()) {
                    problem(
                            "what is predicted is no share of a whole: " + limit.text() + " says nothing of it.",
                            "Write a number in the label's unit.",
                            key);
                }
            }
            case CLASSIFICATION -> {
                if (!isShare) {
                    problem("no probability is " + limit.text() + ".", "Write 0 to 1, such as 0.9 or 90%.", key);
                }
            }
        }
    }

    private void label() {
        Optional<String> label = test.trial().change().label();
        switch (spec.task()) {
            case REGRESSION ->
                label.ifPresent(name -> problem("a regression predicts no labels.", "Remove label.", "label"));
            case CLASSIFICATION -> {
                boolean isOfAny = test.kind() == Kind.INVARIANT;
                if (isOfAny && label.isPresent()) {
                    problem("invariant is about each label that is predicted.", "Remove label.", "label");
                } else if (!isOfAny && label.isEmpty()) {
                    problem("the test does not say which label it is about.", "Set label.");
                }
                label.ifPresent(
                        name -> allowed(spec.data().label(), spec.label(), name, SpecRules.path(here, "label")));
            }
        }
    }

    private void tolerance() {
        test.bounds()
                .tolerance()
                .filter(far -> spec.task() == Task.CLASSIFICATION && far.value() >= 1)
                .ifPresent(far -> problem(
                        "a tolerance of " + far.text() + " allows a probability anything.",
                        "Write less, such as 5%.",
                        "tolerance"));
    }

    private void terms() {
        if (test.bounds().atLeast().value() == 0) {
            problem("at-least is 0%, which demands nothing.", "Write more, such as 99%.", "at-least");
        }
        test.terms()
                .name()
                .filter(String::isBlank)
                .ifPresent(name -> problem("the name is empty.", "Write one, or remove it.", "name"));
        positive(test.terms().minRows(), "min-rows");
        positive(test.trial().change().first(), "first");
        int made = test.trial().claim().rows().size();
        long tried = made > 0 ? made : test.trial().change().first().orElse(Long.MAX_VALUE);
        if (tried < test.rowsNeeded()) {
            problem(
                    tried + " rows are tried, and min-rows is " + test.rowsNeeded() + ".",
                    "Try more rows, or set a smaller min-rows.");
        }
    }

    private void positive(OptionalLong number, String key) {
        if (number.orElse(1) < 1) {
            problem(key + " is " + number.getAsLong() + ".", "Write 1 or more.", key);
        }
    }

    private boolean isInput(String name, String... at) {
        if (!rules.known(name, at)) {
            return false;
        }
        List<String> inputs = spec.inputs();
        if (inputs.contains(name)) {
            return true;
        }
        rules.problem(
                "the model does not take the column '" + name + "'.",
                () -> "Name one of " + Choice.list(name, inputs) + ".",
                at);
        return false;
    }

    /** A value is one that the column's rules allow. */
    private void allowed(String name, ColumnSpec column, String value, String... at) {
        CellValue cell = new CellValue(column);
        if (!cell.allows(value)) {
            rules.problem("'" + name + "' is never " + Shown.quoted(value) + ".", "Write " + cell.wanted() + ".", at);
        }
    }

    private void ofRowsAlone(String key) {
        problem(key + " is for rows, whose answer is known.", "Remove it.", key);
    }

    private void notOfRows(String key) {
        problem(key + " says nothing of rows that stand here.", "Remove it.", key);
    }

    private void problem(String text, String remedy, String... keys) {
        rules.problem(
                text, remedy, Stream.concat(Stream.of(here), Stream.of(keys)).toArray(String[]::new));
    }
}
