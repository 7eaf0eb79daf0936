package io.github.mlmaven.step;

import static io.github.mlmaven.step.Chain.FIRST;
import static io.github.mlmaven.step.Chain.LAST;
import static io.github.mlmaven.step.Chain.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a step leaves when something goes wrong while it works, or while its outputs take their places. */
class CommitTest {

    @TempDir
    Path project;

    private Chain chain;

    @BeforeEach
    void a_build() {
        chain = new Chain(project);
        chain.build(LAST);
    }

    @Test
    void data_that_changes_while_a_step_reads_it_fails_with_its_name_and_commits_nothing() throws IOException {
        chain.write("data/d.csv", "x,y\n5,5\n");
        Map<String, String> before = contents();

        assertThatThrownBy(() -> carryOut(FIRST, () -> chain.write("data/d.csv", "x,y\n1,2\n3,4\n")))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "data/d.csv changed while 'first' read it: what it made is of no one state of its input, and"
                                + " is thrown away. Run the build again.");

        assertThat(contents()).isEqualTo(before);
        assertThat(chain.build(LAST)).containsExactly("first", "second", "last");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void data_that_changes_and_gets_its_size_and_time_back_has_changed() throws IOException {
        FileTime time = Files.getLastModifiedTime(chain.file("data/d.csv"));

        assertThatThrownBy(() -> carryOut(FIRST, () -> {
                    chain.write("data/d.csv", "x,y\n1,9\n");
                    try {
                        Files.setLastModifiedTime(chain.file("data/d.csv"), time);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }))
                .hasMessageStartingWith("data/d.csv changed while 'first' read it");
    }

    @Test
    void a_file_that_comes_to_the_data_meanwhile_fails_with_its_name() {
        assertThatThrownBy(() -> carryOut(FIRST, () -> chain.write("data/e.csv", "x,y\n1,2\n")))
                .hasMessageStartingWith("data/e.csv changed while 'first' read it");
    }

    @Test
    void data_that_changed_after_an_earlier_step_of_the_run_read_it_fails_the_next_that_reads_it() {
        chain.write("data/d.csv", "x,y\n5,5\n");
        BuildState state = chain.state();
        state.carryOut(FIRST, chain.work(state, FIRST));
        chain.write("data/d.csv", "x,y\n6,6,6\n");

        assertThatThrownBy(() -> state.carryOut(FIRST, chain.work(state, FIRST)))
                .hasMessageStartingWith("data/d.csv changed while 'first' read it");
    }

    @Test
    void an_output_of_a_needed_step_that_changes_meanwhile_fails_with_its_name() {
        assertThatThrownBy(() -> carryOut(SECOND, () -> chain.write("target/ml/tiny/first.txt", "by hand")))
                .hasMessageStartingWith("target/ml/tiny/first.txt changed while 'second' read it");
    }

    @Test
    void a_step_whose_need_is_not_up_to_date_does_not_run() {
        chain.write("target/ml/tiny/first.txt", "by hand");

        assertThatThrownBy(() -> carryOut(SECOND, () -> {}))
                .hasMessage("'second' needs 'first', which is not up to date. Run the build again.");
    }

    @Test
    void work_that_fails_leaves_everything_as_it_was() throws IOException {
        Map<String, String> before = contents();

        assertThatThrownBy(() -> carryOut(SECOND, () -> {
                    throw new MlException("It cannot be done.", "Do it otherwise.");
                }))
                .hasMessage("It cannot be done. Do it otherwise.");

        assertThat(contents()).isEqualTo(before);
        assertThat(chain.build(LAST)).isEmpty();
    }

    @Test
    void a_build_killed_at_any_move_is_finished_by_the_next_without_doing_the_work_again() throws IOException {
        chain.write("model.yaml", Chain.SPEC + "train: {parameters: {rounds: 3}}\n");
        chain.build(LAST);
        Map<String, String> whole = contents();
        int changes = 0;
        for (boolean killed = true; killed; changes++) {
            chain.write("model.yaml", Chain.SPEC);
            chain.build(LAST);
            chain.write("model.yaml", Chain.SPEC + "train: {parameters: {rounds: 3}}\n");
            killed = isKilledAfter(changes + 1);

            assertThat(chain.build(LAST)).as("after change %d", changes + 1).containsExactly("last");
            assertThat(contents()).isEqualTo(whole);
        }
        // The record, the old record's end, an old output's end and the move for each of three outputs and the result,
        // and the record's move.
        assertThat(changes).isEqualTo(1 + 1 + 3 * 2 + 1 + 1);
    }

    @Test
    void what_a_build_killed_at_its_work_left_is_thrown_away() throws IOException {
        Map<String, String> before = contents();
        chain.write("target/ml/tiny/second.new/parts/a", "ha");

        assertThat(chain.build(LAST)).isEmpty();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void a_step_that_writes_what_it_does_not_declare_is_a_bug() {
        assertThatThrownBy(() -> carryOut(FIRST, () -> chain.write("target/ml/tiny/first.new/more.txt", "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("'first' wrote more.txt, which it does not declare");
        BuildState state = chain.state();
        assertThatThrownBy(() -> state.carryOut(FIRST, place -> new Chain.Found("")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("'first' did not write first.txt, which it declares");
    }

    @Test
    void a_place_that_cannot_be_written_is_named() throws IOException {
        Files.writeString(chain.file("blocked"), "");
        Path scratch = chain.file("blocked").resolve("second.new");

        assertThatThrownBy(() -> new Commit(scratch, scratch.resolveSibling("r"), java.util.List.of(), () -> {}).open())
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(scratch + " could not be written or moved: ")
                .hasMessageEndingWith(". Make the folder writable, or free space on its disk.");
    }

    /** Has a step's work done, and something else meanwhile. */
    private void carryOut(Step<Chain.Found> step, Runnable meanwhile) {
        BuildState state = chain.state();
        Function<Path, Chain.Found> work = chain.work(state, step);
        state.carryOut(step, place -> {
            Chain.Found found = work.apply(place);
            meanwhile.run();
            return found;
        });
    }

    /** Whether the second step was killed, as there were so many changes on disk. */
    private boolean isKilledAfter(int changes) {
        int[] seen = {0};
        BuildState state = chain.state();
        try {
            state.carryOut(SECOND, chain.work(state, SECOND), () -> {
                if (++seen[0] == changes) {
                    throw new Killed();
                }
            });
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(project.resolve("target"))) {
            for (Path file : files.filter(file -> !file.endsWith("hashes.json")).toList()) {
                contents.put(
                        project.relativize(file).toString(),
                        Files.isDirectory(file) ? "a folder" : Files.readString(file));
            }
        }
        return contents;
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
