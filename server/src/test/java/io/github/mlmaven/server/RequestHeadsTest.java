package io.github.mlmaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.server.RunningServer.RawClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RequestHeadsTest {

    private static final String ONE_ROW = TinyBundle.rows(3, 1);

    @TempDir
    private static Path directory;

    private static Path bundle;

    @BeforeAll
    static void makeBundle() {
        bundle = TinyBundle.diamonds(directory);
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
        try (RunningServer server = RunningServer.of(bundle, Limits.DEFAULT.withMaxConcurrent(1))) {
            String prediction = server.predict(ONE_ROW).body();
            assertThat(prediction).startsWith("{\"predictions\":[{\"value\":");
            for (String chunks : List.of("zz\r\nabc\r\n0\r\n\r\n", "3\r\nabcdef\r\n0\r\n\r\n", "-1\r\nabc")) {
                assertEnds(
                        server,
                        head("transfer-encoding: chunked") + chunks,
                        400,
                        "The chunks of the body are malformed: each is its length in hexadecimal digits, and so many"
                                + " bytes.");
            }
            assertThat(server.predict(ONE_ROW).body()).isEqualTo(prediction);
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
}
