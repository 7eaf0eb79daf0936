package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.plugin.Replay.Level;
import io.github.mlmaven.plugin.Replay.Line;
import io.github.mlmaven.step.Watched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final List<Line> LINES = List.of(
            new Line(Level.WARNING_ONCE, "a key does nothing"),
            new Line(false, "model is up to date"),
            new Line(true, "a warning"));

    @TempDir
    Path folder;

    private Path input;
    private Path absent;

    @BeforeEach
    void an_input() throws IOException {
        input = Files.writeString(folder.resolve("data.csv"), "one");
        absent = folder.resolve("model.lock.json");
    }

    @Test
    void nothing_is_said_before_something_is_recorded() {
        assertThat(replay("train").lines()).isEmpty();
    }

    @Test
    void what_was_said_is_said_again_while_nothing_changes() {
        record();

        assertThat(replay("train").lines()).contains(LINES);
    }

    @Test
    void a_line_break_in_a_text_makes_two_lines() {
        replay("train").record(files(input), List.of(new Line(true, "one\ntwo")));

        assertThat(replay("train").lines()).contains(List.of(new Line(true, "one"), new Line(true, "two")));
    }

    @Test
    void another_key_is_another_goal() {
        record();

        assertThat(replay("evaluate").lines()).isEmpty();
    }

    @Test
    void a_file_with_its_old_size_and_time_is_a_change_all_the_same() throws IOException {
        record();
        FileTime time = Files.getLastModifiedTime(input);
        Files.writeString(input, "two");
        Files.setLastModifiedTime(input, time);

        assertThat(replay("train").lines()).isEmpty();
    }

    @Test
    void a_file_that_goes_or_comes_is_a_change() throws IOException {
        record();
        Files.writeString(absent, "{}");
        assertThat(replay("train").lines()).isEmpty();

        record();
        Files.delete(absent);
        assertThat(replay("train").lines()).isEmpty();
    }

    @Test
    void a_file_that_comes_to_a_folder_of_data_is_a_change() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("data")).resolve("a.csv"), "a");
        replay("train").record(Watched.source(folder, "data/*.csv").states(), LINES);
        assertThat(replay("train").lines()).contains(LINES);

        Files.writeString(folder.resolve("data/b.csv"), "b");

        assertThat(replay("train").lines()).isEmpty();
    }

    @Test
    void a_line_that_this_version_does_not_write_is_no_replay() throws IOException {
        record();
        try (var files = Files.list(folder.resolve("replay"))) {
            Path file = files.findFirst().orElseThrow();
            Files.writeString(file, Files.readString(file).replace("I model", "\nI model"));
        }

        assertThat(replay("train").lines()).isEmpty();
    }

    @Test
    void nothing_is_recorded_when_an_input_changed_meanwhile() throws IOException {
        Replay replay = replay("train");
        replay.watch(Watched.files(List.of(input)));
        Files.writeString(input, "another");

        replay.record(files(input), LINES);

        assertThat(replay("train").lines()).isEmpty();
    }

    @Test
    void a_record_that_was_cut_off_is_none() throws IOException {
        record();
        try (var files = Files.list(folder.resolve("replay"))) {
            Path file = files.findFirst().orElseThrow();
            String text = Files.readString(file);
            Files.writeString(file, text.substring(0, text.indexOf("W a warning")));
        }

        assertThat(replay("train").lines()).isEmpty();
    }

    private void record() {
        Replay replay = replay("train");
        replay.watch(Watched.files(List.of(input)));
        replay.record(files(input, absent), LINES);
    }

    private static List<String> files(Path... files) {
        return Watched.files(List.of(files)).states();
    }

    private Replay replay(String key) {
        return new Replay(folder.resolve("replay"), key);
    }
}
