package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExistenceTest {

    @TempDir
    Path folder;

    @Test
    void a_file_that_is_there_and_one_that_is_not_are_told_apart() throws IOException {
        Path file = Files.writeString(folder.resolve("model.yaml"), "");

        assertThat(new Existence(file).isFile()).isTrue();
        assertThat(new Existence(folder).isFile()).isFalse();
        assertThat(new Existence(folder).isThere()).isTrue();
        assertThat(new Existence(folder.resolve("absent").resolve("model.yaml")).isThere())
                .isFalse();
        assertThat(new Existence(file.resolve("model.yaml")).isThere())
                .as("a path through a file")
                .isFalse();
    }

    // A loop of links stops root too, whom a folder that nobody may enter does not.
    @Test
    void what_cannot_be_looked_at_is_not_absent() throws IOException {
        Path folder = Files.createSymbolicLink(this.folder.resolve("ml"), Path.of("ml"));
        ModelPlace place = new ModelPlace(this.folder, folder.resolve("model.yaml"), folder.resolve("model.lock.json"));

        assertThatThrownBy(place::hasSpec)
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("Whether " + place.spec() + " exists cannot be told: ")
                .hasMessageEndingWith(". Make the folders that lead to it readable for the user who builds.");
        assertThatThrownBy(place::hasLock)
                .hasMessageStartingWith("Whether " + place.lock() + " exists cannot be told: ");
    }
}
