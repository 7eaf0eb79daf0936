package io.github.mlmaven.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.image.Stage.StagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void a_file() {
        file = folder.resolve("model.bin");
    }

    private Stage stage() {
        return new Stage(folder.resolve("stage"));
    }

    @Test
    void another_content_of_the_same_name_size_and_time_has_another_path() throws IOException {
        FileTime time = FileTime.from(Stage.TIME);
        Files.writeString(file, "one");
        Files.setLastModifiedTime(file, time);
        StagedFile one = stage().add(file);
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, time);
        StagedFile two = stage().add(file);

        assertThat(two.path()).isNotEqualTo(one.path()).hasFileName("model.bin").hasContent("two");
        assertThat(two.bytes()).isEqualTo(3);
    }

    @Test
    void a_staged_file_stays_as_it_is_when_its_source_is_overwritten() throws IOException {
        Files.writeString(file, "one");
        StagedFile one = stage().add(file);
        Files.writeString(file, "two");

        assertThat(one.path()).hasContent("one");
        assertThat(Files.getLastModifiedTime(one.path()).toInstant()).isEqualTo(Stage.TIME);
    }

    @Test
    void a_staged_file_that_was_changed_is_staged_anew() throws IOException {
        Files.writeString(file, "one");
        Path staged = stage().add(file).path();
        Files.writeString(staged, "two");
        Files.setLastModifiedTime(staged, FileTime.from(Stage.TIME));

        assertThat(stage().add(file).path()).isEqualTo(staged).hasContent("one");
        assertThat(Files.getLastModifiedTime(staged).toInstant()).isEqualTo(Stage.TIME);
    }

    @Test
    void what_lies_where_a_staged_file_would_is_not_taken_for_it() throws IOException {
        Files.writeString(file, "one");
        Path staged = stage().add(file).path();
        Path other = Files.writeString(folder.resolve("other"), "two");
        Files.delete(staged);
        Files.createSymbolicLink(staged, other);

        assertThat(stage().add(file).path()).hasContent("one");
        assertThat(other).hasContent("two");
    }

    @Test
    void what_a_build_did_not_use_is_gone_after_it() throws IOException {
        Files.writeString(file, "one");
        StagedFile one = stage().add(file);
        Files.writeString(file, "two");
        Stage second = stage();
        StagedFile two = second.add(file);
        second.clean();

        assertThat(one.path()).doesNotExist();
        assertThat(two.path()).exists();
    }
}
