package io.github.mlmaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.Prediction;
import io.github.mlmaven.server.RunningServer.RawClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpTransportTest {

    private static final Limits IMPATIENT = Limits.DEFAULT
            .withMaxBody(1000)
            .withMaxConcurrent(1)
            .with(new Limits.Patience(
                    Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofSeconds(1)));

    private static final Limits ONE_AT_A_TIME = Limits.DEFAULT.withMaxConcurrent(1);

    private static final String ONE_ROW = TinyBundle.rows(3, 1);
    private static final String TOO_LARGE =
            "{\"error\":\"The body has more than 1000 bytes. Send fewer rows at a time.\"}";

    @TempDir
    private static Path directory;

    private static Path bundle;
    private static String onePrediction;

    @BeforeAll
    static void makeBundle() {
        bundle = TinyBundle.diamonds(directory);
        Prediction prediction = MlModel.read(bundle).predict(Map.of("carat", 3, "cut", "Ideal"));
        onePrediction = "{\"predictions\":[{\"value\":" + ((Prediction.Value) prediction).value() + "}]}";
    }

    @Test
    void a_body_over_the_limit_is_refused_and_the_connection_goes_on() throws IOException {
        try (RunningServer server = RunningServer.of(bundle, Limits.DEFAULT.withMaxBody(1000));
                RawClient client = server.raw()) {
            client.send(post(1001) + "x".repeat(1001));
            assertThat(client.readTo("time.\"}")).startsWith("HTTP/1.1 413 ").endsWith(TOO_LARGE);

            client.send(post(ONE_ROW.length()) + ONE_ROW);
            assertThat(client.readTo("]}")).startsWith("HTTP/1.1 200 ").endsWith(onePrediction);
        }
    }

    @Test
    void a_chunked_body_over_the_limit_is_refused() {
        try (RunningServer server = RunningServer.of(bundle, Limits.DEFAULT.withMaxBody(1000))) {
            HttpResponse<String> response =
                    server.predict(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100_000])));

            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.body()).isEqualTo(TOO_LARGE);
        }
    }

    @Test
    void a_client_that_asks_first_is_told_before_it_sends() throws IOException {
        try (RunningServer server = RunningServer.of(bundle, Limits.DEFAULT.withMaxBody(1000));
                RawClient refused = server.raw();
                RawClient welcome = server.raw()) {
            refused.send(
                    "POST /v1/predict HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 1001\r\n\r\n");
            assertThat(refused.readToEnd()).startsWith("HTTP/1.1 413 ").endsWith(TOO_LARGE);

            welcome.beginPrediction(ONE_ROW.length());
            welcome.send(ONE_ROW);
            assertThat(welcome.readTo("]}")).endsWith(onePrediction);
        }
    }

    @Test
    void a_body_that_does_not_arrive_in_time_is_refused_and_gives_its_place_back() throws IOException {
        try (RunningServer server = RunningServer.of(bundle, IMPATIENT);
                RawClient slow = server.raw()) {
            slow.send(post(100) + "{\"rows\"");
            assertThat(slow.readToEnd())
                    .startsWith("HTTP/1.1 408 ")
                    .endsWith("{\"error\":\"The body did not arrive in time.\"}");

            assertThat(server.predict(ONE_ROW).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_client_that_goes_away_gives_its_place_back() throws Exception {
        try (RunningServer server = RunningServer.of(bundle, ONE_AT_A_TIME)) {
            try (RawClient client = server.raw()) {
                client.beginPrediction(100).send("{");
                assertThat(server.predict(ONE_ROW).statusCode()).isEqualTo(503);
            }
            awaitSuccess(server);
        }
    }

    @Test
    void too_many_requests_at_a_time_are_turned_away_at_once_but_health_still_answers() throws Exception {
        try (RunningServer server = RunningServer.of(bundle, ONE_AT_A_TIME);
                RawClient first = server.raw()) {
            first.beginPrediction(ONE_ROW.length()).send(ONE_ROW.substring(0, 5));

            HttpResponse<String> second = server.predict(ONE_ROW);
            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("retry-after")).contains("1");
            assertThat(second.body())
                    .isEqualTo(
                            "{\"error\":\"The server answers as many requests as it takes at a time. Try again later.\"}");
            assertThat(server.get("/v2/health/ready").statusCode()).isEqualTo(200);

            first.send(ONE_ROW.substring(5));
            assertThat(first.readTo("]}")).endsWith(onePrediction);
        }
    }

    @Test
    void a_head_that_does_not_arrive_in_time_ends_the_connection() throws IOException {
        try (RunningServer server = RunningServer.of(bundle, IMPATIENT);
                RawClient silent = server.raw()) {
            silent.send("GET /v2/health");
            assertThat(silent.readToEnd()).isEmpty();
        }
    }

    @Test
    void a_connection_without_a_further_request_is_ended() throws IOException {
        try (RunningServer server = RunningServer.of(bundle, IMPATIENT);
                RawClient idle = server.raw()) {
            idle.send("GET /v2/health/live HTTP/1.1\r\nhost: x\r\n\r\nGET /v2");
            assertThat(idle.readToEnd()).startsWith("HTTP/1.1 200 ").endsWith("{\"live\":true}");
        }
    }

    @Test
    void a_client_that_takes_no_answers_is_cut_off() throws IOException {
        try (RunningServer server = RunningServer.of(bundle, IMPATIENT);
                RawClient client = server.raw()) {
            String requests = "GET /nowhere HTTP/1.1\r\nhost: x\r\n\r\n".repeat(1000);
            IOException cut = null;
            for (int i = 0; i < 10_000 && cut == null; i++) {
                try {
                    client.send(requests);
                } catch (IOException e) {
                    cut = e;
                }
            }
            assertThat(cut).isNotNull();
        }
    }

    @Test
    void requests_at_the_same_time_are_answered_like_one_after_the_other() {
        try (RunningServer server = RunningServer.of(bundle, Limits.DEFAULT)) {
            List<String> bodies = IntStream.range(0, 200)
                    .mapToObj(i -> TinyBundle.rows(i, i % 10 == 0 ? 1000 : 1))
                    .toList();
            List<String> expected =
                    bodies.stream().map(body -> server.predict(body).body()).toList();

            List<CompletableFuture<String>> answers = bodies.stream()
                    .map(body -> CompletableFuture.supplyAsync(
                            () -> server.predict(body).body()))
                    .toList();

            assertThat(answers.stream().map(CompletableFuture::join)).isEqualTo(expected);
            assertThat(expected).doesNotHaveDuplicates().allMatch(answer -> answer.startsWith("{\"predictions\":[{"));
        }
    }

    private static String post(int contentLength) {
        return "POST /v1/predict HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: "
                + contentLength + "\r\n\r\n";
    }

    /** The server learns a little later that a client has gone. */
    private static void awaitSuccess(RunningServer server) throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            if (server.predict(ONE_ROW).statusCode() == 200) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("the place was never given back");
    }
}
