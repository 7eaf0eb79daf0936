package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerClassPathTest {

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void a_jar() throws IOException {
        jar = Files.writeString(folder.resolve("server.jar"), "one");
    }

    @Test
    void what_was_never_resolved_is_not_known() {
        assertThat(classPath("1").rememberedHash()).isEmpty();
    }

    @Test
    void resolved_files_are_remembered_by_another_build() {
        String hash = classPath("1").hash(classPath("1").files());

        assertThat(unresolvable("1").rememberedHash()).contains(hash);
    }

    @Test
    void a_changed_file_changes_the_hash() throws IOException {
        String before = classPath("1").hash(classPath("1").files());
        Files.writeString(jar, "two");

        assertThat(unresolvable("1").rememberedHash()).isPresent().get().isNotEqualTo(before);
    }

    @Test
    void another_version_of_the_plugin_resolves_anew() {
        classPath("1").files();

        assertThat(unresolvable("2").rememberedHash()).isEmpty();
    }

    @Test
    void a_file_that_is_gone_makes_the_others_unknown() throws IOException {
        classPath("1").files();
        Files.delete(jar);

        assertThat(unresolvable("1").rememberedHash()).isEmpty();
    }

    private ServerClassPath classPath(String version) {
        return new ServerClassPath(folder, version, () -> List.of(jar));
    }

    private ServerClassPath unresolvable(String version) {
        return new ServerClassPath(folder, version, () -> {
            throw new AssertionError("nothing should be resolved");
        });
    }
}
