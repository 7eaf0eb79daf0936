package io.github.mlmaven.report;

import io.github.mlmaven.spec.SpecWarning;
import java.util.Optional;

/** A warning about model.yaml in words: what is written as one sentence, and what to do as another. */
public final class SpecWarningText {

    private final SpecWarning warning;

    private SpecWarningText(SpecWarning warning) {
        this.warning = warning;
    }

    /** Where and what is written. */
    public static String sentence(SpecWarning warning) {
        return "%s, column %s: %s."
                .formatted(warning.place(), warning.place().column(), new SpecWarningText(warning).sentence());
    }

    /** What to do. */
    public static String remedy(SpecWarning warning) {
        return new SpecWarningText(warning).remedy() + ".";
    }

    private String sentence() {
        return switch (warning.code()) {
            case VALIDATION_UNUSED ->
                "rows are held out for validation, and %s looks at none of them".formatted(value("trainer"));
            case SPLIT_KEY_UNUSED ->
                "the column '%s' says which rows are held out, so that data.split.%s does nothing"
                        .formatted(value("column"), value("key"));
            case MISSING_TEXTS_UNUSED ->
                "%s has typed values and no texts, so that data.missing does nothing".formatted(value("source"));
            case TEXT_FORMAT_UNUSED ->
                "%s is no csv or tsv file, so that data.csv does nothing".formatted(value("source"));
            case DATA_SNAPSHOT ->
                "%s is a snapshot, of which the repository may have other rows tomorrow".formatted(value("artifact"));
            case MAX_MISSING_UNUSED ->
                "column '%s' is required, so that max-missing allows nothing".formatted(value("column"));
            case MAX_INVALID_UNUSED ->
                "column '%s' is a text and has no rule to break, so that max-invalid does nothing"
                        .formatted(value("column"));
            case MISSING_UNUSED ->
                "column '%s' is required, so that nothing ever stands for a missing value".formatted(value("column"));
            case BIN_OUTSIDE_RANGE ->
                "a bound of the slices of '%s' is outside its min and max, so that a slice has no row"
                        .formatted(value("column"));
            case GATE_AGAINST_DIRECTION ->
                "%s is better the %s it is, and the gate bounds it only on that side, so that the worst model passes"
                        .formatted(value("metric"), value("better"));
        };
    }

    private String remedy() {
        return switch (warning.code()) {
            case VALIDATION_UNUSED ->
                (value("parameter").isEmpty() ? "Remove" : "Set train.parameters." + value("parameter") + ", or remove")
                        + " data.split.validation, so that they train";
            case SPLIT_KEY_UNUSED -> "Remove it, or data.split.column";
            case MISSING_TEXTS_UNUSED, TEXT_FORMAT_UNUSED -> "Remove it";
            case DATA_SNAPSHOT -> "Name a released version before the model is released";
            case MAX_MISSING_UNUSED -> "Remove max-missing, or 'required'";
            case MAX_INVALID_UNUSED -> "Remove it, or change the type";
            case MISSING_UNUSED -> "Remove 'missing', or drop 'required'";
            case BIN_OUTSIDE_RANGE -> "Move the bound, or correct min and max";
            case GATE_AGAINST_DIRECTION -> "Set " + value("opposite") + ", in its place or beside it";
        };
    }

    private String value(String name) {
        return Optional.ofNullable(warning.values().get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the warning " + warning.code().key() + " does not say its " + name));
    }
}
