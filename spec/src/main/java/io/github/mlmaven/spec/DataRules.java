package io.github.mlmaven.spec;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.text.KebabCase;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold for source, label, ids and split. */
final class DataRules {

    private final SpecFile file;
    private final ModelSpec spec;
    private final DataSpec data;
    private final SpecRules rules;

    DataRules(SpecFile file, SpecRules rules) {
        this.file = file;
        this.spec = file.spec();
        this.data = spec.data();
        this.rules = rules;
    }

    void check() {
        new SourceRules(data.from(), rules).check();
        rules.known(data.label(), "data", "label");
        rules.knownEach(data.id(), "data", "id");
        rules.knownEach(data.split().group(), "data", "split", "group");
        data.split().column().ifPresent(column -> rules.known(column, "data", "split", "column"));
        rules.repeated(data.missing(), "the text", "data", "missing");
        if (data.where().filter(String::isBlank).isPresent()) {
            rules.problem(
                    "the condition keeps no row.",
                    "Write what is true for the rows to keep: 'y is not null'.",
                    "data",
                    "where");
        }
        new TextFormatRules(data.csv(), rules).check();
        if (are(".*[.]parquet")) {
            unused("missing", SpecWarningCode.MISSING_TEXTS_UNUSED);
        }
        if (are(".*[.](parquet|json|jsonl|ndjson|json[.]gz|jsonl[.]gz|ndjson[.]gz)")) {
            unused("csv", SpecWarningCode.TEXT_FORMAT_UNUSED);
        }
        label();
        split();
    }

    /** Whether no source can be of another kind: its files are called so, or it is a database. */
    private boolean are(String files) {
        if (data.from().jdbc().isPresent()) {
            return true;
        }
        return !data.from().origins().isEmpty()
                && data.from().origins().values().stream()
                        .allMatch(origin ->
                                origin.fileName().toLowerCase(Locale.ROOT).matches(files));
    }

    private void unused(String key, SpecWarningCode code) {
        if (file.says("data", key)) {
            rules.warn(code, Map.of("source", data.from().words()), "data", key);
        }
    }

    private void label() {
        ColumnSpec label = spec.columns().get(data.label());
        if (label == null) {
            return;
        }
        if (!spec.task().labelTypes().contains(label.type())) {
            rules.problem(
                    "the label '" + data.label() + "' is of type " + KebabCase.of(label.type()) + ", the task is "
                            + KebabCase.of(spec.task()) + ".",
                    "A " + KebabCase.of(spec.task()) + " predicts "
                            + spec.task().labelTypes().stream()
                                    .map(DataRules::withArticle)
                                    .collect(Collectors.joining(" or "))
                            + ".",
                    "data",
                    "label");
        }
        if (label.domain().values().size() == 1) {
            rules.problem(
                    "the label '" + data.label() + "' can have one value only.",
                    "List all labels, at least two.",
                    "columns",
                    data.label(),
                    "values");
        }
        if (data.id().contains(data.label())) {
            rules.problem("the label is also an id.", "Remove it from data.id.", "data", "id");
        }
        if (spec.inputs().isEmpty()) {
            rules.problem(
                    "no column is left for the model to learn from.",
                    "Add a column beside label and id that exists always and is no text, or encode a date.",
                    "columns");
        }
    }

    private static String withArticle(ColumnType type) {
        String word = KebabCase.of(type);
        return ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
    }

    private void split() {
        SplitSpec split = data.split();
        way(split);
        if (split.partColumn().isPresent()) {
            splitColumn(split.partColumn().get());
            return;
        }
        if (split.test().value() == 0 && split.way().after().isEmpty()) {
            rules.problem(
                    "no row is held out for the evaluation.", "Set a test share above 0.", "data", "split", "test");
        }
        if (split.test().value() + split.validation().value() >= 1) {
            rules.problem(
                    "test and validation leave no row for training.",
                    "Their shares must sum to less than 1.",
                    "data",
                    "split");
        }
    }

    private void way(SplitSpec split) {
        if (split.by() != SplitBy.HASH && split.column().isEmpty()) {
            rules.problem(
                    "the split by " + KebabCase.of(split.by()) + " has no column.",
                    "Name it: 'column: sold'.",
                    "data",
                    "split",
                    "by");
            return;
        }
        if (split.by() == SplitBy.HASH && split.column().isPresent()) {
            rules.problem(
                    "a split by hash looks at no column.",
                    "Write 'group', or remove 'column'.",
                    "data",
                    "split",
                    "column");
        }
        if (split.by() == SplitBy.TIME) {
            time(split, split.column().orElseThrow());
        } else if (split.way().after().isPresent()) {
            rules.problem(
                    "only a split by time has an 'after'.",
                    "Write 'by: time', or remove it.",
                    "data",
                    "split",
                    "after");
        }
        if (split.way().stratify()
                && (split.by() != SplitBy.HASH || !split.group().isEmpty())) {
            rules.problem(
                    "only a split by hash without groups can be stratified.",
                    "Remove 'stratify'.",
                    "data",
                    "split",
                    "stratify");
        } else if (split.way().stratify() && spec.task() != Task.CLASSIFICATION) {
            rules.problem(
                    "only a classification has labels to stratify by.",
                    "Remove 'stratify'.",
                    "data",
                    "split",
                    "stratify");
        }
    }

    private void time(SplitSpec split, String name) {
        ColumnSpec column = spec.columns().get(name);
        if (column != null && !column.type().isTime()) {
            rules.problem(
                    "the split is by time, and '" + name + "' is of type " + KebabCase.of(column.type()) + ".",
                    "Name a column of type date or timestamp.",
                    "data",
                    "split",
                    "column");
        }
        boolean wrong =
                split.way().after().filter(after -> isWrong(after, column)).isPresent();
        if (wrong) {
            rules.problem(
                    "'after' is no time that '" + name + "' can have.",
                    "Write a date: 2026-01-31; of a timestamp also 2026-01-31T10:15:30Z.",
                    "data",
                    "split",
                    "after");
        }
        if (split.way().after().isPresent() && file.says("data", "split", "test")) {
            rules.problem(
                    "'after' says which rows are tested, and 'test' too.",
                    "Remove one of them.",
                    "data",
                    "split",
                    "test");
        }
        if (!split.group().isEmpty()) {
            rules.problem("a split by time keeps no groups together.", "Remove 'group'.", "data", "split", "group");
        }
    }

    private static boolean isWrong(Edge after, @Nullable ColumnSpec column) {
        boolean day = column != null && column.type() == ColumnType.DATE;
        return !after.time() || (day && !after.isDay());
    }

    private void splitColumn(String column) {
        if (column.equals(data.label())) {
            rules.problem(
                    "the label cannot say which rows are held out.", "Name another column.", "data", "split", "column");
        }
        for (String key : new String[] {"test", "validation", "group"}) {
            if (file.says("data", "split", key)) {
                rules.warn(
                        SpecWarningCode.SPLIT_KEY_UNUSED, Map.of("key", key, "column", column), "data", "split", key);
            }
        }
    }
}
