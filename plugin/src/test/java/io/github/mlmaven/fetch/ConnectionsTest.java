package io.github.mlmaven.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.fetch.WebServer.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Servers and proxies that cannot be reached, or stop in the middle. */
class ConnectionsTest extends Fetching {

    @Test
    void a_body_that_is_cut_short_is_asked_for_again_and_never_used() {
        server.on("/short.csv", Answer.of(200, ROWS).cutAfter(10), Answer.of(200, ROWS));
        assertThat(cache.fetch(wanted("/short.csv"), Access.direct(), log)).hasContent(ROWS);

        server.on("/shorter.csv", Answer.of(200, ROWS).cutAfter(10));
        MlException cut = catchThrowableOfType(
                MlException.class, () -> cache.fetch(wanted("/shorter.csv"), Access.direct(), log));
        assertThat(cut)
                .hasMessage(server.address("/shorter.csv")
                        + " was not brought: the connection ended after 10 of 31 bytes. It"
                        + " was tried 3 times. Try again later, or ask who runs the server.");
        assertThat(kept()).containsExactly(DIGEST + "/short.csv");
    }

    @Test
    void a_server_that_stops_sending_is_given_up() {
        cache = new FileCache(folder, SHORT);
        server.on("/houses.csv", Answer.of(200, ROWS).stallingAfter(10));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv")
                        + " was not brought: the server sent nothing for 1 s. It was tried 3 times. Try"
                        + " again later, or ask who runs the server.");
    }

    @Test
    void a_server_that_never_answers_is_given_up() throws IOException {
        cache = new FileCache(folder, SHORT);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + silent.getLocalPort() + "/houses.csv";

            assertRefused(
                    wanted(address, DIGEST),
                    address
                            + " was not brought: the server sent nothing for 1 s. It was tried 3 times. Try again later, or ask"
                            + " who runs the server.");
        }
    }

    @Test
    void a_server_that_never_says_who_it_is_is_given_up() throws IOException {
        cache = new FileCache(folder, SHORT);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "https://127.0.0.1:" + silent.getLocalPort() + "/houses.csv";

            assertRefused(
                    wanted(address, DIGEST),
                    address
                            + " was not brought: 127.0.0.1 took no connection within 1 s. It was tried 3 times. Try again later."
                            + " Behind a proxy, name it as a <proxy> of settings.xml.");
        }
    }

    @Test
    void a_port_that_nobody_listens_at_is_told() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        String address = "http://127.0.0.1:" + port + "/houses.csv";

        assertRefused(
                wanted(address, DIGEST),
                address
                        + " was not brought: 127.0.0.1 takes no connection. It was tried 3 times. Try again later, or ask who"
                        + " runs the server.");
    }

    @Test
    void a_host_that_does_not_exist_is_told_at_once() {
        assertRefused(
                wanted("http://houses.invalid/houses.csv", DIGEST),
                "http://houses.invalid/houses.csv was not brought: no host is known by the name houses.invalid. Correct the"
                        + " address in model.yaml line 4. Behind a proxy, name it as a <proxy> of settings.xml.");
    }

    @Test
    void a_server_that_speaks_no_tls_is_told_at_once() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answer(plain, "400 Bad Request"));
            answering.setDaemon(true);
            answering.start();
            String address = "https://127.0.0.1:" + plain.getLocalPort() + "/houses.csv";

            MlException found = catchThrowableOfType(
                    MlException.class, () -> cache.fetch(wanted(address, DIGEST), Access.direct(), log));

            assertThat(found)
                    .hasMessageStartingWith(
                            address + " was not brought: no secure connection to 127.0.0.1 came about: ")
                    .hasMessageEndingWith(
                            "Where the certificate is of your organisation's own authority, put that into the"
                                    + " trust store of the JDK.");
            assertThat(told).containsExactly("fetching " + address);
        }
    }

    /** Answers one client in plain text, whatever it says. */
    private static void answer(ServerSocket server, String status) {
        try (Socket client = server.accept()) {
            byte[] asked = new byte[4096];
            assertThat(client.getInputStream().read(asked)).isPositive();
            client.getOutputStream()
                    .write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_proxy_that_asks_for_a_login_of_a_secure_connection_is_told_with_what_java_wants() throws IOException {
        try (ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answer(proxy, "407 Proxy Authentication Required"));
            answering.setDaemon(true);
            answering.start();
            Access access = new Access(
                    Map.of(),
                    address -> Optional.of(new Access.Proxy("127.0.0.1", proxy.getLocalPort(), Optional.empty())));

            assertRefused(
                    wanted("https://houses.invalid/houses.csv", DIGEST),
                    access,
                    "https://houses.invalid/houses.csv was not brought: the server answers 407, the proxy asks for a login."
                            + " Give the <proxy> of settings.xml a <username> and a <password>. For an https address Java sends"
                            + " them only where MAVEN_OPTS has -Djdk.http.auth.tunneling.disabledSchemes=\"\".");
        }
    }

    @Test
    void a_proxy_is_asked_in_the_place_of_the_host_with_its_own_login() {
        server.on("/houses.csv", Answer.of(200, ROWS));
        Access.Proxy proxy = new Access.Proxy("127.0.0.1", server.port(), Optional.of(Access.basic("ann", "hunter2")));
        Access access = new Access(
                Map.of(),
                address -> address.getHost().equals("houses.invalid") ? Optional.of(proxy) : Optional.empty());

        assertThat(cache.fetch(wanted("http://houses.invalid/houses.csv", DIGEST), access, log))
                .hasContent(ROWS);
        assertThat(server.asked()).containsExactly("http://houses.invalid/houses.csv proxy Basic YW5uOmh1bnRlcjI=");
    }
}
