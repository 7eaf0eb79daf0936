package io.github.mlmaven.spec;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.text.KebabCase;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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
        if (data.source().isBlank()) {
            rules.problem("the source is empty.", "Name a file, a directory or a glob.", "data", "source");
        }
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
        String source = data.source().toLowerCase(Locale.ROOT);
        if (source.endsWith(".parquet")) {
            unused("missing", SpecWarningCode.MISSING_TEXTS_UNUSED);
        }
        if (source.matches(".*[.](parquet|json|jsonl|ndjson|json[.]gz|jsonl[.]gz|ndjson[.]gz)")) {
            unused("csv", SpecWarningCode.TEXT_FORMAT_UNUSED);
        }
        label();
        split();
    }

    private void unused(String key, SpecWarningCode code) {
        if (file.says("data", key)) {
            rules.warn(code, Map.of("source", data.source()), "data", key);
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
                    "Add a column beside label and id that exists always and is no text.",
                    "columns");
        }
    }

    private static String withArticle(ColumnType type) {
        String word = KebabCase.of(type);
        return ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
    }

    private void split() {
        SplitSpec split = data.split();
        if (split.column().isPresent()) {
            splitColumn(split.column().get());
            return;
        }
        if (split.test().value() == 0) {
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
