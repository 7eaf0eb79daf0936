package io.github.mlmaven.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mlmaven.text.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Starts what an image holds in a fresh JVM and asks it for the golden predictions: an image with a class path that does not
 * start, or a model that says something else than at its training, is never written.
 */
final class SmokeTest {

    /** Another JVM's exponentials may differ in the last place; a wrong model differs by more. */
    private static final double TOLERANCE = 1e-6;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SmokeTest() {}

    /**
     * Tries out an image's contents.
     *
     * @param java of the image, or like it
     * @throws io.github.mlmaven.api.MlException with the server's last lines, if it does not start or answers otherwise
     */
    static void run(Path java, Contents contents, BundleJar bundle) {
        Path staged = contents.bundle().file().path();
        try (ServerProcess server = ServerProcess.start(java, contents.classPathHere(), staged)) {
            server.awaitReady(PATIENCE);
            String answer = server.post("/v1/predict", question(bundle.cases()));
            JsonNode predictions = Json.parse(answer, JsonNode.class).path("predictions");
            for (int i = 0; i < bundle.cases().size(); i++) {
                JsonNode golden = bundle.cases().get(i);
                JsonNode prediction = predictions.path(i);
                if (!agree(golden, prediction)) {
                    throw server.failed("predicts " + prediction + " for the golden row " + i + ", and the model said "
                            + outputs(golden) + " when it was trained");
                }
            }
        }
    }

    static String question(List<JsonNode> cases) {
        return cases.stream()
                .map(golden -> golden.path("row").toString())
                .collect(Collectors.joining(",", "{\"rows\":[", "]}"));
    }

    /** Whether a prediction has every output that was recorded. */
    static boolean agree(JsonNode golden, JsonNode prediction) {
        if (golden.has("value")) {
            return near(golden.path("value"), prediction.path("value"));
        }
        if (!golden.has("label") || !golden.path("label").equals(prediction.path("label"))) {
            return false;
        }
        JsonNode probabilities = prediction.path("probabilities");
        return golden.path("probabilities").properties().stream()
                .allMatch(recorded -> near(recorded.getValue(), probabilities.path(recorded.getKey())));
    }

    private static boolean near(JsonNode expected, JsonNode actual) {
        if (!expected.isNumber() || !actual.isNumber()) {
            return false;
        }
        double difference = Math.abs(expected.asDouble() - actual.asDouble());
        return difference <= TOLERANCE * Math.max(1, Math.abs(expected.asDouble()));
    }

    private static String outputs(JsonNode golden) {
        return golden.has("value")
                ? golden.path("value").toString()
                : golden.path("label") + " with " + golden.path("probabilities");
    }
}
