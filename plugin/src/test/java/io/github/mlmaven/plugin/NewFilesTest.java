package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFilesTest {

    @TempDir
    Path folder;

    @Test
    void all_are_written() throws IOException {
        Path pom = Files.writeString(folder.resolve("pom.xml"), "old");
        NewFiles files = new NewFiles();
        files.replace(pom, "old", "new");
        files.create(folder.resolve("src/main/ml/model.yaml"), "spec");

        files.write();

        assertThat(pom).hasContent("new");
        assertThat(folder.resolve("src/main/ml/model.yaml")).hasContent("spec");
    }

    @Test
    void a_file_that_came_meanwhile_is_not_overwritten_and_nothing_is_written() throws IOException {
        Path pom = Files.writeString(folder.resolve("pom.xml"), "old");
        Path spec = Files.writeString(folder.resolve("model.yaml"), "somebody's");
        NewFiles files = new NewFiles();
        files.replace(pom, "old", "new");
        files.create(spec, "spec");

        assertThatThrownBy(files::write)
                .hasMessage(spec
                        + " changed while the model was trained: nothing is written. Run the goal again, or keep the"
                        + " file as it is.");
        assertThat(pom).hasContent("old");
        assertThat(spec).hasContent("somebody's");
    }

    @Test
    void what_was_written_before_one_that_cannot_be_is_taken_back() throws IOException {
        Path pom = Files.writeString(folder.resolve("pom.xml"), "old");
        Path spec = folder.resolve("model.yaml");
        // A file stands where its folder should.
        Path lock = Files.writeString(folder.resolve("src"), "").resolve("model.lock.json");
        NewFiles files = new NewFiles();
        files.replace(pom, "old", "new");
        files.create(spec, "spec");
        files.create(lock, "lock");

        assertThatThrownBy(files::write).hasMessageStartingWith(lock + " could not be written");
        assertThat(pom).hasContent("old");
        assertThat(spec).doesNotExist();
    }
}
