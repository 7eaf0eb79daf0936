package io.github.mlmaven.spec;

import java.nio.file.Path;

/** Reads {@code model.yaml} strictly: whatever it does not know is an error with line and column. */
public final class SpecReader {

    private SpecReader() {}

    /**
     * Reads a spec.
     *
     * @param file the model.yaml
     * @param defaultName the model's name where the file has none
     * @throws MlException naming every error with its line and column
     */
    public static SpecFile read(Path file, String defaultName) {
        throw new UnsupportedOperationException("to come");
    }
}
