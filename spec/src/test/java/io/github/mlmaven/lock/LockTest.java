package io.github.mlmaven.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockTest {

    @TempDir
    Path folder;

    @Test
    void a_lock_has_one_sorted_line_for_each_fact() throws IOException {
        Path file = folder.resolve("model.lock.json");

        Lock.of(Map.of("metric.rmse", "545.25", "input.data", "abc"), List.of("trial"))
                .write(file);

        assertThat(file).hasContent("""
                        {
                          "accepted.reason.1": "trial",
                          "format": "2",
                          "input.data": "abc",
                          "metric.rmse": "545.25"
                        }
                        """);
    }

    @Test
    void what_was_written_is_read() {
        Path file = folder.resolve("model.lock.json");
        Lock lock = Lock.of(Map.of("metric.mae[cut=Very Good]", "1.5", "test.rows", "r"), List.of());

        lock.write(file);
        Lock read = Lock.read(file).orElseThrow();

        assertThat(read.facts()).isEqualTo(lock.facts());
        assertThat(read.metrics()).containsOnly(Map.entry("mae[cut=Very Good]", 1.5));
        assertThat(read.testRows()).contains("r");
    }

    @Test
    void no_file_is_no_lock() {
        assertThat(Lock.read(folder.resolve("model.lock.json"))).isEmpty();
    }

    @Test
    void a_lock_of_another_format_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("model.lock.json"), "{\"format\": \"1\"}");

        assertThatThrownBy(() -> Lock.read(file))
                .isInstanceOf(MlException.class)
                .hasMessage(file
                        + ": the lock's format is 1, this version of the plugin reads format 2. Accept the model anew with mvn"
                        + " ml:accept, or use the version of the plugin that wrote the lock.");
    }

    @Test
    void a_lock_that_a_merge_left_is_refused_with_its_line_and_never_deleted() throws IOException {
        Path file = Files.writeString(folder.resolve("model.lock.json"), "{\n<<<<<<< HEAD\n");

        assertThatThrownBy(() -> Lock.read(file))
                .isInstanceOf(MlException.class)
                .hasMessage(file
                        + " line 2: a merge left both sides of a conflict in the lock. Merge model.yaml and the data first, then"
                        + " run mvn ml:accept: it writes the lock of what they make now, and says how it differs from both"
                        + " sides.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{'                                    | 1, column 2 ends in the middle of the lock",
                "'{\n  \"format\": \"2\",\n'             | 3, column 1 ends in the middle of the lock",
                "'{\n  \"format\": \"2'                  | 2, column 15 ends in the middle of the lock",
                "'{\n\"format\": [\"2\"]\n}'              | 2, column 11 is no line of a lock: a lock is an object of texts alone",
                "'[]'                                   | 1, column 1 is no line of a lock: a lock is an object of texts alone",
                "'{\n  rubbish\n}'                       | 2, column 3 is no line of a lock",
                "'{\n  \"format\": \"2\"\n}\n}\n'         | 4, column 1 is no line of a lock",
            })
    void a_damaged_lock_is_told_with_line_and_column_in_our_own_words(String text, String told) throws IOException {
        Path file = Files.writeString(folder.resolve("model.lock.json"), text.replace("\\n", "\n"));

        assertThatThrownBy(() -> Lock.read(file))
                .isInstanceOf(MlException.class)
                .hasMessage(file + " line " + told
                        + ". Restore it from version control, or accept the model anew: mvn ml:accept.");
    }

    @Test
    void a_key_that_stands_twice_in_a_lock_is_told_in_one_sentence() throws IOException {
        Path file =
                Files.writeString(folder.resolve("model.lock.json"), "{\n\"format\": \"2\",\n\"format\": \"2\"\n}\n");

        assertThatThrownBy(() -> Lock.read(file))
                .hasMessage(file
                        + " line 3, column 9 is no line of a lock: the fact 'format' stands in it twice. Restore it from version control,"
                        + " or accept the model anew: mvn ml:accept.");
    }

    @Test
    void a_lock_with_a_text_beyond_all_limits_is_refused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("model.lock.json"), "{\n\"format\": \"" + "2".repeat(21_000_000) + "\"\n}\n");

        assertThatThrownBy(() -> Lock.read(file))
                .isInstanceOf(MlException.class)
                .hasMessage(file + " is no lock: a text in it is longer than any that is read. Restore it from version"
                        + " control, or accept the model anew: mvn ml:accept.");
    }

    @Test
    void what_may_have_no_end_is_not_read_as_a_lock() throws IOException {
        Path file = Files.createSymbolicLink(folder.resolve("model.lock.json"), Path.of("/dev/zero"));

        assertThatThrownBy(() -> Lock.read(file))
                .hasMessage(file + " is no regular file. Restore it from version control, or accept the model anew:"
                        + " mvn ml:accept.");
    }

    @Test
    void what_is_larger_than_any_lock_is_not_read() throws IOException {
        Path file = folder.resolve("model.lock.json");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((1L << 26) + 1);
        }

        assertThatThrownBy(() -> Lock.read(file))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        file + " has more than 67,108,864 bytes. Restore it from version control, or accept the model"
                                + " anew: mvn ml:accept.");
    }

    @Test
    void a_folder_in_the_place_of_a_lock_is_told() throws IOException {
        Path file = Files.createDirectory(folder.resolve("model.lock.json"));

        assertThatThrownBy(() -> Lock.read(file))
                .hasMessage(file + " is a folder, where the lock belongs. Remove it, and restore the lock from version"
                        + " control or accept the model anew: mvn ml:accept.");
    }

    @Test
    void an_empty_lock_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("model.lock.json"), "\n");

        assertThatThrownBy(() -> Lock.read(file))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        file + " is empty. Restore it from version control, or accept the model anew: mvn ml:accept.");
    }

    @Test
    void reasons_are_read_in_the_order_in_which_they_were_given() {
        List<String> reasons =
                IntStream.rangeClosed(1, 12).mapToObj(i -> "reason " + i).toList();

        assertThat(Lock.of(Map.of(), reasons).reasons()).isEqualTo(reasons);
    }

    @Test
    void changed_missing_and_new_facts_of_a_kind_are_differences() {
        Lock lock = Lock.of(
                Map.of("columns.a", "{}", "columns.b", "{}", "gates", "none", "metric.rmse", "1", "name", "m"),
                List.of());

        assertThat(lock.differences(
                        Map.of("columns.a", "{min: 1}", "columns.c", "{}", "gates.rmse.max", "5", "name", "m")))
                .containsExactly(
                        new Difference("columns.a", Optional.of("{}"), Optional.of("{min: 1}")),
                        new Difference("columns.b", Optional.of("{}"), Optional.empty()),
                        new Difference("columns.c", Optional.empty(), Optional.of("{}")),
                        new Difference("gates", Optional.of("none"), Optional.empty()),
                        new Difference("gates.rmse.max", Optional.empty(), Optional.of("5")));
    }

    @Test
    void equal_facts_are_no_difference() {
        Lock lock = Lock.of(Map.of("input.data", "a", "output.model.pb", "m", "output.bundle", "b"), List.of());

        assertThat(lock.differences(Map.of("input.data", "a", "output.model.pb", "m")))
                .isEmpty();
    }

    @Test
    void what_became_of_some_rows_is_known_with_how_many_there_are() {
        Lock lock = Lock.of(Map.of("rows.data", "5", "rows.dropped", "2", "rows.test", "1"), List.of());

        assertThat(lock.differences(Map.of("rows.data", "5")))
                .containsExactly(new Difference("rows.dropped", Optional.of("2"), Optional.empty()));
    }

    @Test
    void a_fact_that_no_build_has_is_unknown_and_what_a_lock_says_of_itself_is_not() {
        Lock lock = Lock.of(
                Map.of("columns.a", "{}", "output.x", "1", "accepted.by", "me", "formats", "3", "waived", "rmse"),
                List.of("a", "b"));

        assertThat(lock.unknown(Map.of("columns.b", "{}"), "output.x"::equals))
                .containsExactly(
                        new Difference("accepted.by", Optional.of("me"), Optional.empty()),
                        new Difference("formats", Optional.of("3"), Optional.empty()),
                        new Difference("waived", Optional.of("rmse"), Optional.empty()));
    }
}
