package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bundles changed anywhere, with hashes that are right again, end in an {@link MlException} or answer in numbers; in as little
 * memory as the module's tests are given. {@code -Dml.mutations=100000} tries more, {@code -Dml.mutations.seed} others.
 */
class MutatedBundleTest {

    private static final int MUTATIONS = Integer.getInteger("ml.mutations", 20_000);
    private static final long FIRST = Long.getLong("ml.mutations.seed", 0);
    private static final long LONGEST_NANOS = 20_000_000_000L;

    @TempDir
    Path folder;

    /** Where the change is made; the JAR itself is the last. */
    private enum Place {
        MODEL,
        MODEL_AGAIN,
        ENCODER,
        GOLDEN,
        MANIFEST,
        JAR
    }

    @Test
    void every_mutated_bundle_is_refused_or_answers_in_numbers() throws IOException, XGBoostError {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(256 << 20);
        List<SmallModel> models = SmallModel.all();
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            long seed = FIRST + i;
            SmallModel model = models.get(Math.floorMod(seed, models.size()));
            refused += isRefused(seed, model) ? 1 : 0;
        }

        // Most changes break something, and a good part of them nothing that matters.
        assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS - MUTATIONS / 50);
    }

    private boolean isRefused(long seed, SmallModel model) throws IOException {
        Path jar = folder.resolve("mutated.jar");
        Random random = new Random(seed);
        Place place = Place.values()[random.nextInt(Place.values().length)];
        write(jar, model, place, random);
        long began = System.nanoTime();
        try {
            return isRefused(jar);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed %s, the %s of the model '%s'".formatted(seed, place, model.kind()), e);
        } finally {
            assertThat(System.nanoTime() - began)
                    .as("nanoseconds of seed %s, the %s of the model '%s'", seed, place, model.kind())
                    .isLessThan(LONGEST_NANOS);
        }
    }

    private static void write(Path jar, SmallModel model, Place place, Random random) throws IOException {
        Mutations mutations = new Mutations(random);
        SortedMap<String, byte[]> files = new TreeMap<>(model.files());
        UnaryOperator<byte[]> manifest = place == Place.MANIFEST ? mutations::json : text -> text;
        switch (place) {
            case MODEL, MODEL_AGAIN ->
                files.computeIfPresent(Bundle.MODEL, (name, bytes) -> changed(model, bytes, random));
            case ENCODER -> files.computeIfPresent(Bundle.ENCODER, (name, bytes) -> mutations.json(bytes));
            case GOLDEN -> files.computeIfPresent(Bundle.GOLDEN, (name, bytes) -> mutations.json(bytes));
            case MANIFEST, JAR -> {}
        }
        HostileJar.write(jar, model, files, manifest, "");
        if (place == Place.JAR) {
            Files.write(jar, mutations.bytes(Files.readAllBytes(jar)));
        }
    }

    private static byte[] changed(SmallModel model, byte[] bytes, Random random) {
        try {
            return new ModelMutations(random)
                    .model(bytes, model.manifest().model().format().equals(TribuoFormats.TREES));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isRefused(Path jar) {
        try {
            Bundle bundle = Bundle.read(jar);
            MlModel model = MlModel.of(bundle);
            SmallModel.ROWS_ASKED.forEach(row -> requireNumbers(model, row));
            bundle.golden().check(model);
            return false;
        } catch (MlException e) {
            return true;
        }
    }

    private static void requireNumbers(MlModel model, Map<String, Object> row) {
        Prediction prediction;
        try {
            prediction = model.predict(row);
        } catch (MlException e) {
            return;
        }
        if (prediction instanceof Prediction.Value value) {
            assertThat(value.value()).isFinite();
        } else if (prediction instanceof Prediction.Label label) {
            assertThat(label.probabilities().values())
                    .isNotEmpty()
                    .allSatisfy(probability -> assertThat(probability).isBetween(0.0, 1.0));
        }
    }
}
