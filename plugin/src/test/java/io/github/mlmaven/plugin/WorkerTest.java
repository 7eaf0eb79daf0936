package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Supply;
import io.github.mlmaven.plugin.TestWorker.Ask;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real JVMs, half a second each. */
class WorkerTest {

    private static final List<Path> CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of)
            .toList();

    private final List<String> told = new ArrayList<>();

    private final Progress progress = new Progress() {
        @Override
        public void info(String text) {
            told.add("info " + text);
        }

        @Override
        public void warn(String text) {
            told.add("warn " + text);
        }

        @Override
        public void tick(String what, long done, long total) {
            told.add("tick %s %s/%s".formatted(what, done, total));
        }

        @Override
        public void about(String what, long done, long expected) {
            told.add("about %s %s/%s".formatted(what, done, expected));
        }
    };

    @TempDir
    Path folder;

    @Test
    void one_jvm_serves_several_requests_and_its_events_arrive_in_order() {
        Worker worker = worker("\"-Dnote=two words\"");

        worker.carryOut(new Ask("tell"), progress);
        worker.carryOut(new Ask("tell"), progress);

        assertThat(told).hasSize(6);
        assertThat(told.subList(0, 3)).containsExactly(told.get(0), "warn two words", "tick round 1/4");
        assertThat(told.get(0)).matches("info pid \\d+").isEqualTo(told.get(3));
    }

    @Test
    void work_of_which_nobody_knows_how_much_there_is_is_told() {
        worker("").carryOut(new Ask("about"), progress);

        assertThat(told).containsExactly("about rows 2/9");
    }

    @Test
    void a_refusal_arrives_with_its_problem_and_remedy_and_the_worker_goes_on() {
        Worker worker = worker("");

        assertThatThrownBy(() -> worker.carryOut(new Ask("refuse"), progress))
                .isInstanceOf(MlException.class)
                .hasMessage("The data is bad. Correct it.")
                .hasNoCause()
                .satisfies(refusal -> assertThat(refusal.getSuppressed()[0]).hasMessageContaining("TestWorker.answer"));
        worker.carryOut(new Ask("tell"), progress);
        assertThat(told).hasSize(3);
    }

    @Test
    void a_worker_in_which_work_goes_on_ends_and_the_next_request_starts_another() throws Exception {
        Worker worker = worker("");

        assertThatThrownBy(() -> worker.carryOut(new Ask("stick"), progress))
                .isInstanceOf(MlException.class)
                .hasMessage("It goes on. Simplify it.");
        worker.carryOut(new Ask("tell"), progress);

        assertThat(told).hasSize(4);
        assertThat(told.get(1)).matches("info pid \\d+").isNotEqualTo(told.get(0));
        long first = Long.parseLong(told.get(0).substring("info pid ".length()));
        Optional<ProcessHandle> process = ProcessHandle.of(first);
        if (process.isPresent()) {
            process.get().onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_worker_that_lacks_a_library_is_told_what_there_is_and_goes_on() {
        Worker worker = worker("");

        worker.carryOut(new Ask("lack"), progress);
        worker.carryOut(new Ask("lack"), progress);

        String told = "info Unresolved[problem=libgomp is not there., remedy=Go online]";
        assertThat(this.told).containsExactly(told, told);
    }

    @Test
    void a_bug_in_the_worker_says_so() {
        assertThatThrownBy(() -> worker("").carryOut(new Ask("break"), progress))
                .hasMessage("The worker test failed: java.lang.IllegalStateException: a bug. This is a bug of"
                        + " ml-maven-plugin: report it with the trace that -e shows.");
    }

    @Test
    void a_dead_worker_is_an_error_with_its_last_words_and_the_next_request_starts_another() {
        Worker worker = worker("");

        assertThatThrownBy(() -> worker.carryOut(new Ask("die"), progress))
                .isInstanceOf(MlException.class)
                .hasMessage("The worker test ended with exit code 3 in the middle of its work. Its log is "
                        + folder.resolve("ml").resolve("test.log")
                        + ". What was up to date stays so; the next build goes on from there.\nlast words");
        worker.carryOut(new Ask("tell"), progress);
        assertThat(told).hasSize(3);
    }

    @Test
    void a_jvm_that_does_not_start_is_an_error_with_what_it_said() {
        assertThatThrownBy(() -> worker("-XX:NoSuchOption").carryOut(new Ask("tell"), progress))
                .isInstanceOf(MlException.class)
                .hasMessageContaining("Unrecognized VM option 'NoSuchOption'");
    }

    @Test
    void a_heap_that_no_jvm_starts_with_is_named_with_what_the_jvm_said() {
        assertThatThrownBy(() -> worker("-Xmx4").carryOut(new Ask("tell"), progress))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "The worker test did not start: its JVM ended with exit code 1. -Xmx4 is a heap of 4 bytes: k, m or g"
                                + " behind the number stand for more. Raise it with -Dml.argLine=-Xmx4g.\nError occurred during initialization of VM\nToo small maximum heap");
    }

    @Test
    void a_heap_that_the_work_does_not_fit_into_is_no_bug_of_ours() {
        Worker worker = worker("-Xmx32m -XX:+UseSerialGC");

        assertThatThrownBy(() -> worker.carryOut(new Ask("fill"), progress))
                .isInstanceOf(MlException.class)
                .hasMessage("The worker ran out of heap (-Xmx31m). Raise it with -Dml.argLine=-Xmx4g.");
        worker.carryOut(new Ask("tell"), progress);
        assertThat(told).hasSize(3);
    }

    @Test
    void options_that_the_jvm_does_not_take_are_named() {
        assertThatThrownBy(() -> worker("-Xmx4q").carryOut(new Ask("tell"), progress))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(
                        "The worker test did not start: its JVM ended with exit code 1. Correct ml.argLine, which is '-Xmx4q'.\nInvalid maximum heap size: -Xmx4q");
    }

    @Test
    void a_size_with_a_unit_of_two_letters_is_named_with_what_to_write() {
        assertThatThrownBy(() -> worker("-Dx=1 -Xmx4gb").carryOut(new Ask("tell"), progress))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(
                        "The worker test did not start: its JVM ended with exit code 1. The unit of -Xmx4gb"
                                + " is one letter: write -Dml.argLine=\"-Dx=1 -Xmx4g\".\nInvalid maximum heap size: -Xmx4gb");
    }

    @Test
    void an_option_without_its_dash_is_named_with_what_is_right() {
        assertThatThrownBy(() -> worker("Xmx4g").carryOut(new Ask("tell"), progress))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("The worker test did not start: its JVM ended with exit code 1. ml.argLine has"
                        + " 'Xmx4g', and an option begins with '-': write -Dml.argLine=-Xmx4g.\nError: Could not find"
                        + " or load main class Xmx4g");
        assertThatThrownBy(() -> worker("-Dx=1 Xmx4g").carryOut(new Ask("tell"), progress))
                .hasMessageContaining("write -Dml.argLine=\"-Dx=1 -Xmx4g\".\n");
    }

    @Test
    void a_build_folder_that_cannot_be_written_is_an_error() throws Exception {
        Files.writeString(folder.resolve("ml"), "a file");

        assertThatThrownBy(() -> worker("").carryOut(new Ask("tell"), progress))
                .isInstanceOf(MlException.class)
                .hasMessageContaining(folder.resolve("ml").resolve("test.args") + " could not be written");
    }

    private Worker worker(String argLine) {
        WorkerJvm jvm = new WorkerJvm("test", TestWorker.class.getName(), argLine, folder);
        return new Worker(
                jvm, () -> CLASS_PATH, library -> new Supply.Unresolved(library + " is not there.", "Go online"));
    }
}
