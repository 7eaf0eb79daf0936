package io.github.mlmaven.spec;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.SpecFile.Place;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Nearest;
import io.github.mlmaven.text.Numbers;
import io.github.mlmaven.text.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
        if (!file.name().matches("[a-z0-9][a-z0-9._-]{0,99}")) {
            problem(
                    "the model's name is " + Shown.quoted(file.name()) + ".",
                    "Write 'name:' with at most 100 lower-case letters, digits, '-', '_' and '.', beginning with a letter or"
                            + " digit.",
                    "name");
        }
        if (spec.columns().isEmpty()) {
            problem("'columns' is empty.", "Describe each column of the data: 'carat: {type: number}'.", "columns");
            return;
        }
        spec.columns().keySet().forEach(column -> new ColumnRules(file, this, column).check());
        new DataRules(file, this).check();
        spec.features().keySet().forEach(column -> known(column, "features", column));
        new CheckRules(file, this).check();
        spec.drift().ifPresent(this::check);
        new TrainRules(file, this).check();
        new FeatureRules(file, this).check();
        new MetricRules(file, this).check();
        new SliceRules(file, this).check();
        repeated(spec.gates(), "the gate", "gates");
        for (int i = 0; i < spec.gates().size(); i++) {
            new GateRules(file, this, i).check();
        }
        behaviour();
    }

    private void behaviour() {
        List<BehaviourSpec> tests = spec.behaviour();
        repeated(tests, "the test", "behaviour");
        List<String> titles = tests.stream().map(BehaviourSpec::title).toList();
        for (int i = 0; i < tests.size(); i++) {
            new BehaviourRules(file, this, i).check();
            int first = titles.indexOf(titles.get(i));
            if (first < i && !tests.get(first).equals(tests.get(i))) {
                problem(
                        "another test is called " + Shown.quoted(titles.get(i)) + ", too.",
                        "Give one of them a name of its own.",
                        "behaviour",
                        Integer.toString(i));
            }
        }
    }

    private void check(DriftSpec drift) {
        knownEach(drift.columns(), "drift", "columns");
        double numbers = drift.allowed().numbers();
        if (!(numbers > 0 && numbers < Double.POSITIVE_INFINITY)) {
            problem(
                    "numbers may move by " + Numbers.plain(numbers) + " standard deviations.",
                    "Write a number above 0, such as 0.1.",
                    "drift",
                    "allowed",
                    "numbers");
        }
        drift.by().ifPresent(by -> {
            if (known(by.column(), "drift", "by", "column")) {
                time(by.column(), spec.column(by.column()).type());
            }
        });
    }

    private void time(String column, ColumnType type) {
        if (!type.isTime()) {
            problem(
                    "slices are of time, and '" + column + "' is of type " + KebabCase.of(type) + ".",
                    "Name a column of type date or timestamp.",
                    "drift",
                    "by",
                    "column");
        }
    }

    /** Each of some names must be of a column, and stand once. */
    void knownEach(List<String> columns, String... keys) {
        columns.forEach(column -> known(column, keys));
        repeated(columns, "the column", keys);
    }

    /** What stands in a list must not stand there again. */
    void repeated(List<?> entries, String what, String... list) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!seen.add(entries.get(i))) {
                String name = entries.get(i) instanceof String text ? " " + Shown.quoted(text) : "";
                problem(what + name + " is here a second time.", "Remove it.", path(list, Integer.toString(i)));
            }
        }
    }

    /** Whether a column is of the schema. */
    boolean known(String column, String... keys) {
        if (spec.columns().containsKey(column)) {
            return true;
        }
        Set<String> columns = spec.columns().keySet();
        problem(
                "no column " + Shown.quoted(column) + " in the schema.",
                () -> Nearest.question(column, columns) + "Name one of " + Choice.list(column, columns) + ".",
                keys);
        return false;
    }

    /** The keys to something in a list. */
    static String[] path(String[] list, String index) {
        return Stream.concat(Arrays.stream(list), Stream.of(index)).toArray(String[]::new);
    }

    void problem(String text, String remedy, String... keys) {
        problem(text, () -> remedy, keys);
    }

    /** @param remedy as {@link Problems#add(Place, String, Supplier)} makes it */
    void problem(String text, Supplier<String> remedy, String... keys) {
        problems.add(nearest(file.places(), keys), text, remedy);
    }

    Catalog catalog() {
        return file.catalog();
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
