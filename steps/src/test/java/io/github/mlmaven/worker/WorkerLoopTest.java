package io.github.mlmaven.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Supply;
import io.github.mlmaven.text.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class WorkerLoopTest {

    record Request(String name) {}

    @Test
    void each_request_is_answered_with_events_that_end_with_done() throws IOException {
        List<Event> events = serve("{\"name\":\"a\"}\n{\"name\":\"b\"}\n", (request, progress) -> {
            progress.info("begin " + request.name());
            progress.tick("round", 1, 2);
        });

        assertThat(events)
                .containsExactly(
                        new Event.Info("begin a"),
                        new Event.Tick("round", 1, 2),
                        new Event.Done(),
                        new Event.Info("begin b"),
                        new Event.Tick("round", 1, 2),
                        new Event.Done());
    }

    @Test
    void a_refusal_is_answered_with_problem_and_remedy_and_the_next_request_is_served() throws IOException {
        List<Event> events = serve("{\"name\":\"a\"}\n{\"name\":\"b\"}\n", (request, progress) -> {
            if (request.name().equals("a")) {
                throw new MlException("It is broken.", "Mend it.");
            }
        });

        assertThat(events).hasSize(2);
        assertThat(events.get(0)).isInstanceOfSatisfying(Event.Failed.class, failed -> {
            assertThat(failed.problem()).isEqualTo("It is broken.");
            assertThat(failed.remedy()).isEqualTo("Mend it.");
            assertThat(failed.trace()).contains("WorkerLoopTest");
        });
        assertThat(events.get(1)).isEqualTo(new Event.Done());
    }

    @Test
    void no_request_is_served_after_one_whose_work_cannot_be_stopped() throws IOException {
        List<Event> events = serve("{\"name\":\"a\"}\n{\"name\":\"b\"}\n", (request, progress) -> {
            throw new MlException("It goes on.", "Simplify it.", new StuckException("it"));
        });

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.Failed.class, failed -> assertThat(failed.ends()).isTrue());
    }

    @Test
    void a_bug_is_answered_without_a_remedy() throws IOException {
        List<Event> events = serve("{\"name\":\"a\"}\n", (request, progress) -> {
            throw new IllegalStateException("no way");
        });

        assertThat(events.get(0)).isInstanceOfSatisfying(Event.Failed.class, failed -> {
            assertThat(failed.problem()).isEqualTo("java.lang.IllegalStateException: no way");
            assertThat(failed.remedy()).isEmpty();
        });
    }

    @Test
    void who_lacks_a_library_is_told_on_the_next_line_and_goes_on() throws IOException {
        List<Supply> sent = List.of(
                new Supply.Archive(Path.of("/repository/a.jar"), Path.of("/cache")),
                new Supply.Unresolved("It is not there.", "Go online."),
                new Supply.None());
        List<Supply> supplies = new ArrayList<>();
        Object[] answers =
                sent.stream().map(supply -> Json.line(SupplyLine.of(supply))).toArray();

        List<Event> events = serve(
                """
                {"name":"a"}
                %s
                {"name":"b"}
                %s
                {"name":"c"}
                %s
                """.formatted(answers), (request, progress) -> supplies.add(progress.lacking("lib" + request.name())));

        assertThat(events)
                .containsExactly(
                        new Event.Lacks("liba"),
                        new Event.Done(),
                        new Event.Lacks("libb"),
                        new Event.Done(),
                        new Event.Lacks("libc"),
                        new Event.Done());
        assertThat(supplies).isEqualTo(sent);
    }

    @Test
    void who_lacks_a_library_and_gets_no_answer_fails() throws IOException {
        List<Event> events = serve("{\"name\":\"a\"}\n", (request, progress) -> progress.lacking("libgomp"));

        assertThat(events.get(1))
                .isInstanceOfSatisfying(
                        Event.Failed.class,
                        failed -> assertThat(failed.problem())
                                .isEqualTo(
                                        "java.io.UncheckedIOException: java.io.EOFException: standard input ended before an answer"));
    }

    private static List<Event> serve(String input, BiConsumer<Request, Progress> work) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WorkerLoop<>(Request.class, work)
                .serve(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> Json.parse(line, Event.class))
                .toList();
    }
}
