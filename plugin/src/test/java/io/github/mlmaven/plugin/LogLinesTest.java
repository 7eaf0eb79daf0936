package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.plugin.Replay.Level;
import io.github.mlmaven.plugin.Replay.Line;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    private final Set<String> said = new HashSet<>();

    @Test
    void a_warning_that_many_goals_have_is_said_by_the_first() {
        Line warning = new Line(Level.WARNING_ONCE, "m: a key does nothing");

        assertThat(shown(warning)).isEqualTo("[warn] m: a key does nothing");
        assertThat(shown(warning)).isEmpty();
        assertThat(shown(new Line(Level.WARNING_ONCE, "m: another"))).isEqualTo("[warn] m: another");
    }

    @Test
    void results_are_said_by_each_goal() {
        assertThat(shown(new Line(true, "a finding"))).isEqualTo("[warn] a finding");
        assertThat(shown(new Line(true, "a finding"))).isEqualTo("[warn] a finding");
        assertThat(shown(new Line(false, "up to date"))).isEqualTo("[info] up to date");
    }

    @Test
    void the_first_goal_of_the_next_build_says_it_again_when_nothing_changed() {
        ModelLog log = new ModelLog("m", AcceptCommand.ONLY, new LogLines(new SystemStreamLog(), said));
        log.once("a key does nothing");

        assertThat(log.results()).containsExactly(new Line(Level.WARNING_ONCE, "m: a key does nothing"));
    }

    @Test
    void what_a_file_says_cannot_write_on_the_console() {
        ModelLog log = new ModelLog("m", AcceptCommand.ONLY, new LogLines(new SystemStreamLog(), said));
        log.result("found \u001b[2J\u0000");

        assertThat(log.results()).containsExactly(new Line(false, "m: found \\u001b[2J\\u0000"));
    }

    @Test
    void what_was_found_in_rows_to_be_predicted_is_an_error_where_it_fails_the_goal_and_else_a_warning() {
        List<String> found = List.of("new.csv line 3, column 'size': found \u001b4000.", "    new.csv:3: \u001b4000");

        assertThat(logged(log -> log.finding(found, true)))
                .containsExactly(
                        "[error] m: new.csv line 3, column 'size': found \\u001b4000.",
                        "[error] m:     new.csv:3: \\u001b4000");
        assertThat(logged(log -> log.finding(found, false)))
                .allMatch(line -> line.startsWith("[warn] m: "))
                .hasSize(2);
    }

    @Test
    void a_failure_cannot_write_on_the_console() {
        Goal goal = new Goal() {
            @Override
            void run() {
                throw new MlException("Two columns '\u001b[2J'.\n  a", "Rename one.");
            }
        };
        goal.skip = false;

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Two columns '\\u001b[2J'.\n  a Rename one.");
    }

    @Test
    void what_maven_joins_of_a_failures_causes_is_nothing_more_than_its_message() {
        MlException whole = new MlException(
                "The lock '\u001b[2J' is damaged.", "Restore it.", new IllegalStateException("token END"));
        Goal goal = new Goal() {
            @Override
            void run() {
                throw whole;
            }
        };
        goal.skip = false;

        assertThatThrownBy(goal::execute).satisfies(failure -> {
            String told = "The lock '\\u001b[2J' is damaged. Restore it.";
            assertThat(failure).hasMessage(told);
            assertThat(failure.getCause()).hasMessage(told).hasNoCause().hasSuppressedException(whole);
        });
    }

    /** What a goal shows, each goal with a log of its own. */
    private String shown(Line line) {
        return printed(() -> new LogLines(new SystemStreamLog(), said).show(line));
    }

    private List<String> logged(Consumer<ModelLog> saying) {
        ModelLog log = new ModelLog("m", AcceptCommand.ONLY, new LogLines(new SystemStreamLog(), said));
        return printed(() -> saying.accept(log)).lines().toList();
    }

    // Maven's log writes errors to the other stream.
    private static String printed(Runnable saying) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        PrintStream beforeErrors = System.err;
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            System.setErr(out);
            saying.run();
        } finally {
            System.setOut(before);
            System.setErr(beforeErrors);
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }
}
