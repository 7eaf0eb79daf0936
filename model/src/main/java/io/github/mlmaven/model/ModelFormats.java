package io.github.mlmaven.model;

import io.github.mlmaven.api.Extensions;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Target;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The formats of models that can be read: a manifest names one of them, and a file of another is refused. */
final class ModelFormats {

    private ModelFormats() {}

    /** All formats that there is code for. */
    static Extensions<ModelFormat> known() {
        return Extensions.of("model format", ModelFormat.class, TribuoFormats.ALL);
    }

    /**
     * The predictor that a file holds.
     *
     * @param format the name of the file's format
     * @throws MlException if no code reads the format, or the file is no such model
     */
    static Predictor read(String format, byte[] bytes, List<String> features, Target target) {
        ModelFormat reader = known().named(format);
        try {
            return reader.read(bytes, features, target);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new MlException(
                    "%s cannot be read as a %s model: %s."
                            .formatted(Bundle.MODEL, target.task().name().toLowerCase(Locale.ROOT), e.getMessage()),
                    "Train and package it with the same version of ml-model that loads it.",
                    e);
        }
    }
}
