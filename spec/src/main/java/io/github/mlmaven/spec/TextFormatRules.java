package io.github.mlmaven.spec;

import io.github.mlmaven.spec.TextFormat.FieldFormat;
import io.github.mlmaven.text.Shown;
import java.util.Optional;

/** What must hold between the characters of a text format, so that a record can be read in one way alone. */
final class TextFormatRules {

    private static final String[] CSV = {"data", "csv"};

    private final TextFormat format;
    private final SpecRules rules;

    TextFormatRules(TextFormat format, SpecRules rules) {
        this.format = format;
        this.rules = rules;
    }

    void check() {
        FieldFormat fields = format.fields();
        fields.delimiter().ifPresent(delimiter -> mark(delimiter, "delimiter", "';', '|', or \"\\t\" for a tab"));
        fields.comment().ifPresent(comment -> mark(comment, "comment", "'#' or '%'"));
        if (!fields.quote().isEmpty()) {
            mark(fields.quote(), "quote", "'\"' or \"'\", or '' for none");
        }
        differ("quote", Optional.of(fields.quote()), "delimiter", fields.delimiter());
        differ("comment", fields.comment(), "delimiter", fields.delimiter());
        differ("comment", fields.comment(), "quote", Optional.of(fields.quote()));
        numerals();
        names();
    }

    /** One letter of ASCII that is no part of a word or a number. */
    private void mark(String text, String key, String such) {
        boolean mark = text.length() == 1 && text.matches("[\\t -~]") && !text.matches("[A-Za-z0-9.+-]");
        if (!mark) {
            rules.problem(
                    "the " + key + " is " + Shown.quoted(text.replace("\t", "\\t")) + ".",
                    "Write one character of ASCII that is no letter, digit or sign, such as " + such + ".",
                    SpecRules.path(CSV, key));
        }
    }

    private void differ(String key, Optional<String> one, String otherKey, Optional<String> other) {
        if (one.isPresent() && one.equals(other)) {
            rules.problem(
                    "the " + key + " is the " + otherKey + " too.",
                    "Write another character for one of them.",
                    SpecRules.path(CSV, key));
        }
    }

    private void numerals() {
        String decimal = format.numerals().decimal();
        if (!decimal.equals(".") && !decimal.equals(",")) {
            rules.problem(
                    "the decimal character is " + Shown.quoted(decimal) + ".",
                    "Write '.' or ','.",
                    SpecRules.path(CSV, "decimal"));
        }
        format.numerals().thousands().ifPresent(thousands -> {
            if (!thousands.matches("[.,'’ _\u00a0\u202f]")) {
                rules.problem(
                        "the thousands character is " + Shown.quoted(thousands) + ".",
                        "Write '.', ',', \"'\", '_' or a blank.",
                        SpecRules.path(CSV, "thousands"));
            } else if (thousands.equals(decimal)) {
                rules.problem(
                        "the thousands character is the decimal character too.",
                        "Numbers with a decimal comma need 'decimal: \",\"'.",
                        SpecRules.path(CSV, "thousands"));
            }
        });
    }

    private void names() {
        rules.repeated(format.lines().names(), "the column", SpecRules.path(CSV, "names"));
        if (format.lines().header() && !format.lines().names().isEmpty()) {
            rules.problem(
                    "names are given for files that have a header.",
                    "Write 'header: false' if the first line is a row, or remove the names.",
                    SpecRules.path(CSV, "names"));
        }
    }
}
