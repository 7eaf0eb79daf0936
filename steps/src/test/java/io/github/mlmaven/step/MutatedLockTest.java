package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.lock.FormerLock;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Mutations;
import io.github.mlmaven.text.NamedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lock or a result, whatever is in it, is read or refused. {@code -Dml.mutations=100000} tries more. */
class MutatedLockTest {

    private static final int MUTATIONS = Integer.getInteger("ml.mutations", 1_500);
    private static final long FIRST_SEED = Long.getLong("ml.mutations.seed", 0);

    @TempDir
    Path folder;

    @Test
    void every_mutated_lock_is_read_or_refused() throws IOException {
        Map<String, String> facts = Map.of(
                "input.spec", "a".repeat(64), "metric.rmse", "0.5", "metric.rmse[cut=Fair]", "1e-3", "test.rows", "t");
        Lock lock = Lock.of(facts, List.of("first"));

        requireRefusals(Json.text(lock.facts()), file -> {
            FormerLock former = FormerLock.read(NamedFile.of(file));
            assertThat(former.unread().isPresent() || !former.sides().isEmpty()).isTrue();
            Lock read = Lock.read(file).orElseThrow();
            assertThat(read.reasons()).doesNotContainNull();
            assertThat(read.metrics().values()).doesNotContainNull();
            assertThat(read.differences(facts))
                    .allSatisfy(difference -> assertThat(difference.toString()).isNotEmpty());
            assertThat(read.testRows()).isNotNull();
        });
    }

    @Test
    void whatever_a_merge_leaves_hinders_nobody_from_accepting() throws IOException {
        String text = Json.text(
                Lock.of(Map.of("metric.rmse", "0.5"), List.of("first")).facts());
        String merged = text.replace("\"metric", "<<<<<<< ours\n  \"metric.rmse\": \"1\",\n=======\n  \"metric")
                .replace("\n}", "\n>>>>>>> theirs\n}");
        Path file = folder.resolve("merged.json");
        for (int i = 0; i < MUTATIONS; i++) {
            long seed = FIRST_SEED + i;
            Files.write(file, new Mutations(new Random(seed)).bytes(merged.getBytes(StandardCharsets.UTF_8)));

            FormerLock former = FormerLock.read(NamedFile.of(file));

            assertThat(former.sides()).as("seed %s", seed).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void every_mutated_result_is_read_or_refused() throws IOException {
        Evaluation evaluation = new Evaluation(
                1,
                Task.REGRESSION,
                "t",
                0.95,
                List.of(),
                new Scores(3, new TreeMap<>(Map.of("rmse", 0.5))),
                List.of(new Evaluation.Slice("cut", "Fair", new Scores(1, new TreeMap<>(Map.of("rmse", 0.25))))),
                Optional.empty());
        Training training = new Training(
                Training.FORMAT,
                new Training.Settings("xgboost", 42, new TreeMap<>(Map.of("rounds", "3"))),
                "tribuo-xgboost",
                List.of("a"),
                new TreeMap<>(Map.of("model.pb", "a".repeat(64))),
                new TreeMap<>(Map.of("xgboost", "3")));

        requireRefusals(
                Json.text(evaluation),
                file -> assertThat(Facts.evaluation(Json.read(file, Evaluation.class))
                                .values())
                        .doesNotContainNull());
        requireRefusals(
                Json.text(training),
                file -> assertThat(
                                Facts.training(Json.read(file, Training.class)).values())
                        .doesNotContainNull());
        requireRefusals(
                Json.text(Split.of(3, 0, 1, "t", new SplitDefinition("hash", List.of("id"), new TreeMap<>()))),
                file -> assertThat(Json.read(file, Split.class).testRows()).isNotNull());
        requireRefusals(
                Json.text(new BundleFile(BundleFile.FORMAT, "x.jar", "c", "s")),
                file -> assertThat(
                                Facts.bundle(Json.read(file, BundleFile.class)).values())
                        .doesNotContainNull());
    }

    /** Some are refused and some read, and nothing else happens. */
    private void requireRefusals(String right, Consumer<Path> reader) throws IOException {
        Path file = folder.resolve("file.json");
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            long seed = FIRST_SEED + i;
            Files.write(file, new Mutations(new Random(seed)).json(right.getBytes(StandardCharsets.UTF_8)));
            try {
                reader.accept(file);
            } catch (MlException e) {
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError(
                        "seed " + seed + ": " + Files.readString(file, StandardCharsets.ISO_8859_1), e);
            }
        }
        assertThat(refused).isBetween(MUTATIONS / 10, MUTATIONS - MUTATIONS / 100);
    }
}
