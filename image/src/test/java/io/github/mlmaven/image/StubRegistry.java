package io.github.mlmaven.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A registry on loopback that gives prepared answers over plain http, and keeps what it was asked. As most servers, and
 * unlike the JDK's, it refuses the beginning of TLS at once.
 */
final class StubRegistry implements AutoCloseable {

    /** Headers may name the registry's own address as {@code $HOST}. */
    record Answer(int status, Map<String, String> headers, String body) {
        static Answer of(int status) {
            return new Answer(status, Map.of(), "");
        }
    }

    private static final String AUTHORIZATION = "authorization:";

    private final ServerSocket socket;
    private final Map<String, Answer> answers = Collections.synchronizedMap(new TreeMap<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    StubRegistry() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread server = new Thread(this::serve, "stub registry");
        server.setDaemon(true);
        server.start();
    }

    /** Answers a request, such as {@code GET /v2/}, with the value of its authorization after it if it has one. */
    StubRegistry on(String request, Answer answer) {
        answers.put(request, answer);
        return this;
    }

    String host() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                lines.mark(1);
                Answer answer = Character.isLetter(lines.read()) ? answer(lines) : Answer.of(400);
                write(answer, client.getOutputStream());
            } catch (IOException e) {
                // This client is gone; or the registry is, and the loop ends.
            }
        }
    }

    private Answer answer(BufferedReader lines) throws IOException {
        lines.reset();
        String request = lines.readLine().replace(" HTTP/1.1", "");
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(AUTHORIZATION)) {
                request += line.substring(AUTHORIZATION.length());
            }
        }
        asked.add(request);
        return answers.getOrDefault(request, Answer.of(404));
    }

    private void write(Answer answer, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + answer.status() + " Status\r\n");
        answer.headers().forEach((name, value) -> text.append(name + ": " + value.replace("$HOST", host()) + "\r\n"));
        text.append("connection: close\r\ncontent-length: " + answer.body().length() + "\r\n\r\n" + answer.body());
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
