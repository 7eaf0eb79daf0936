package io.github.mlmaven.spec;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.EvaluateSpec.SliceSpec;
import io.github.mlmaven.spec.SpecFile.Place;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What must hold between the keys of a model.yaml, beyond the form of each. */
final class SpecRules {

    private final SpecFile file;
    private final ModelSpec spec;
    private final Problems problems;
    private final List<SpecWarning> warnings = new ArrayList<>();

    SpecRules(SpecFile file, Problems problems) {
        this.file = file;
        this.spec = file.spec();
        this.problems = problems;
    }

    void check() {
        if (!file.name().matches("[a-z0-9][a-z0-9._-]*")) {
            problem(
                    "the model's name is '" + file.name() + "'.",
                    "Write 'name:' with lower-case letters, digits, '-', '_' and '.', beginning with a letter or digit.",
                    "name");
        }
        if (spec.columns().isEmpty()) {
            problem("'columns' is empty.", "Describe each column of the data: 'carat: {type: number}'.", "columns");
            return;
        }
        columnNames();
        spec.columns().forEach(this::column);
        label();
        split();
        for (int i = 0; i < spec.checks().size(); i++) {
            tableCheck(spec.checks().get(i), i);
        }
        new TrainRules(file, this).check();
        new FeatureRules(file, this).check();
        for (int i = 0; i < spec.evaluate().slices().size(); i++) {
            slice(spec.evaluate().slices().get(i), i);
        }
        for (int i = 0; i < spec.gates().size(); i++) {
            new GateRules(file, this, i).check();
        }
    }

    private void columnNames() {
        known(spec.data().label(), "data", "label");
        knownEach(spec.data().id(), "data", "id");
        knownEach(spec.data().split().group(), "data", "split", "group");
        spec.data().split().column().ifPresent(column -> known(column, "data", "split", "column"));
        spec.features().keySet().forEach(column -> known(column, "features", column));
    }

    private void knownEach(Collection<String> columns, String... keys) {
        columns.forEach(column -> known(column, keys));
    }

    private boolean known(String column, String... keys) {
        if (spec.columns().containsKey(column)) {
            return true;
        }
        problem(
                "no column '" + column + "' in the schema.",
                Nearest.question(column, spec.columns().keySet()) + "Name one of "
                        + String.join(", ", spec.columns().keySet()) + ".",
                keys);
        return false;
    }

    private void column(String name, ColumnSpec column) {
        Domain domain = column.domain();
        boolean bounded = domain.min().isPresent() || domain.max().isPresent();
        if (bounded && !column.type().isNumeric()) {
            problem(
                    "column '" + name + "' is of type " + KebabCase.of(column.type()) + " and has a min or max.",
                    "Only number and integer have one: change the type, or remove min and max.",
                    "columns",
                    name);
        }
        if (domain.min().isPresent()
                && domain.max().isPresent()
                && domain.min().get().compareTo(domain.max().get()) > 0) {
            problem("min is larger than max.", "Swap them.", "columns", name);
        }
        if (!domain.values().isEmpty() && column.type() != ColumnType.CATEGORY) {
            problem(
                    "column '" + name + "' is of type " + KebabCase.of(column.type()) + " and has values.",
                    "Only a category has values: change the type, or remove them.",
                    "columns",
                    name,
                    "values");
        }
        if (domain.values().stream().distinct().count() < domain.values().size()) {
            problem("column '" + name + "' lists a value twice.", "Remove it.", "columns", name, "values");
        }
        if (domain.ordered() && domain.values().isEmpty()) {
            problem(
                    "column '" + name + "' is ordered, but the order is not given.",
                    "List its values from low to high: 'values: [Fair, Good, Ideal]'.",
                    "columns",
                    name,
                    "ordered");
        }
    }

    private void label() {
        ColumnSpec label = spec.columns().get(spec.data().label());
        if (label == null) {
            return;
        }
        if (!spec.task().labelTypes().contains(label.type())) {
            problem(
                    "the label '" + spec.data().label() + "' is of type " + KebabCase.of(label.type())
                            + ", the task is " + KebabCase.of(spec.task()) + ".",
                    "A " + KebabCase.of(spec.task()) + " predicts "
                            + spec.task().labelTypes().stream()
                                    .map(SpecRules::withArticle)
                                    .collect(Collectors.joining(" or "))
                            + ".",
                    "data",
                    "label");
        }
        if (spec.data().id().contains(spec.data().label())) {
            problem("the label is also an id.", "Remove it from data.id.", "data", "id");
        }
        if (spec.inputs().isEmpty()) {
            problem(
                    "no column is left for the model to learn from.",
                    "Add a column beside label and id that exists always and is no text.",
                    "columns");
        }
    }

    private static String withArticle(ColumnType type) {
        String word = KebabCase.of(type);
        return ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
    }

    private void split() {
        SplitSpec split = spec.data().split();
        if (split.column().isPresent()) {
            return;
        }
        if (split.test().value() == 0) {
            problem("no row is held out for the evaluation.", "Set a test share above 0.", "data", "split", "test");
        }
        if (split.test().value() + split.validation().value() >= 1) {
            problem(
                    "test and validation leave no row for training.",
                    "Their shares must sum to less than 1.",
                    "data",
                    "split");
        }
    }

    private void tableCheck(TableCheck check, int index) {
        String[] here = {"checks", Integer.toString(index)};
        int rules = (check.rows().isPresent() ? 1 : 0)
                + (check.unique().isEmpty() ? 0 : 1)
                + (check.sql().isPresent() ? 1 : 0);
        if (rules != 1) {
            problem(
                    "the check has " + (rules == 0 ? "no rule." : rules + " rules."),
                    "Give it one of rows, unique and sql.",
                    here);
        }
        knownEach(check.unique(), "checks", Integer.toString(index), "unique");
        check.rows().ifPresent(rows -> {
            if (rows.min().isEmpty() && rows.max().isEmpty()) {
                problem("the check bounds nothing.", "Give 'rows' a min or a max.", here);
            }
            if (rows.min().orElse(0) > rows.max().orElse(Long.MAX_VALUE)) {
                problem("min is larger than max.", "Swap them.", here);
            }
        });
    }

    private void slice(SliceSpec slice, int index) {
        String[] here = {"evaluate", "slices", Integer.toString(index)};
        if (!known(slice.column(), here)) {
            return;
        }
        ColumnType type = spec.column(slice.column()).type();
        if (slice.bins().isEmpty() && type == ColumnType.NUMBER) {
            problem(
                    "the slices of the number '" + slice.column() + "' need bounds.",
                    "Write {column: " + slice.column() + ", bins: [1, 2]}.",
                    here);
        }
        if (!slice.bins().isEmpty() && !type.isNumeric()) {
            problem("'" + slice.column() + "' is no number and has bins.", "Remove the bins.", here);
        }
        for (int i = 1; i < slice.bins().size(); i++) {
            if (slice.bins().get(i - 1) >= slice.bins().get(i)) {
                problem("the bins do not rise.", "Order them from low to high, each once.", here);
                return;
            }
        }
    }

    void problem(String text, String remedy, String... keys) {
        problems.add(nearest(file.places(), keys), text, remedy);
    }

    /** Tells of something that is allowed, at the nearest key that the file has. */
    void warn(SpecWarningCode code, Map<String, String> values, String... keys) {
        warnings.add(SpecWarning.of(code, file.place(keys), values));
    }

    /** What {@link #check} found that is allowed and most likely not meant, in the order of the file. */
    List<SpecWarning> warnings() {
        return warnings.stream()
                .sorted(Comparator.comparing(SpecWarning::place, SpecPlace.IN_THE_FILE)
                        .thenComparing(SpecWarning::code))
                .toList();
    }

    private static Place nearest(Map<String, Place> places, String... keys) {
        for (int length = keys.length; length > 0; length--) {
            Place place = places.get("/" + String.join("/", List.of(keys).subList(0, length)));
            if (place != null) {
                return place;
            }
        }
        return new Place(1, 1);
    }
}
