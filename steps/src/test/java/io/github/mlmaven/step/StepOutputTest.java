package io.github.mlmaven.step;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepOutputTest {

    private static final StepOutput FILE = StepOutput.file("a.txt");
    private static final StepOutput FOLDER = StepOutput.folder("parts");

    @TempDir
    Path project;

    private BuildPlace place;
    private ModelFiles files;

    @BeforeEach
    void a_build() {
        BuildState state = new Chain(project).state();
        place = state.place();
        files = state.files();
    }

    @Test
    void an_artifact_lies_beside_the_jar_and_all_else_in_the_folder_of_the_model() {
        StepOutput artifact = StepOutput.artifact(identity -> identity.artifactId() + ".jar");

        assertThat(artifact.place(place, files)).isEqualTo(project.resolve("target/tiny.jar"));
        assertThat(StepOutput.file("a.txt").place(place, files)).isEqualTo(project.resolve("target/ml/tiny/a.txt"));
        assertThat(StepOutput.folder("parts").place(place, files)).isEqualTo(project.resolve("target/ml/tiny/parts"));
        assertThat(artifact.scratch(place, project.resolve("s"))).isEqualTo(project.resolve("s/tiny.jar"));
    }

    @Test
    void a_folder_is_what_lies_in_it_and_not_deeper() {
        assertThat(FOLDER.contains(place.identity(), "parts/a")).isTrue();
        assertThat(FOLDER.contains(place.identity(), "parts/deep/a")).isFalse();
        assertThat(FOLDER.contains(place.identity(), "parts")).isFalse();
        assertThat(FILE.contains(place.identity(), "a.txt")).isTrue();
        assertThat(FILE.contains(place.identity(), "a.txt/b")).isFalse();
    }

    @Test
    void of_a_folder_the_folder_and_its_files_are_watched_and_of_a_file_the_file() throws IOException {
        Path folder = Files.createDirectories(project.resolve("parts"));
        Path part = Files.writeString(folder.resolve("p"), "p");
        Path file = Files.writeString(project.resolve("a.txt"), "a");

        assertThat(StepOutput.folder("parts").watched(folder)).containsExactly(folder, part);
        assertThat(StepOutput.file("a.txt").watched(file)).containsExactly(file);
        assertThat(FOLDER.found(folder)).containsExactly(entry("parts/p", part));
        assertThat(FILE.found(file)).containsExactly(entry("a.txt", file));
        assertThat(FOLDER.found(file)).as("a file in the place of a folder").isEmpty();
        assertThat(FILE.found(folder)).as("a folder in the place of a file").isEmpty();
    }
}
