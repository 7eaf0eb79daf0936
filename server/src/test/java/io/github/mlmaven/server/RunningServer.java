package io.github.mlmaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.server.Settings.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A real server on a free port of the loopback interface, and its clients. */
final class RunningServer implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Server server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    private RunningServer(Server server) {
        this.server = server;
    }

    static RunningServer of(Path bundle, Limits limits) {
        Settings settings = new Settings(bundle, new Address("127.0.0.1", 0), limits, false);
        return new RunningServer(Server.start(Service.of(new Api(MlModel.read(bundle)), settings)));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> predict(String body) {
        return predict(BodyPublishers.ofString(body));
    }

    HttpResponse<String> predict(BodyPublisher body) {
        return send(predictRequest(body));
    }

    HttpRequest.Builder predictRequest(BodyPublisher body) {
        return request("/v1/predict").header("content-type", "application/json").POST(body);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(TIMEOUT);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    RawClient raw() throws IOException {
        return new RawClient(new Socket(InetAddress.getLoopbackAddress(), server.port()));
    }

    @Override
    public void close() {
        server.close();
    }

    /** A client that sends what it likes. */
    record RawClient(Socket socket) implements AutoCloseable {

        RawClient {
            try {
                socket.setSoTimeout((int) TIMEOUT.toMillis());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        RawClient send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return this;
        }

        /** Sends the head of a request for predictions, and waits until the server has seen it and wants the body. */
        RawClient beginPrediction(int contentLength) throws IOException {
            send("POST /v1/predict HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: " + contentLength
                    + "\r\n\r\n");
            assertThat(readTo("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
            return this;
        }

        /** All that the server sends until it closes the connection. */
        String readToEnd() throws IOException {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        /** What the server sends, up to a text. */
        String readTo(String end) throws IOException {
            StringBuilder seen = new StringBuilder();
            while (seen.indexOf(end) < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    throw new AssertionError("the connection ended after: " + seen);
                }
                seen.append((char) next);
            }
            return seen.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
