package io.github.mlmaven.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.fetch.WebServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept, and for whom. */
class FileCacheTest extends Fetching {

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
            Callable<Path> build = () -> new FileCache(folder, PATIENT).fetch(file, Access.direct(), Progress.SILENT);
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
}
