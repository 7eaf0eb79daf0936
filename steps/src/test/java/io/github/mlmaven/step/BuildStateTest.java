package io.github.mlmaven.step;

import static io.github.mlmaven.step.Chain.FIRST;
import static io.github.mlmaven.step.Chain.LAST;
import static io.github.mlmaven.step.Chain.OTHER;
import static io.github.mlmaven.step.Chain.SECOND;
import static io.github.mlmaven.step.Chain.SPEC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a step is up to date, and which steps run when it is not. */
class BuildStateTest {

    @TempDir
    Path project;

    private Chain chain;

    @BeforeEach
    void a_build() {
        chain = new Chain(project);
    }

    @Test
    void a_step_runs_after_those_that_it_needs_and_none_else() {
        assertThat(chain.build(LAST)).containsExactly("first", "second", "last");
        assertThat(chain.state().isUpToDate(OTHER)).isFalse();
        assertThat(chain.state().result(LAST)).contains(new Chain.Found("last second first x,y\n1,2\n"));
    }

    @Test
    void nothing_changed_runs_nothing() {
        chain.build(LAST, OTHER);

        assertThat(chain.build(LAST, OTHER)).isEmpty();
    }

    @Test
    void a_result_that_something_else_changed_is_told_and_not_read() {
        chain.build(FIRST);
        assertThat(chain.state().made(FIRST))
                .isEqualTo(chain.state().result(FIRST).orElseThrow());

        chain.write("data/d.csv", "x,y\n1,3\n");
        assertThatThrownBy(() -> chain.state().made(FIRST))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("What 'first' made was changed while the build ran: ")
                .hasMessageEndingWith(
                        " is not as it was written. Let nothing else write there, and run the build again.");
    }

    @Test
    void changed_data_runs_every_step() {
        chain.build(LAST, OTHER);
        chain.write("data/d.csv", "x,y\n1,3\n");

        assertThat(chain.build(LAST, OTHER)).containsExactly("first", "second", "last", "other");
    }

    @Test
    void a_file_that_comes_to_the_data_runs_every_step() {
        chain.build(LAST);
        chain.write("data/e.csv", "x,y\n1,3\n");

        assertThat(chain.build(LAST)).containsExactly("first", "second", "last");
    }

    @Test
    void another_version_of_the_plugin_makes_every_step_stale() {
        chain.build(FIRST);

        assertThat(chain.state("1").isUpToDate(FIRST)).isTrue();
        assertThat(chain.state("2").isUpToDate(FIRST)).isFalse();
    }

    @Test
    void a_changed_part_of_the_spec_runs_the_steps_that_read_it_and_those_that_need_them() {
        chain.build(LAST, OTHER);

        chain.write("model.yaml", SPEC.replace("max: 1", "max: 2"));
        assertThat(chain.build(LAST, OTHER)).containsExactly("other");

        chain.write("model.yaml", SPEC + "train: {parameters: {rounds: 3}}\n");
        assertThat(chain.build(LAST, OTHER)).containsExactly("second", "last", "other");
    }

    @Test
    void a_comment_changes_nothing() {
        chain.build(LAST);
        chain.write("model.yaml", "# a comment\n" + SPEC);

        assertThat(chain.build(LAST)).isEmpty();
    }

    @Test
    void the_order_of_columns_matters() {
        chain.build(FIRST);
        String x = "  x: {type: number}\n";
        String y = "  y: {type: number}\n";
        chain.write("model.yaml", SPEC.replace(x + y, y + x));

        assertThat(chain.state().isUpToDate(FIRST)).isFalse();
    }

    @Test
    void files_that_somebody_changed_are_told_apart_from_ones_whose_inputs_changed() throws IOException {
        assertThat(chain.state().strayed(LAST)).as("before the first build").isEmpty();
        chain.build(LAST, OTHER);
        assertThat(chain.state().strayed(LAST)).isEmpty();

        Files.writeString(chain.made("parts/a"), "edited");
        Files.writeString(chain.made("parts/c"), "added");
        Files.delete(chain.made("first.json"));
        assertThat(chain.state().strayed(LAST)).containsExactly("first.json", "parts/a", "parts/c");
        assertThat(chain.state().strayed(OTHER)).containsExactly("first.json");

        chain.write("data/d.csv", "x,y\n1,3\n");
        assertThat(chain.state().strayed(FIRST)).as("made again anyway").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ml/tiny/first.txt,first",
        "ml/tiny/first.json,first",
        "ml/tiny/parts/a,second",
        "ml/tiny/parts/b,second",
        "ml/tiny/second.json,second",
        "tiny.jar,second",
        "ml/tiny/last.json,last",
        "ml/tiny/other.json,other"
    })
    void an_output_that_was_edited_or_deleted_is_made_anew_and_nothing_else(String output, String step)
            throws IOException {
        chain.build(LAST, OTHER);
        Path file = project.resolve("target").resolve(output);
        byte[] good = Files.readAllBytes(file);

        Files.write(file, new byte[] {1});
        assertThat(chain.build(LAST, OTHER)).containsExactly(step);
        assertThat(file).hasBinaryContent(good);

        Files.delete(file);
        assertThat(chain.build(LAST, OTHER)).containsExactly(step);
        assertThat(file).hasBinaryContent(good);
    }

    @Test
    void an_output_made_anew_with_other_content_runs_what_depends_on_it() throws IOException {
        chain.build(LAST, OTHER);
        BuildState state = chain.state();
        state.carryOut(FIRST, place -> {
            try {
                Files.writeString(place.resolve("first.txt"), "by another work");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return new Chain.Found("same");
        });

        assertThat(chain.build(LAST, OTHER)).containsExactly("second", "last", "other");
    }

    @Test
    void a_file_put_into_a_folder_of_outputs_is_thrown_out() throws IOException {
        chain.build(LAST);
        Path stray = Files.writeString(chain.made("parts/c"), "not of the step");

        assertThat(chain.build(LAST)).containsExactly("second");
        assertThat(stray).doesNotExist();
    }

    @Test
    void a_record_that_is_gone_or_damaged_makes_its_step_run() throws IOException {
        chain.build(LAST);

        Files.delete(chain.made("second.record.json"));
        assertThat(chain.build(LAST)).containsExactly("second");

        Files.writeString(chain.made("second.record.json"), "{}");
        assertThat(chain.build(LAST)).containsExactly("second");
    }

    @Test
    void two_builds_leave_the_same_bytes(@TempDir Path elsewhere) throws IOException {
        chain.build(LAST, OTHER);
        new Chain(elsewhere).build(LAST, OTHER);

        assertThat(contents(elsewhere)).isEqualTo(contents(project)).containsKey("ml/tiny/last.record.json");
    }

    @Test
    void a_record_says_what_was_read_and_names_and_hashes_every_output() throws IOException {
        chain.build(LAST);
        FileHashes hashes = FileHashes.cachedIn(project.resolve("unused"));

        assertThat(chain.made("second.record.json")).hasContent("""
                {
                  "fingerprint": "%s",
                  "format": 1,
                  "needs": {
                    "first": "%s"
                  },
                  "outputs": {
                    "parts/a": {
                      "bytes": 16,
                      "sha256": "%s"
                    },
                    "parts/b": {
                      "bytes": 1,
                      "sha256": "%s"
                    },
                    "second.json": {
                      "bytes": %s,
                      "sha256": "%s"
                    },
                    "tiny.jar": {
                      "bytes": 14,
                      "sha256": "%s"
                    }
                  },
                  "step": "second"
                }
                """.formatted(
                        chain.state().fingerprint(SECOND),
                        hashes.sha256(chain.made("first.record.json")),
                        hashes.sha256(chain.made("parts/a")),
                        hashes.sha256(chain.made("parts/b")),
                        Files.size(chain.made("second.json")),
                        hashes.sha256(chain.made("second.json")),
                        hashes.sha256(project.resolve("target/tiny.jar"))));
    }

    @Test
    void data_that_does_not_exist_is_an_error() throws IOException {
        chain.build(FIRST);
        Files.delete(chain.file("data/d.csv"));

        assertThatThrownBy(() -> chain.state().isUpToDate(FIRST))
                .hasMessageStartingWith("data.source 'data' names no csv, tsv, json, jsonl or parquet file below ");
    }

    private static Map<String, String> contents(Path project) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Path target = project.resolve("target");
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("hashes.json")) {
                    contents.put(target.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        assertThat(List.copyOf(contents.keySet())).doesNotContain("ml/tiny/first.new");
        return contents;
    }

    @Test
    void data_is_hashed_over_the_names_and_contents_of_its_files() {
        chain.write("data/e.tsv", "x\ty\r\n3\t4\r\n");
        chain.write("data/f.csv.gz", "a\r\nb");

        assertThat(chain.state().data())
                .isEqualTo(Sha256.of(Sha256.of("x,y\n1,2\n") + " data/d.csv\n" + Sha256.of("x\ty\n3\t4\n")
                        + " data/e.tsv\n" + Sha256.of("a\r\nb") + " data/f.csv.gz\n"));
    }

    @Test
    void another_lock_is_another_fingerprint_of_the_gates_alone() {
        String without = chain.state().fingerprint(Steps.CHECK);
        String evaluate = chain.state().fingerprint(Steps.EVALUATE);
        chain.write("model.lock.json", "{}");
        String with = chain.state().fingerprint(Steps.CHECK);
        chain.write("model.lock.json", "{ }");

        assertThat(List.of(without, with, chain.state().fingerprint(Steps.CHECK)))
                .doesNotHaveDuplicates();
        assertThat(chain.state().fingerprint(Steps.EVALUATE)).isEqualTo(evaluate);
    }

    @Test
    void the_spec_the_data_the_records_and_every_output_of_a_step_and_its_needs_are_watched() {
        chain.build(LAST, OTHER);
        Watched data = Watched.source(project, "data");

        assertThat(chain.state().inputs(SECOND)).isEqualTo(data);
        assertThat(chain.state().watched(SECOND).sources()).isEqualTo(data.sources());
        assertThat(chain.state().watched(SECOND).files())
                .containsExactlyInAnyOrder(
                        chain.file("model.yaml"),
                        chain.made("first.record.json"),
                        chain.made("first.txt"),
                        chain.made("first.json"),
                        chain.made("second.record.json"),
                        chain.made("parts"),
                        chain.made("parts/a"),
                        chain.made("parts/b"),
                        chain.file("target/tiny.jar"),
                        chain.made("second.json"));
    }

    @Test
    void files_of_a_step_whose_record_is_of_something_else_have_not_strayed() throws IOException {
        chain.build(LAST);
        Files.writeString(chain.made("parts/a"), "edited");
        assertThat(chain.state().strayed(SECOND)).containsExactly("parts/a");
        String first = Files.readString(chain.made("first.record.json"));
        String second = Files.readString(chain.made("second.record.json"));

        Files.writeString(chain.made("second.record.json"), second.replace("\"format\": 1", "\"format\": 0"));
        assertThat(chain.state().strayed(SECOND)).as("another format").isEmpty();
        Files.writeString(chain.made("second.record.json"), second);
        Files.writeString(chain.made("first.record.json"), first + "\n");
        assertThat(chain.state().strayed(SECOND)).as("another need").isEmpty();
        Files.delete(chain.made("first.record.json"));
        assertThat(chain.state().strayed(SECOND)).as("no need").isEmpty();
        Files.writeString(chain.made("first.record.json"), first);
        assertThat(chain.state().strayed(SECOND)).containsExactly("parts/a");
    }

    @Test
    void a_build_has_the_spec_that_it_was_made_for() {
        assertThat(chain.state().spec().name()).isEqualTo("tiny");
        assertThat(chain.state().spec().path()).isEqualTo(chain.file("model.yaml"));
    }
}
