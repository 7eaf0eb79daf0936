package io.github.mlmaven.postgres;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the machine's own packages on a loopback port, with a data base in a folder that is removed at the end. It
 * wants a password, and is run by a user who is not root: by that of its package, where root runs the tests.
 */
public final class PostgresServer implements AutoCloseable {

    public static final String USER = "ann";

    /** As no other text is. */
    public static final String PASSWORD = "pa55-of-ann-7c1e";

    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
    private static final String OWNER = "postgres";
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 50;

    private final Path programs;
    private final Path folder;
    private final int port;
    private final Process process;

    private PostgresServer(Path programs, Path folder, int port, Process process) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** The folder of its programs: the newest of Debian's packages, or on the path. */
    static Optional<Path> programs() {
        try (Stream<Path> versions = Files.isDirectory(PACKAGES) ? Files.list(PACKAGES) : Stream.empty()) {
            Stream<Path> packaged = versions.sorted(Comparator.reverseOrder()).map(version -> version.resolve("bin"));
            Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                    .map(Path::of);
            return Stream.concat(packaged, onPath)
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb"))
                            && Files.isExecutable(bin.resolve("postgres"))
                            && Files.isExecutable(bin.resolve("pg_ctl")))
                    .findFirst();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts one. */
    public static PostgresServer start() throws IOException {
        Path programs = programs().orElseThrow();
        Path folder = Files.createTempDirectory("postgres");
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        if (isRoot()) {
            var owner = FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(OWNER);
            Files.setOwner(folder, owner);
            Files.setOwner(password, owner);
        }
        Path data = folder.resolve("data");
        run(
                folder,
                programs.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
        int port = freePort();
        Process process = builder(
                        folder,
                        programs.resolve("postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=off",
                        "-c",
                        "max_connections=10")
                .start();
        PostgresServer server = new PostgresServer(programs, folder, port, process);
        server.awaitAnswer();
        return server;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static ProcessBuilder builder(Path folder, String... command) {
        List<String> words = new ArrayList<>();
        if (isRoot()) {
            words.addAll(List.of("setpriv", "--reuid=" + OWNER, "--regid=" + OWNER, "--clear-groups"));
        }
        words.addAll(List.of(command));
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()));
    }

    private static void run(Path folder, String... command) throws IOException {
        Process process = builder(folder, command).start();
        try {
            if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command[0] + " failed:\n" + Files.readString(folder.resolve("server.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** A port at which nobody listens. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        SQLException last = null;
        while (System.nanoTime() < end && process.isAlive()) {
            try (Connection connection = connect()) {
                connection.createStatement().execute("select 1");
                return;
            } catch (SQLException e) {
                last = e;
            }
            pause(process);
        }
        String log = Files.readString(folder.resolve("server.log"), StandardCharsets.UTF_8);
        close();
        throw new IOException("PostgreSQL does not answer:\n" + log, last);
    }

    private static void pause(Process process) throws IOException {
        try {
            process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Its address, without anybody's name. */
    public String url() {
        return url(port);
    }

    /** The same by another port. */
    public static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public int port() {
        return port;
    }

    /** A connection that may do everything. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, PASSWORD);
    }

    /** Has statements carried out. */
    public void run(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Where its driver is. */
    public static Path driver() {
        try {
            return Path.of(org.postgresql.Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            run(
                    folder,
                    programs.resolve("pg_ctl").toString(),
                    "stop",
                    "--pgdata=" + folder.resolve("data"),
                    "--mode=immediate");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
