package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A JVM that commits is killed by the system, at a change on disk that was chosen or at any moment after one. What each
 * record vouches for is then there, and the next build leaves what one that nothing disturbed leaves. {@code -Dml.kills=1000}
 * tries more, {@code -Dml.kills.seed} others.
 */
class KilledCommitTest {

    private static final int KILLS = Integer.getInteger("ml.kills", 8);
    private static final long FIRST_SEED = Long.getLong("ml.kills.seed", 0);
    /** Three commits or so of either step. */
    private static final int CHANGES = 36;

    private static final int LONGEST_NANOS = 3_000_000;

    @TempDir
    Path project;

    @Test
    void after_a_kill_every_record_vouches_for_what_is_there_and_the_next_build_is_as_a_clean_one() throws Exception {
        Map<String, Map<String, String>> clean = new TreeMap<>();
        Chain chain = new Chain(project);
        for (String data : CommitsInALoop.DATA) {
            chain.write("data/d.csv", data);
            chain.build(Chain.LAST);
            clean.put(data, contents());
        }
        assertThat(clean.values()).doesNotHaveDuplicates();
        int inACommit = 0;
        for (int i = 0; i < KILLS; i++) {
            Random random = new Random(FIRST_SEED + i);
            kill(random);
            String kill = "kill of seed " + (FIRST_SEED + i);
            inACommit += isInACommit() ? 1 : 0;
            requireWhole(kill);
            // It was killed at this too, which is no part of what is tried.
            Files.deleteIfExists(chain.file("data/d.csv.tmp"));

            chain.build(Chain.LAST);

            assertThat(contents()).as(kill).isEqualTo(clean.get(chain.text("data/d.csv")));
        }
        System.out.println(KILLS + " kills, " + inACommit + " of them in the middle of a commit");
        assertThat(inACommit).isGreaterThanOrEqualTo(KILLS / 3);
    }

    /** Every other one stands still where it is killed; the others are killed while they work. */
    private void kill(Random random) throws IOException, InterruptedException {
        int change = 1 + random.nextInt(CHANGES);
        boolean stands = random.nextBoolean();
        Process process = CommitsInALoop.start(project, stands ? change : 0);
        try (InputStream changes = process.getInputStream()) {
            assertThat(changes.readNBytes(change)).hasSize(change);
            long end = System.nanoTime() + (stands ? 0 : random.nextInt(LONGEST_NANOS));
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** A state that is complete has yet to be moved, or only a part of it has been. */
    private boolean isInACommit() {
        return Stream.of("first", "second")
                .anyMatch(step -> Files.exists(made(step + ".new")) && Files.exists(made(step + ".new/record.json")));
    }

    private void requireWhole(String kill) throws IOException {
        for (String step : List.of("first", "second", "last")) {
            Path file = made(step + ".record.json");
            if (Files.exists(file)) {
                for (var output : Json.read(file, StepRecord.class).outputs().entrySet()) {
                    assertThat(FileHashes.hash(place(output.getKey())))
                            .as("%s: %s of %s", kill, output.getKey(), step)
                            .isEqualTo(output.getValue().sha256());
                }
            }
        }
    }

    private Path place(String output) {
        Path made = made(output);
        return Files.exists(made) ? made : project.resolve("target").resolve(output);
    }

    private Path made(String name) {
        return project.resolve("target/ml/tiny").resolve(name);
    }

    /** Everything but what is remembered of times. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(project)) {
            files.filter(file -> !file.endsWith("hashes.json")).forEach(found::add);
        }
        for (Path file : found) {
            String name = Objects.toString(project.relativize(file));
            contents.put(name, Files.isDirectory(file) ? "a folder" : Files.readString(file));
        }
        return contents;
    }
}
