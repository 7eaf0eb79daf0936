package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitIgnoreTest {

    @TempDir
    Path tree;

    private boolean lacks() {
        return GitIgnore.lacks(tree.resolve("prices/target"));
    }

    private void create(String file, String content) throws IOException {
        Files.createDirectories(tree.resolve(file).getParent());
        Files.writeString(tree.resolve(file), content);
    }

    @Test
    void a_folder_in_no_work_tree_lacks_nothing() {
        assertThat(lacks()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# target/\n", "!target/\n", "/target/\n", "*.class\n", "targets\n", "other/target/\n", "[\n"
            })
    void a_work_tree_of_git_without_a_pattern_for_it_lacks_one(String ignored) throws IOException {
        create(".git/HEAD", "");
        create(".gitignore", ignored);

        assertThat(lacks()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target",
                "target/\n",
                "*.class\r\ntarget/\r\n",
                "**/target/",
                "prices/target",
                "/prices/",
                "tar*",
                "target/**"
            })
    void a_pattern_of_the_root_covers_it(String ignored) throws IOException {
        create(".git/HEAD", "");
        create(".gitignore", ignored);

        assertThat(lacks()).isFalse();
    }

    @Test
    void a_pattern_of_the_module_covers_it_and_so_does_one_of_this_clone() throws IOException {
        create(".git/HEAD", "");
        create("prices/.gitignore", "/target/\n");
        assertThat(lacks()).isFalse();

        create("prices/.gitignore", "");
        assertThat(lacks()).isTrue();

        create(".git/info/exclude", "target\n");
        assertThat(lacks()).isFalse();
    }

    @Test
    void what_is_above_the_work_tree_does_not_count() throws IOException {
        create("prices/.git", "gitdir: elsewhere\n");
        create(".gitignore", "target/\n");

        assertThat(lacks()).isTrue();
    }
}
