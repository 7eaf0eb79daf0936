package io.github.mlmaven.spec;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.EvaluateSpec.SliceSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What must hold for the slices of the evaluation. */
final class SliceRules {

    private static final int MOST_QUANTILES = 100;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}");

    private final ModelSpec spec;
    private final List<SliceSpec> slices;
    private final SpecRules rules;

    SliceRules(SpecFile file, SpecRules rules) {
        this.spec = file.spec();
        this.slices = spec.evaluate().slices();
        this.rules = rules;
    }

    void check() {
        for (int i = 0; i < slices.size(); i++) {
            check(slices.get(i), "evaluate", "slices", Integer.toString(i));
        }
        rules.repeated(slices, "the slice", "evaluate", "slices");
        called();
    }

    /** The rows of a condition are told apart from others by their name alone. */
    private void called() {
        List<String> titles = slices.stream().map(SliceSpec::title).toList();
        for (int i = 0; i < slices.size(); i++) {
            int first = titles.indexOf(titles.get(i));
            boolean isOfCondition = slices.get(i).where().isPresent()
                    || slices.get(first).where().isPresent();
            if (first < i && isOfCondition && !slices.get(first).equals(slices.get(i))) {
                rules.problem(
                        "another slice is called '" + titles.get(i) + "', too.",
                        "Give the slice of a condition a name of its own.",
                        "evaluate",
                        "slices",
                        Integer.toString(i));
            }
        }
    }

    private void check(SliceSpec slice, String... here) {
        if (slice.where().isPresent()) {
            ofCondition(slice, here);
            return;
        }
        slice.name()
                .ifPresent(name -> rules.problem(
                        "the slice '" + name + "' has no condition.",
                        "Slices of a column are called after it: remove the name, or write where instead of column.",
                        here));
        if (slice.column().isEmpty()) {
            rules.problem("the slice has neither a column nor a condition.", "Set column, or where and name.", here);
            return;
        }
        String name = slice.column().get();
        if (!rules.known(name, here)) {
            return;
        }
        ColumnSpec column = spec.column(name);
        if (!slice.isOfRanges() && column.type() == ColumnType.NUMBER) {
            rules.problem(
                    "the slices of the number '" + name + "' need bounds.",
                    "Write {column: " + name + ", bins: [1, 2]}, or {column: " + name + ", quantiles: 4}.",
                    here);
        }
        if (slice.isOfRanges() && !column.type().isNumeric()) {
            String key = slice.bins().isEmpty() ? "quantiles" : "bins";
            rules.problem("'" + name + "' is no number and has " + key + ".", "Remove the " + key + ".", here);
            return;
        }
        with(slice, here);
        quantiles(slice, here);
        for (int i = 1; i < slice.bins().size(); i++) {
            if (slice.bins().get(i - 1) >= slice.bins().get(i)) {
                rules.problem("the bins do not rise.", "Order them from low to high, each once.", here);
                return;
            }
        }
        outside(slice, column, here);
    }

    private void ofCondition(SliceSpec slice, String... here) {
        if (slice.column().isPresent() || !slice.with().isEmpty() || slice.isOfRanges()) {
            rules.problem(
                    "the slice has a condition and a column.",
                    "Write the column's values into where, or remove where.",
                    here);
        }
        if (slice.name().isEmpty()) {
            rules.problem("the slice of a condition has no name.", "Set name, which gates and reports call it.", here);
        } else if (!NAME.matcher(slice.name().get()).matches()) {
            rules.problem(
                    "a slice is called '" + slice.name().get() + "'.",
                    "Write up to 60 letters, digits, spaces, dots, hyphens and underscores.",
                    here);
        } else if (spec.columns().containsKey(slice.name().get())) {
            rules.problem(
                    "the slice is called '" + slice.name().get() + "', as a column is.", "Choose another name.", here);
        }
    }

    private void with(SliceSpec slice, String... here) {
        for (String name : slice.with()) {
            if (!rules.known(name, here)) {
                return;
            }
            ColumnType type = spec.column(name).type();
            if (type != ColumnType.CATEGORY && type != ColumnType.BOOLEAN) {
                rules.problem(
                        "'" + name + "' is no category and no boolean.",
                        "Name it as the column, with bins or quantiles, and the other one under with.",
                        here);
            }
            if (slice.column().equals(Optional.of(name))
                    || slice.with().indexOf(name) != slice.with().lastIndexOf(name)) {
                rules.problem("the slice has '" + name + "' twice.", "Name each column once.", here);
                return;
            }
        }
    }

    private void quantiles(SliceSpec slice, String... here) {
        slice.quantiles().ifPresent(count -> {
            if (count < 2 || count > MOST_QUANTILES) {
                rules.problem("quantiles is " + count + ".", "Write 2 to " + MOST_QUANTILES + ".", here);
            }
            if (!slice.bins().isEmpty()) {
                rules.problem("the slice has bins and quantiles.", "Remove one of the two.", here);
            }
        });
    }

    private void outside(SliceSpec slice, ColumnSpec column, String... here) {
        Domain domain = column.domain();
        boolean outside = slice.bins().stream()
                .anyMatch(bin -> domain.min().filter(min -> bin <= min.real()).isPresent()
                        || domain.max().filter(max -> bin > max.real()).isPresent());
        if (outside) {
            rules.warn(SpecWarningCode.BIN_OUTSIDE_RANGE, Map.of("column", slice.title()), here);
        }
    }
}
