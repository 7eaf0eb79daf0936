package io.github.mlmaven.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentsTest {

    @TempDir
    Path folder;

    private Path jar(String name, String entry) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Sample.jar(file, Map.of(entry, entry.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return file;
    }

    private Contents contents(Path... classPath) throws IOException {
        Path bundle = jar("model.jar", "META-INF/ml/m/manifest.json");
        return Contents.of(bundle, List.of(classPath), new Stage(folder.resolve("stage")));
    }

    @Test
    void our_own_jars_lie_above_the_model_and_all_others_below() throws IOException {
        Contents contents = contents(
                jar("ml-server-1.jar", "io/github/mlmaven/server/Main.class"),
                jar("netty-4.jar", "io/netty/Netty.class"),
                jar("ml-spec-1.jar", "io/github/mlmaven/spec/ModelSpec.class"));

        assertThat(contents.layers()).extracting(ImageLayer::name).containsExactly("dependencies", "model", "server");
        assertThat(contents.dependencies().files()).containsOnlyKeys("/app/lib/netty-4.jar");
        assertThat(contents.model().files()).containsOnlyKeys("/app/model/model.jar");
        assertThat(contents.server().files())
                .containsOnlyKeys("/app/server/ml-server-1.jar", "/app/server/ml-spec-1.jar");
    }

    @Test
    void the_class_path_names_each_jar_in_the_order_given() throws IOException {
        Contents contents = contents(
                jar("z.jar", "z/Z.class"),
                jar("ml-server-1.jar", "io/github/mlmaven/server/Main.class"),
                jar("a.jar", "a/A"));

        assertThat(contents.classPathInImage()).isEqualTo("/app/lib/z.jar:/app/server/ml-server-1.jar:/app/lib/a.jar");
    }

    @Test
    void two_jars_of_one_name_are_both_there() throws IOException {
        Contents contents = contents(jar("one/core-1.jar", "one/One.class"), jar("two/core-1.jar", "two/Two.class"));

        assertThat(contents.dependencies().files()).hasSize(2).containsKey("/app/lib/core-1.jar");
        assertThat(contents.classPathInImage()).matches("/app/lib/core-1.jar:/app/lib/[0-9a-f]{8}-core-1.jar");
    }

    @Test
    void native_libraries_are_noticed() throws IOException {
        assertThat(contents(jar("a.jar", "a/A.class")).natives()).isFalse();
        assertThat(contents(jar("b.jar", "linux/x86_64/libb.so")).natives()).isTrue();
    }

    @Test
    void a_folder_on_the_class_path_is_refused() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("target/classes"));

        assertThatThrownBy(() -> contents(classes))
                .hasMessage("The server's class path has the folder " + classes
                        + ", but an image takes JARs only. Build up "
                        + "to the phase 'package', so that every module has its JAR.");
    }

    @Test
    void a_broken_jar_is_named() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "not a JAR");

        assertThatThrownBy(() -> contents(broken))
                .hasMessageStartingWith(broken + " on the server's class path is not a JAR that can be read: ")
                .hasMessageEndingWith(" Delete it from the local Maven repository and run the build again.");
    }

    @Test
    void a_layer_says_what_is_in_it() throws IOException {
        Contents contents = contents(jar("a.jar", "a/A.class"));
        Contents same = contents(jar("a.jar", "a/A.class"));
        Contents other = contents(jar("a.jar", "a/B.class"));

        assertThat(same.dependencies().described())
                .isEqualTo(contents.dependencies().described());
        assertThat(other.dependencies().described())
                .isNotEqualTo(contents.dependencies().described());
    }
}
