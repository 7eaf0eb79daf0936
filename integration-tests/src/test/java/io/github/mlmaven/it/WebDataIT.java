package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.mlmaven.it.MavenBuild.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Builds whose data a web server has, which is a real one on loopback. */
class WebDataIT {

    private static final String NONE = "0".repeat(64);

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    /** A web server that has one file, for who shows the login that it wants. */
    private static final class Houses implements AutoCloseable {

        private final HttpServer server;
        private final byte[] rows;
        private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

        Houses(Path file, String login) throws IOException {
            rows = Files.readAllBytes(file);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/houses.csv", exchange -> {
                String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
                asked.add(exchange.getRequestURI().toString());
                boolean known = login.isEmpty() || shown.equals(login);
                exchange.sendResponseHeaders(known ? 200 : 401, known ? rows.length : -1);
                if (known) {
                    exchange.getResponseBody().write(rows);
                }
                exchange.close();
            });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/houses.csv";
        }

        String sha256() throws Exception {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rows));
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    /**
     * Moves the rows out of the project.
     *
     * @param house whose row the rows of this test have, and of no other
     */
    private static Houses moved(MavenBuild build, int house, String login) throws Exception {
        Path rows = build.file("data/houses.csv");
        Files.writeString(rows, Files.readString(rows) + house + ",100,4,north,false,300\n");
        Houses houses = new Houses(rows, login);
        build.delete("data/houses.csv");
        build.without(".cache/ml-maven-plugin/" + houses.sha256());
        return houses;
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void rows_at_an_address_are_fetched_once_locked_and_built_offline_from_then_on(Path maven) throws Exception {
        MavenBuild build = MavenBuild.base(maven, "rows-at-an-address");
        String address;
        try (Houses houses = moved(build, 901, "")) {
            address = houses.address();
            build.edit(
                    "src/main/ml/model.yaml",
                    "  source: data/houses.csv\n",
                    "  source: " + address + "?token=hidden\n  sha256: " + houses.sha256() + "\n");

            Result offline = build.run("verify");
            assertThat(offline.succeeded()).isFalse();
            assertThat(offline.log())
                    .contains(address
                            + " is not on this machine, and Maven is offline. Run the build once while online: what"
                            + " it fetches stays in the local repository.");

            Result first = build.online().run("verify");
            assertThat(first.succeeded()).as(first.log()).isTrue();
            assertThat(first.log())
                    .containsOnlyOnce("houses: fetched ")
                    .contains("bytes of " + address, "PASS  rmse is ");

            Result accepted = build.run("ml:accept");
            assertThat(accepted.succeeded()).as(accepted.log()).isTrue();
            assertThat(build.text("src/main/ml/model.lock.json"))
                    .contains("\"data.file." + address + "\": \"" + houses.sha256() + "\"")
                    .contains("\"data.source\": \"\\\"" + address + "\\\"\"")
                    .doesNotContain("hidden", "data.sha256");
            assertThat(houses.asked).containsExactly("/houses.csv?token=hidden");
            assertThat(first.log() + accepted.log()).doesNotContain("hidden");
        }

        // The server is gone.
        Result locked = build.offline().withVariable("CI", "true").run("clean", "verify");
        assertThat(locked.succeeded()).as(locked.log()).isTrue();
        // The option would end any worker JVM at its start.
        Result again = build.run("verify", "-Dml.argLine=-XX:NoSuchOption");
        assertThat(again.succeeded()).as(again.log()).isTrue();
        Result predicted = build.run("ml:predict", "-Dml.data=" + address + "?token=hidden");
        assertThat(predicted.succeeded()).isFalse();
        assertThat(predicted.log())
                .contains("ml.data '" + address + "' is an address, and names files of the project alone.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void other_bytes_than_the_declared_ones_are_not_used(Path maven) throws Exception {
        MavenBuild build = MavenBuild.base(maven, "other-bytes-at-an-address").online();
        try (Houses houses = moved(build, 902, "")) {
            build.edit(
                    "src/main/ml/model.yaml",
                    "  source: data/houses.csv\n",
                    "  source: " + houses.address() + "\n  sha256: " + NONE + "\n");

            Result result = build.run("verify");

            assertThat(result.succeeded()).isFalse();
            assertThat(result.log())
                    .contains(houses.address()
                            + " has other bytes than model.yaml line 4 declares: the sha256 of what came is "
                            + houses.sha256() + ", and " + NONE
                            + " is declared. The file was not used. If these are the rows"
                            + " that you mean, write 'sha256: " + houses.sha256() + "'");
            assertThat(build.file("target/ml/houses/validation.json")).doesNotExist();
        }
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_login_of_settings_xml_is_shown_to_the_server_and_to_nobody_else(Path maven) throws Exception {
        MavenBuild build =
                MavenBuild.base(maven, "login-at-an-address").online().withServer("houses-server", "ann", "hunter2");
        try (Houses houses = moved(build, 903, "Basic YW5uOmh1bnRlcjI=")) {
            String source = "  source: " + houses.address() + "\n  sha256: " + houses.sha256() + "\n";
            build.edit("src/main/ml/model.yaml", "  source: data/houses.csv\n", source + "  server: villas-server\n");

            Result unknown = build.run("ml:validate");
            assertThat(unknown.succeeded()).isFalse();
            assertThat(unknown.log())
                    .contains(houses.address()
                            + " needs the login of the server 'villas-server', and settings.xml has no such"
                            + " <server> with a username and a password. Add it to settings.xml, or name another id beside the"
                            + " address in model.yaml line 4.");

            build.edit("src/main/ml/model.yaml", "  server: villas-server\n", "");
            Result without = build.run("ml:validate");
            assertThat(without.succeeded()).isFalse();
            assertThat(without.log())
                    .contains("the server answers 401, which asks for a login. Write 'server:' beside the address");

            build.edit("src/main/ml/model.yaml", source, source + "  server: houses-server\n");
            Result result = build.run("verify", "-X");
            assertThat(result.succeeded()).as(result.log()).isTrue();
            assertThat(result.log()).doesNotContain("hunter2", "YW5uOmh1bnRlcjI=");
            try (Stream<Path> files = Files.walk(build.file("target"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain("hunter2", "YW5uOmh1bnRlcjI=");
                }
            }
        }
    }
}
