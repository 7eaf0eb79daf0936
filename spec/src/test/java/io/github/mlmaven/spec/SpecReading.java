package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small model.yaml, changed and read. */
abstract class SpecReading {

    static final String SMALL = """
            task: regression
            data:
              source: data.csv
              label: price
            columns:
              carat: {type: number}
              price: {type: number}
            """;

    @TempDir
    Path folder;

    Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("model.yaml");
    }

    final SpecFile read(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return SpecReader.read(file, "default-name");
    }

    final void fails(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(MlException.class).hasMessage(message);
    }
}
