package io.github.mlmaven.spec;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold for the texts of a boolean column: each says one thing. */
final class BooleanRules {

    private static final String TRUE = "true-values";
    private static final String FALSE = "false-values";

    private final SpecFile file;
    private final SpecRules rules;
    private final String name;
    private final ColumnSpec column;

    BooleanRules(SpecFile file, SpecRules rules, String name) {
        this.file = file;
        this.rules = rules;
        this.name = name;
        this.column = file.spec().column(name);
    }

    void check() {
        boolean says = Stream.of(TRUE, FALSE).anyMatch(key -> file.says("columns", name, key));
        if (says && column.type() != ColumnType.BOOLEAN) {
            problem(
                    "column '" + name + "' is of type " + KebabCase.of(column.type())
                            + " and lists texts that are true or false.",
                    "Only a boolean has them: change the type, or remove true-values and false-values.");
        } else if (says) {
            texts(column.spelling().booleans());
        }
    }

    private void texts(BooleanTexts texts) {
        empty(texts.trueValues(), TRUE, "true", "['Yes']");
        empty(texts.falseValues(), FALSE, "false", "['No']");
        Set<String> seen = new HashSet<>();
        Set<String> missing = Set.copyOf(file.spec().data().missing());
        texts.trueValues().forEach(text -> text(text, TRUE, "false", seen, missing));
        texts.falseValues().forEach(text -> text(text, FALSE, "true", seen, missing));
    }

    private void empty(List<String> texts, String key, String value, String example) {
        if (texts.isEmpty()) {
            problem(
                    "column '" + name + "' lists no text that is " + value + ".",
                    "Write both: " + key + ": " + example + ".",
                    file.says("columns", name, key) ? new String[] {key} : new String[0]);
        }
    }

    private void text(String text, String key, String opposite, Set<String> seen, Set<String> missing) {
        if (text.equalsIgnoreCase(opposite)) {
            problem(
                    "column '" + name + "' lists " + Shown.quoted(text) + " in " + key + ".",
                    "The words true and false are what they say: remove it.",
                    key);
        } else if (!seen.add(text)) {
            problem(
                    "column '" + name + "' lists " + Shown.quoted(text) + " twice in true-values and false-values.",
                    "Remove one of them.",
                    key);
        } else if (missing.contains(text)) {
            problem(
                    "column '" + name + "' lists " + Shown.quoted(text)
                            + ", which data.missing reads as a missing value.",
                    "Remove it here, or from data.missing.",
                    key);
        }
    }

    private void problem(String text, String remedy, String... key) {
        rules.problem(
                text,
                remedy,
                Stream.concat(Stream.of("columns", name), Stream.of(key)).toArray(String[]::new));
    }
}
