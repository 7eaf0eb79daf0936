package io.github.mlmaven.fetch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on loopback that gives prepared answers, and keeps what it was asked. */
final class WebServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    WebServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * An answer.
     *
     * @param length that its header tells
     * @param sent how much of the body is sent before the connection is closed, or nothing more comes
     */
    record Answer(int status, String body, String header, String value, int length, int sent, boolean stalls) {

        static Answer of(int status, String body) {
            return new Answer(status, body, "Content-Type", "text/csv", body.length(), body.length(), false);
        }

        static Answer moved(String to) {
            return of(302, "").with("Location", to);
        }

        Answer with(String name, String text) {
            return new Answer(status, body, name, text, length, sent, stalls);
        }

        Answer cutAfter(int bytes) {
            return new Answer(status, body, header, value, length, bytes, false);
        }

        Answer stallingAfter(int bytes) {
            return new Answer(status, body, header, value, length, bytes, true);
        }
    }

    /** Gives these answers at a path, one after another; the last one ever after. */
    WebServer on(String path, Answer... answers) {
        Deque<Answer> left = new ArrayDeque<>(List.of(answers));
        server.createContext(path, exchange -> {
            Headers headers = exchange.getRequestHeaders();
            asked.add(exchange.getRequestURI()
                    + Optional.ofNullable(headers.getFirst("Authorization"))
                            .map(login -> " " + login)
                            .orElse("")
                    + Optional.ofNullable(headers.getFirst("Proxy-Authorization"))
                            .map(login -> " proxy " + login)
                            .orElse(""));
            Answer answer = next(left);
            exchange.getResponseHeaders().add(answer.header(), answer.value());
            exchange.sendResponseHeaders(answer.status(), answer.length() == 0 ? -1 : answer.length());
            byte[] body = answer.body().getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseBody().write(body, 0, answer.sent());
            exchange.getResponseBody().flush();
            if (answer.stalls()) {
                await();
            }
            exchange.close();
        });
        return this;
    }

    private static synchronized Answer next(Deque<Answer> left) {
        return left.size() > 1 ? left.removeFirst() : left.getFirst();
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The paths that were asked for, each with the logins that were shown. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
