package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRootTest {

    @TempDir
    Path folder;

    @Test
    void a_module_is_named_from_the_folder_that_git_keeps() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Path module = Files.createDirectories(folder.resolve("models/houses"));

        SourceRoot sources = SourceRoot.of(module);

        assertThat(sources.root()).isEqualTo("models/houses/");
        assertThat(sources.shown(module.resolve("src/main/ml/model.yaml"))).isEqualTo("src/main/ml/model.yaml");
        assertThat(sources.shown(folder.resolve("specs/houses.yaml"))).isEqualTo("../../specs/houses.yaml");
        assertThat(SourceRoot.of(folder).root()).isEmpty();
    }

    @Test
    void a_linked_work_tree_is_a_repository_too() throws IOException {
        Files.writeString(folder.resolve(".git"), "gitdir: /elsewhere\n");
        Path module = Files.createDirectories(folder.resolve("m"));

        assertThat(SourceRoot.of(module).root()).isEqualTo("m/");
    }

    @Test
    void a_file_that_is_in_no_repository_is_known_by_its_name_alone() {
        SourceRoot sources = new SourceRoot(folder.resolve("m"), folder.resolve("m"));

        assertThat(sources.root()).isEmpty();
        assertThat(sources.shown(folder.resolve("other/model.yaml"))).isEqualTo("model.yaml");
    }
}
