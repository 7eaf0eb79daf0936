package io.github.mlmaven.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.spec.WebFile;
import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Real requests to real servers on loopback. */
abstract class Fetching {

    static final String ROWS = "town,price\nnorth,100\nsouth,200\n";
    static final String DIGEST = Sha256.of(ROWS);
    /** Longer than any machine takes for what comes at all. */
    static final Patience PATIENT =
            new Patience(Duration.ofSeconds(30), Duration.ofSeconds(30), 3, Duration.ofMillis(1));
    /** For what never comes. */
    static final Patience SHORT = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(1), 3, Duration.ofMillis(1));

    @TempDir
    Path folder;

    WebServer server;
    FileCache cache;
    final List<String> told = new ArrayList<>();

    final Progress log = new Progress() {
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
        cache = new FileCache(folder, PATIENT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    final Wanted wanted(String path) {
        return wanted(server.address(path), DIGEST);
    }

    static Wanted wanted(String address, String digest) {
        return new Wanted(new WebFile(address, Optional.of(digest), Optional.empty()), "model.yaml line 4");
    }

    static String sha256(Path file) {
        try {
            return Sha256.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final Optional<Path> held(Wanted file) {
        return cache.held(file, Fetching::sha256, log);
    }

    final void assertRefused(Wanted file, String message) {
        assertRefused(file, Access.direct(), message);
    }

    final void assertRefused(Wanted file, Access access, String message) {
        MlException found = catchThrowableOfType(MlException.class, () -> cache.fetch(file, access, log));
        assertThat(found).hasMessage(message);
        assertThat(held(file)).isEmpty();
        assertThat(kept()).isEmpty();
    }

    final List<String> kept() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
