package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchedTest {

    @TempDir
    Path project;

    @BeforeEach
    void some_data() throws IOException {
        Files.createDirectories(project.resolve("data/deep"));
        Files.writeString(project.resolve("data/a.csv"), "a");
        Files.writeString(project.resolve("data/b.csv"), "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "data/*.csv", "data/**.csv", "data/?.csv", "**.csv"})
    void a_file_that_comes_changes_or_goes_is_a_change_of_its_source(String source) throws IOException {
        Path file = project.resolve("data/c.csv");

        List<String> before = states(source);
        assertThat(Watched.isUnchanged(before)).isTrue();
        Files.writeString(file, "c");
        assertThat(Watched.isUnchanged(before)).isFalse();
        assertThat(Watched.difference(before, states(source))).contains(file);

        List<String> with = states(source);
        Files.writeString(file, "changed");
        assertThat(Watched.isUnchanged(with)).isFalse();

        List<String> changed = states(source);
        Files.delete(file);
        assertThat(Watched.isUnchanged(changed)).isFalse();
        assertThat(Watched.isUnchanged(before)).isTrue();
    }

    @Test
    void a_file_that_a_source_does_not_name_is_no_change() throws IOException {
        List<String> before = states("data/*.csv");
        Files.writeString(project.resolve("data/notes.txt"), "n");
        Files.writeString(project.resolve("data/deep/d.csv"), "d");

        assertThat(Watched.isUnchanged(before)).isTrue();
    }

    @Test
    void a_source_that_names_nothing_yet_changes_when_it_does() throws IOException {
        List<String> before = states("later/*.csv");
        Files.createDirectories(project.resolve("later"));
        assertThat(Watched.isUnchanged(before)).isTrue();
        Files.writeString(project.resolve("later/a.csv"), "a");

        assertThat(Watched.isUnchanged(before)).isFalse();
    }

    @Test
    void a_file_that_does_not_exist_is_watched_for() throws IOException {
        Path lock = project.resolve("model.lock.json");
        List<String> before = Watched.files(List.of(lock)).states();
        assertThat(Watched.isUnchanged(before)).isTrue();
        Files.writeString(lock, "{}");

        assertThat(Watched.isUnchanged(before)).isFalse();
    }

    @Test
    void what_two_have_in_common_is_watched_once() {
        Watched file = Watched.files(List.of(project.resolve("a")));
        Watched data = Watched.source(project, "data");

        assertThat(file.and(data).and(file).and(data)).isEqualTo(file.and(data));
    }

    @Test
    void what_states_writes_is_told_from_other_lines() {
        List<String> lines = Watched.files(List.of(project.resolve("a")))
                .and(Watched.source(project, "data"))
                .states();

        assertThat(lines).hasSize(5).allMatch(Watched::isState);
        assertThat(lines).extracting(line -> line.substring(0, 2)).containsExactly("F ", "B ", "S ", "M ", "M ");
        assertThat(List.of("X y", "", "a line", "f y")).noneMatch(Watched::isState);
    }

    @Test
    void a_source_that_is_another_is_no_file_that_differs() {
        assertThat(Watched.difference(states("data/a.csv"), states("data/a.csv")))
                .isEmpty();
        assertThat(Watched.difference(states("data/a.csv"), states("data/[a].csv")))
                .isEmpty();
        assertThat(Watched.difference(states("data/a.csv"), states("data/*.csv")))
                .contains(project.resolve("data/b.csv"));
    }

    private List<String> states(String source) {
        return Watched.source(project, source).states();
    }
}
