package io.github.mlmaven.step;

import static io.github.mlmaven.step.Chain.FIRST;
import static io.github.mlmaven.step.Chain.LAST;
import static io.github.mlmaven.step.Chain.OTHER;
import static io.github.mlmaven.step.Chain.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.text.Mutations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is in the files that steps leave for later builds, a build is not up to date with what it did not make, and makes
 * it. {@code -Dml.mutations=100000} tries more, {@code -Dml.mutations.seed} others.
 */
class MutatedRecordTest {

    private static final int MUTATIONS = Integer.getInteger("ml.mutations", 600);
    private static final long FIRST_SEED = Long.getLong("ml.mutations.seed", 0);
    private static final List<Step<?>> STEPS = List.of(FIRST, SECOND, LAST, OTHER);

    @TempDir
    Path project;

    @Test
    void every_mutated_record_result_and_memory_of_hashes_is_made_anew() throws IOException {
        Chain chain = new Chain(project);
        chain.build(LAST, OTHER);
        Map<Path, byte[]> made = files(chain.made(""));
        List<Path> places = List.copyOf(made.keySet());
        assertThat(places).extracting(Path::toString).anyMatch(name -> name.endsWith("last.record.json"));
        int unaffected = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            long seed = FIRST_SEED + i;
            Random random = new Random(seed);
            Path place = places.get(random.nextInt(places.size()));
            byte[] before = Objects.requireNonNull(made.get(place));
            byte[] changed = place.toString().endsWith(".json")
                    ? new Mutations(random).json(before)
                    : new Mutations(random).bytes(before);
            Files.write(place, changed);
            try {
                unaffected += isUnaffected(chain) ? 1 : 0;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed %s, %s".formatted(seed, place.getFileName()), e);
            }
        }

        // What is written as it was, or only remembers hashes, changes nothing.
        assertThat(unaffected).isLessThan(MUTATIONS / 2);
    }

    private boolean isUnaffected(Chain chain) {
        for (Step<?> step : STEPS) {
            chain.state().result(step);
            chain.state().isUpToDate(step);
        }
        boolean unaffected = chain.build(LAST, OTHER).isEmpty();
        assertThat(chain.state().result(LAST)).contains(new Chain.Found("last second first x,y\n1,2\n"));
        assertThat(chain.state().result(OTHER)).contains(new Chain.Found("other first x,y\n1,2\n"));
        assertThat(chain.build(LAST, OTHER)).isEmpty();
        return unaffected;
    }

    private static Map<Path, byte[]> files(Path folder) throws IOException {
        Map<Path, byte[]> files = new TreeMap<>();
        try (var found = Files.walk(folder)) {
            found.filter(Files::isRegularFile).forEach(file -> files.put(file, read(file)));
        }
        return files;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
