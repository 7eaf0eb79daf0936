package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.spec.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoredTest {

    @ParameterizedTest
    @ValueSource(strings = {"regression", "regression-even"})
    void regression_metrics_equal_those_of_scikit_learn(String name) throws IOException {
        JsonNode reference = reference(name);
        double[] labels = doubles(reference, "labels");
        ScoredNumbers scored = new ScoredNumbers(labels, doubles(reference, "outputs"));

        assertEqual(scored.metrics(all(labels.length)), reference, Task.REGRESSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-labels", "four-labels", "certain"})
    void classification_metrics_equal_those_of_scikit_learn(String name) throws IOException {
        JsonNode reference = reference(name);
        int[] labels = Arrays.stream(doubles(reference, "labels"))
                .mapToInt(label -> (int) label)
                .toArray();
        double[] probabilities = doubles(reference, "outputs");
        ScoredLabels scored = new ScoredLabels(labels, probabilities, probabilities.length / labels.length);

        assertEqual(scored.metrics(all(labels.length)), reference, Task.CLASSIFICATION);
        assertThat(ScoredLabels.asLists(scored.confusion(all(labels.length))))
                .hasToString(reference.get("confusion").toString().replace(",", ", "));
    }

    @Test
    void a_label_of_zero_has_no_mape() {
        ScoredNumbers scored = new ScoredNumbers(new double[] {0, 1}, new double[] {0, 3});

        assertThat(scored.metrics(all(2)))
                .isEqualTo(Map.of(
                        "rmse", Math.sqrt(2),
                        "mae", 1.0,
                        "median-absolute-error", 1.0,
                        "r2", -7.0,
                        "bias", 1.0));
    }

    @Test
    void equal_labels_have_no_r2() {
        ScoredNumbers scored = new ScoredNumbers(new double[] {0.1, 0.1, 0.1}, new double[] {0.1, 0.1, 0.4});

        assertThat(scored.metrics(all(3))).doesNotContainKey("r2").containsKey("mape");
    }

    @Test
    void rows_of_one_label_have_no_auc_and_all_else() {
        ScoredLabels scored = new ScoredLabels(new int[] {1, 1}, new double[] {0.4, 0.6, 0.7, 0.3}, 2);

        assertThat(scored.metrics(all(2)).keySet())
                .containsExactlyInAnyOrder(
                        "accuracy", "balanced-accuracy", "macro-precision", "macro-recall", "macro-f1", "log-loss");
    }

    @Test
    void the_auc_of_several_labels_is_the_mean_over_those_that_occur() {
        ScoredLabels scored = new ScoredLabels(
                new int[] {0, 0, 1, 1}, new double[] {0.8, 0.2, 0, 0.3, 0.3, 0.4, 0.4, 0.5, 0.1, 0.1, 0.2, 0.7}, 3);

        // Label 0: 0.8 and 0.3 against 0.4 and 0.1. Label 1: 0.5 and 0.2 against 0.2 and 0.3.
        assertThat(scored.metrics(all(4))).containsEntry("auc", (0.75 + 2.5 / 4) / 2);
    }

    @Test
    void metrics_of_some_rows_are_of_those_rows_alone() {
        ScoredNumbers scored = new ScoredNumbers(new double[] {1, 100, 2}, new double[] {2, 0, 2});

        assertThat(scored.metrics(new int[] {0, 2})).containsEntry("mae", 0.5);
    }

    private static void assertEqual(Map<String, Double> metrics, JsonNode reference, Task task) {
        assertThat(metrics.keySet())
                .containsExactlyInAnyOrderElementsOf(Catalog.builtIn().of(MetricDescriptor.class, task).stream()
                        .map(MetricDescriptor::name)
                        .toList());
        metrics.forEach((metric, value) -> {
            double expected = reference.get("metrics").get(metric).doubleValue();
            assertThat(value).as(metric).isCloseTo(expected, within(Math.max(1, Math.abs(expected)) * 1e-12));
        });
    }

    private static int[] all(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    private static double[] doubles(JsonNode reference, String key) {
        return StreamSupport.stream(reference.get(key).spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    private static JsonNode reference(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("src/test/reference", name + ".json").toFile());
    }
}
