package io.github.mlmaven.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.fetch.WebServer.Answer;
import io.github.mlmaven.spec.WebFile;
import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real requests to real servers on loopback. */
class FileCacheTest {

    private static final String ROWS = "town,price\nnorth,100\nsouth,200\n";
    private static final String DIGEST = Sha256.of(ROWS);
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(1), 3, Duration.ofMillis(1));

    @TempDir
    Path folder;

    @TempDir
    Path keys;

    private WebServer server;
    private FileCache cache;
    private final List<String> told = new ArrayList<>();

    private final Progress log = new Progress() {
        @Override
        public void info(String text) {
            told.add(text);
        }

        @Override
        public void warn(String text) {
            told.add("WARNING " + text);
        }
    };

    @BeforeEach
    void serve() throws IOException {
        server = new WebServer();
        cache = new FileCache(folder, SHORT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Wanted wanted(String path) {
        return wanted(server.address(path), DIGEST);
    }

    private static Wanted wanted(String address, String digest) {
        return new Wanted(new WebFile(address, Optional.of(digest), Optional.empty()), "model.yaml line 4");
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> held(Wanted file) {
        return cache.held(file, FileCacheTest::sha256, log);
    }

    private void assertRefused(Wanted file, String message) {
        assertRefused(file, Access.direct(), message);
    }

    private void assertRefused(Wanted file, Access access, String message) {
        MlException found = catchThrowableOfType(MlException.class, () -> cache.fetch(file, access, log));
        assertThat(found).hasMessage(message);
        assertThat(held(file)).isEmpty();
        assertThat(kept()).isEmpty();
    }

    private List<String> kept() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_file_with_its_digest_is_kept_under_it_and_what_is_secret_is_not_told() {
        server.on("/houses.csv", Answer.of(200, ROWS));
        Wanted file = wanted("/houses.csv?token=hidden");
        assertThat(held(file)).isEmpty();

        Path found = cache.fetch(file, Access.direct(), log);

        assertThat(found)
                .isEqualTo(folder.resolve(DIGEST).resolve("houses.csv"))
                .hasContent(ROWS);
        assertThat(held(file)).contains(found);
        assertThat(kept()).containsExactly(DIGEST + "/houses.csv");
        assertThat(server.asked()).containsExactly("/houses.csv?token=hidden");
        assertThat(told)
                .containsExactly(
                        "fetching " + server.address("/houses.csv"),
                        "fetched 31 bytes of " + server.address("/houses.csv"));
    }

    @Test
    void a_digest_in_capital_letters_is_the_same() {
        server.on("/houses.csv", Answer.of(200, ROWS));
        Wanted file = wanted(server.address("/houses.csv"), DIGEST.toUpperCase(Locale.ROOT));

        assertThat(held(file)).isEmpty();
        assertThat(cache.fetch(file, Access.direct(), log)).hasContent(ROWS);
        assertThat(held(file)).isPresent();
    }

    @Test
    void other_bytes_are_not_used_and_both_digests_are_told() {
        server.on("/houses.csv", Answer.of(200, "town,price\n"));

        assertRefused(
                wanted("/houses.csv?token=hidden"),
                server.address("/houses.csv")
                        + " has other bytes than model.yaml line 4 declares: the sha256 of what came is "
                        + Sha256.of("town,price\n") + ", and " + DIGEST + " is declared. The file was not used."
                        + " If these are the rows that you mean, write 'sha256: " + Sha256.of("town,price\n")
                        + "'; if you do not know why they are others, ask who publishes them.");
    }

    @Test
    void a_web_page_in_the_place_of_rows_is_called_one() {
        String page = "<!doctype html><p>Log in";
        server.on("/houses.csv", Answer.of(200, page).with("Content-Type", "text/html; charset=utf-8"));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv")
                        + " has other bytes than model.yaml line 4 declares: the sha256 of what came is "
                        + Sha256.of(page) + ", and " + DIGEST
                        + " is declared. The file was not used. It is a web page, most"
                        + " likely one that asks for a login or tells of an error. Open the address in a browser, and write the"
                        + " one of the file itself.");
    }

    @Test
    void a_file_that_is_not_there_is_asked_for_once() {
        server.on("/houses.csv", Answer.of(404, "no"));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv") + " was not brought: the server answers 404, there is no such file."
                        + " Correct the address in model.yaml line 4.");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void a_login_that_is_asked_for_is_told_how_to_give() {
        server.on("/houses.csv", Answer.of(401, ""));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv")
                        + " was not brought: the server answers 401, which asks for a login. Write"
                        + " 'server:' beside the address in model.yaml line 4, with the id of a <server> of settings.xml that"
                        + " has the login.");
    }

    @Test
    void a_login_that_is_refused_is_told_by_its_id_alone() {
        server.on("/houses.csv", Answer.of(403, ""));
        Wanted file = new Wanted(
                new WebFile(server.address("/houses.csv"), Optional.of(DIGEST), Optional.of("houses-server")),
                "model.yaml line 4");

        assertRefused(
                file,
                new Access(Map.of("Authorization", Access.basic("ann", "hunter2")), address -> Optional.empty()),
                server.address("/houses.csv")
                        + " was not brought: the server answers 403, which refuses the login of the"
                        + " server 'houses-server'. Correct that <server> of settings.xml, or ask for the right to read the"
                        + " file.");
        assertThat(server.asked()).containsExactly("/houses.csv Basic YW5uOmh1bnRlcjI=");
    }

    @Test
    void a_server_that_is_down_for_a_moment_is_asked_again() {
        server.on("/houses.csv", Answer.of(503, "down"), Answer.of(200, ROWS));

        assertThat(cache.fetch(wanted("/houses.csv"), Access.direct(), log)).hasContent(ROWS);
        assertThat(told)
                .contains(
                        server.address("/houses.csv") + " was not brought: the server answers 503, an error of its own."
                                + " Attempt 2 of 3 follows.");
    }

    @Test
    void a_server_that_stays_down_is_given_up() {
        server.on("/houses.csv", Answer.of(503, "down"));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv")
                        + " was not brought: the server answers 503, an error of its own. It was tried 3"
                        + " times. Try again later, or ask who runs the server.");
        assertThat(server.asked()).hasSize(3);
    }

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
        server.on("/houses.csv", Answer.of(200, ROWS).stallingAfter(10));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv")
                        + " was not brought: the server sent nothing for 1 s. It was tried 3 times. Try"
                        + " again later, or ask who runs the server.");
    }

    @Test
    void a_server_that_never_answers_is_given_up() throws IOException {
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
    void a_redirect_is_followed_and_the_login_is_shown_to_nobody_else() throws IOException {
        try (WebServer other = new WebServer()) {
            other.on("/kept.csv", Answer.of(200, ROWS));
            server.on("/houses.csv", Answer.moved("/moved.csv?key=hidden"))
                    .on("/moved.csv", Answer.moved(other.address("/kept.csv")));
            Access access = new Access(Map.of("Authorization", "Bearer secret"), address -> Optional.empty());

            assertThat(cache.fetch(wanted("/houses.csv"), access, log)).hasContent(ROWS);

            assertThat(server.asked())
                    .containsExactly("/houses.csv Bearer secret", "/moved.csv?key=hidden Bearer secret");
            assertThat(other.asked()).containsExactly("/kept.csv");
        }
    }

    @Test
    void a_login_that_another_server_wants_is_not_ours_to_show() throws IOException {
        try (WebServer other = new WebServer()) {
            other.on("/kept.csv", Answer.of(403, ""));
            server.on("/houses.csv", Answer.moved(other.address("/kept.csv?key=hidden")));

            assertRefused(
                    wanted("/houses.csv"),
                    new Access(Map.of("Authorization", "Bearer secret"), address -> Optional.empty()),
                    server.address("/houses.csv") + " was not brought: " + other.address("/kept.csv")
                            + " answers 403, and is another server than that of the address, whose login it is not shown."
                            + " Write the address of the file itself in model.yaml line 4, with its 'server:'.");
        }
    }

    @Test
    void a_file_that_is_not_for_everybody_is_told() {
        server.on("/houses.csv", Answer.of(403, ""));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv")
                        + " was not brought: the server answers 403, the file is not for everybody."
                        + " Write 'server:' beside the address in model.yaml line 4, with the id of a <server> of settings.xml"
                        + " that has the login.");
    }

    @Test
    void an_answer_that_is_no_file_is_told() {
        server.on("/houses.csv", Answer.of(204, ""));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv")
                        + " was not brought: the server answers 204, which is no file. Correct the"
                        + " address in model.yaml line 4.");
    }

    @Test
    void a_secure_connection_is_only_to_whom_it_says_and_no_redirect_leaves_it() throws Exception {
        server.on("/houses.csv", Answer.of(200, ROWS));
        try (TlsServer tls = new TlsServer(keys, server.address("/houses.csv?key=hidden"))) {
            MlException unknown = catchThrowableOfType(
                    MlException.class, () -> cache.fetch(wanted(tls.address(), DIGEST), Access.direct(), log));
            assertThat(unknown)
                    .hasMessageStartingWith(
                            tls.address() + " was not brought: no secure connection to localhost came about: ");

            cache = new FileCache(folder, SHORT, tls.trusted());
            assertRefused(
                    wanted(tls.address(), DIGEST),
                    tls.address() + " was not brought: it is redirected from https to " + server.address("/houses.csv")
                            + ", where everybody on the way can change it. Write the address of the file itself in model.yaml"
                            + " line 4.");
        }
        assertThat(server.asked()).isEmpty();
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
    void a_redirect_without_an_end_is_given_up() {
        server.on("/houses.csv", Answer.moved("/houses.csv"));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv")
                        + " was not brought: it is redirected more than 5 times. Write the address of"
                        + " the file itself in model.yaml line 4.");
        assertThat(server.asked()).hasSize(6);
    }

    @Test
    void a_redirect_to_what_is_no_address_is_refused() {
        server.on("/houses.csv", Answer.moved("file:///etc/passwd"));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv")
                        + " was not brought: it is redirected to what is no address. Write the address"
                        + " of the file itself in model.yaml line 4.");
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

    @Test
    void a_kept_file_that_somebody_changed_is_not_used_and_told() throws IOException {
        server.on("/houses.csv", Answer.of(200, ROWS));
        Wanted file = wanted("/houses.csv");
        Path kept = cache.fetch(file, Access.direct(), log);
        Files.writeString(kept, "town,price\n");
        told.clear();

        assertThat(held(file)).isEmpty();
        assertThat(told)
                .containsExactly("WARNING the kept file of " + server.address("/houses.csv")
                        + " has other bytes than it came with, and is not used");
        assertThat(cache.fetch(file, Access.direct(), log)).hasContent(ROWS);
        assertThat(held(file)).isPresent();
    }

    @Test
    void builds_that_fetch_one_file_at_a_time_all_get_it() throws Exception {
        server.on("/houses.csv", Answer.of(200, ROWS));
        Wanted file = wanted("/houses.csv");
        ExecutorService builds = Executors.newFixedThreadPool(8);
        try {
            Callable<Path> build = () -> new FileCache(folder, SHORT).fetch(file, Access.direct(), Progress.SILENT);
            for (Future<Path> found :
                    builds.invokeAll(Stream.generate(() -> build).limit(8).toList())) {
                assertThat(found.get()).hasContent(ROWS);
            }
        } finally {
            builds.shutdownNow();
        }
        assertThat(kept()).containsExactly(DIGEST + "/houses.csv");
    }

    @Test
    void what_a_killed_build_left_behind_is_removed_and_what_another_is_writing_is_not() throws IOException {
        server.on("/houses.csv", Answer.of(200, ROWS));
        Path place = Files.createDirectories(folder.resolve(DIGEST));
        Path left = Files.writeString(place.resolve("houses.csv.1.part"), "town");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path written = Files.writeString(place.resolve("houses.csv.2.part"), "town");

        cache.fetch(wanted("/houses.csv"), Access.direct(), log);

        assertThat(left).doesNotExist();
        assertThat(written).exists();
    }

    @Test
    void a_place_that_cannot_be_written_is_told() throws IOException {
        server.on("/houses.csv", Answer.of(200, ROWS));
        Files.writeString(folder.resolve(DIGEST), "a file in the place of the folder");

        MlException found =
                catchThrowableOfType(MlException.class, () -> cache.fetch(wanted("/houses.csv"), Access.direct(), log));

        assertThat(found)
                .hasMessageStartingWith(server.address("/houses.csv") + " could not be kept: ")
                .hasMessageEndingWith("Make room for it, and the folder writable.");
    }

    @Test
    void an_access_does_not_show_what_is_secret() {
        assertThat(new Access(Map.of("Authorization", "Bearer secret"), address -> Optional.empty()))
                .hasToString("Access[Authorization]");
    }
}
