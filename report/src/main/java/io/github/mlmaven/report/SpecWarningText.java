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
        };
    }

    private String remedy() {
        return switch (warning.code()) {
            case VALIDATION_UNUSED ->
                (value("parameter").isEmpty() ? "Remove" : "Set train.parameters." + value("parameter") + ", or remove")
                        + " data.split.validation, so that they train";
        };
    }

    private String value(String name) {
        return Optional.ofNullable(warning.values().get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the warning " + warning.code().key() + " does not say its " + name));
    }
}
