package io.github.mlmaven.text;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacedFileTest {

    @TempDir
    Path folder;

    @Test
    void what_lies_where_a_folder_belongs_is_named() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "");

        assertThatThrownBy(() -> Json.replace(target.resolve("ml/a.json"), new byte[0]))
                .hasMessage(target.resolve("ml/a.json") + " could not be written: " + target
                        + " is no folder. Remove what lies there, or give it another name: a folder belongs there.");
    }
}
