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
    void a_head_that_cannot_be_read_is_refused_in_json_and_ends_the_connection() throws IOException {
        try (RunningServer server = RunningServer.of(bundle, Limits.DEFAULT)) {
            String malformed = "The request is not HTTP/1.1: its first line or one of its headers is malformed.";
            assertEnds(server, "hello\r\n\r\n", 400, malformed);
            assertEnds(server, get("x y"), 400, malformed);
            assertEnds(server, get("x: a\0b"), 400, malformed);
            assertEnds(
                    server,
                    "GET /" + "x".repeat(5000) + " HTTP/1.1\r\n\r\n",
                    414,
                    "The first line of the request has more than 4096 bytes. Ask for a shorter path.");
            assertEnds(
                    server,
                    get("x: " + "y".repeat(9000)),
                    431,
                    "The headers of the request have more than 8192 bytes. Send fewer.");
            assertEnds(
                    server,
                    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                    505,
                    "The server speaks HTTP/1.1 and HTTP/1.0, and not HTTP/2.0.");
        }
    }

    @Test
    void a_length_that_is_none_is_refused_in_json_and_ends_the_connection() throws IOException {
        try (RunningServer server = RunningServer.of(bundle, Limits.DEFAULT)) {
            for (String length : List.of("-5", "abc", "99999999999999999999", "3.0", "")) {
                assertEnds(
                        server,
                        head("content-length: " + length) + "abc",
                        400,
                        "The 'content-length' of the request is no number of bytes. Send how many the body has.");
            }
            assertEnds(
                    server,
                    head("content-length: 3\r\ncontent-length: 4") + "abcd",
                    400,
                    "The request has more than one 'content-length'. Send it once.");
        }
    }

    @Test
    void where_two_headers_say_where_a_body_ends_nothing_behind_it_is_a_request() throws IOException {
        String chunked = Integer.toHexString(ONE_ROW.length()) + "\r\n" + ONE_ROW + "\r\n0\r\n\r\n";
        String smuggled = get("host: x");
        try (RunningServer server = RunningServer.of(bundle, Limits.DEFAULT)) {
            assertEnds(
                    server,
                    head("content-length: 5\r\ntransfer-encoding: chunked") + chunked + smuggled,
                    400,
                    "The request has both a 'content-length' and a 'transfer-encoding'. Send one of them.");
            for (String codings : List.of("gzip", "gzip, chunked", "chunked\r\ntransfer-encoding: chunked", "x")) {
                assertEnds(
                        server,
                        head("transfer-encoding: " + codings) + chunked + smuggled,
                        501,
                        "The server takes no 'transfer-encoding' but 'chunked'. Send the body as it is.");
            }
            assertEnds(
                    server,
                    head("transfer-encoding: chunked").replace("HTTP/1.1", "HTTP/1.0") + chunked + smuggled,
                    400,
                    "HTTP/1.0 has no 'transfer-encoding'. Send the 'content-length' instead.");
        }
    }

    @Test
    void broken_chunks_are_refused_in_json_and_end_the_connection() throws IOException {
        try (RunningServer server = RunningServer.of(bundle, ONE_AT_A_TIME)) {
            for (String chunks : List.of("zz\r\nabc\r\n0\r\n\r\n", "3\r\nabcdef\r\n0\r\n\r\n", "-1\r\nabc")) {
                assertEnds(
                        server,
                        head("transfer-encoding: chunked") + chunks,
                        400,
                        "The chunks of the body are malformed: each is its length in hexadecimal digits, and so many"
                                + " bytes.");
            }
            assertThat(server.predict(ONE_ROW).body()).isEqualTo(onePrediction);
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

    /** One answer, and nothing behind it. */
    private static void assertEnds(RunningServer server, String request, int status, String error) throws IOException {
        try (RawClient client = server.raw()) {
            assertThat(client.send(request).readToEnd())
                    .as(request)
                    .matches(answer -> answer.matches("(?s)HTTP/1[.][01] " + status + " .*"))
                    .containsOnlyOnce("content-length: ")
                    .contains("content-type: application/json\r\n")
                    .endsWith("\r\n\r\n{\"error\":\"" + error + "\"}");
        }
    }

    private static String get(String header) {
        return "GET /v2/health/live HTTP/1.1\r\n" + header + "\r\n\r\n";
    }

    private static String head(String header) {
        return "POST /v1/predict HTTP/1.1\r\nhost: x\r\n" + header + "\r\n\r\n";
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
