package io.github.mlmaven.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {

    @TempDir
    Path directory;

    @Test
    void files_are_replaced_and_nothing_else_is_left() throws IOException {
        file("model/a", "old");
        file("model/gone", "old");

        replace("new");

        assertThat(directory.resolve("model/a")).hasContent("new");
        assertThat(directory.resolve("model/gone")).doesNotExist();
        assertThat(directory.toFile().list()).containsExactly("model");
    }

    @Test
    void files_half_written_by_a_killed_build_are_thrown_away() throws IOException {
        file("model/a", "good");
        file("model.new/a", "ha");

        new ModelFolder(directory.resolve("model")).recover();

        assertThat(directory.resolve("model/a")).hasContent("good");
        assertThat(directory.toFile().list()).containsExactly("model");
    }

    @Test
    void files_that_a_killed_build_set_aside_come_back() throws IOException {
        file("model.old/a", "good");
        file("model.new/a", "new");

        new ModelFolder(directory.resolve("model")).recover();

        assertThat(directory.resolve("model/a")).hasContent("good");
        assertThat(directory.toFile().list()).containsExactly("model");
    }

    @Test
    void a_build_that_was_killed_after_the_swap_leaves_the_new_files() throws IOException {
        file("model.old/a", "old");
        file("model/a", "new");

        new ModelFolder(directory.resolve("model")).recover();

        assertThat(directory.resolve("model/a")).hasContent("new");
        assertThat(directory.toFile().list()).containsExactly("model");
    }

    @Test
    void a_place_that_cannot_be_written_is_named() throws IOException {
        file("blocked", "");

        Path model = directory.resolve("blocked").resolve("model");
        assertThatThrownBy(() -> new ModelFolder(model).replace(new TreeMap<>(Map.of("a", new byte[0]))))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(model + " could not be written: ")
                .hasMessageEndingWith(". Make the folder writable, or free space on its disk.");
    }

    private void replace(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        new ModelFolder(directory.resolve("model")).replace(new TreeMap<>(Map.of("a", bytes)));
    }

    private void file(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
