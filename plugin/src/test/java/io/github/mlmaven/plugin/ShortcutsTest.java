package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortcutsTest {

    @TempDir
    Path target;

    @Test
    void hashes_and_what_goals_said_are_forgotten_and_nothing_else() throws IOException {
        Path hashes = file("ml/houses/hashes.json");
        Path base = file("ml/houses/base-hashes.json");
        Path replay = file("ml/replay/1a.txt");
        Path record = file("ml/houses/train.record.json");
        Path model = file("ml/houses/model/model.pb");

        new Shortcuts(target).forget();

        assertThat(hashes).doesNotExist();
        assertThat(base).doesNotExist();
        assertThat(replay).doesNotExist();
        assertThat(record).exists();
        assertThat(model).exists();
    }

    @Test
    void a_folder_in_which_nothing_was_built_has_nothing_to_forget() {
        new Shortcuts(target).forget();

        assertThat(target).isEmptyDirectory();
    }

    private Path file(String path) throws IOException {
        Path file = target.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "{}");
    }
}
