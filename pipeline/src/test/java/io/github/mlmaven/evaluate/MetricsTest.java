package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.spec.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {

    @ParameterizedTest
    @ValueSource(strings = {"regression", "regression-even"})
    void regression_metrics_equal_those_of_scikit_learn(String name) throws IOException {
        JsonNode reference = reference(name);
        double[] labels = doubles(reference, "labels");
        ScoredNumbers scored = new ScoredNumbers(labels, doubles(reference, "outputs"));

        assertEqual(metrics(scored, reference), reference, Task.REGRESSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-labels", "four-labels", "certain", "certain-of-three"})
    void classification_metrics_equal_those_of_scikit_learn(String name) throws IOException {
        JsonNode reference = reference(name);
        int[] labels = Arrays.stream(doubles(reference, "labels"))
                .mapToInt(label -> (int) label)
                .toArray();
        double[] probabilities = doubles(reference, "outputs");
        ScoredLabels scored = new ScoredLabels(names(probabilities.length / labels.length), labels, probabilities);

        assertEqual(metrics(scored, reference), reference, Task.CLASSIFICATION);
        assertThat(confusion(scored))
                .hasToString(reference.get("confusion").toString().replace(",", ", "));
    }

    @Test
    void a_label_of_zero_has_no_mape() {
        ScoredNumbers scored = new ScoredNumbers(new double[] {0, 1}, new double[] {0, 3});

        assertThat(metrics(scored))
                .doesNotContainKey("mape")
                .containsAllEntriesOf(Map.of("rmse", Math.sqrt(2), "mae", 1.0, "r2", -7.0, "bias", 1.0, "smape", 0.5));
    }

    @Test
    void equal_labels_have_no_r2() {
        ScoredNumbers scored = new ScoredNumbers(new double[] {0.1, 0.1, 0.1}, new double[] {0.1, 0.1, 0.4});

        assertThat(metrics(scored))
                .doesNotContainKeys("r2", "explained-variance")
                .containsKey("mape");
    }

    @Test
    void rows_of_one_label_have_no_auc_and_all_else() {
        ScoredLabels scored = new ScoredLabels(names(2), new int[] {1, 1}, new double[] {0.4, 0.6, 0.7, 0.3});

        assertThat(metrics(scored))
                .doesNotContainKeys("auc", "mcc")
                .containsEntry("accuracy", 0.5)
                .containsEntry("kappa", 0.0)
                .containsEntry("average-precision", 1.0);
    }

    @Test
    void one_row_has_the_metrics_that_are_defined_for_it() {
        assertThat(metrics(new ScoredNumbers(new double[] {2}, new double[] {3})))
                .doesNotContainKeys("r2", "explained-variance")
                .containsEntry("max-error", 1.0);
        assertThat(metrics(new ScoredLabels(names(2), new int[] {1}, new double[] {0.25, 0.75})))
                .doesNotContainKeys("auc", "mcc", "kappa")
                .containsEntry("brier", 0.0625)
                .containsEntry("expected-calibration-error", 0.25);
    }

    @Test
    void rows_that_are_all_predicted_alike_correlate_with_nothing() {
        ScoredLabels scored = new ScoredLabels(names(2), new int[] {0, 1}, new double[] {0.7, 0.3, 0.6, 0.4});

        assertThat(metrics(scored)).doesNotContainKey("mcc").containsEntry("kappa", 0.0);
    }

    @Test
    void the_auc_of_several_labels_is_the_mean_over_those_that_occur() {
        ScoredLabels scored = new ScoredLabels(
                names(3), new int[] {0, 0, 1, 1}, new double[] {0.8, 0.2, 0, 0.3, 0.3, 0.4, 0.4, 0.5, 0.1, 0.1, 0.2, 0.7
                });

        // Label 0: 0.8 and 0.3 against 0.4 and 0.1. Label 1: 0.5 and 0.2 against 0.2 and 0.3.
        assertThat(metrics(scored)).containsEntry("auc", (0.75 + 2.5 / 4) / 2);
    }

    @Test
    void metrics_of_some_rows_are_of_those_rows_alone() {
        ScoredNumbers scored = new ScoredNumbers(new double[] {1, 100, 2}, new double[] {2, 0, 2});

        assertThat(metrics(scored.pick(new int[] {0, 2}))).containsEntry("mae", 0.5);
    }

    @Test
    void picked_rows_of_picked_rows_are_those_of_all() {
        ScoredLabels scored = new ScoredLabels(
                names(2), new int[] {0, 1, 1, 0}, new double[] {0.9, 0.1, 0.2, 0.8, 0.6, 0.4, 0.3, 0.7});

        ScoredLabels twice = scored.pick(new int[] {3, 1, 2}).pick(new int[] {2, 0});

        assertThat(twice.label(0)).isEqualTo(1);
        assertThat(twice.probability(0, 0)).isEqualTo(0.6);
        assertThat(confusion(twice)).containsExactly(List.of(0L, 1L), List.of(1L, 0L));
    }

    @Test
    void each_metric_that_is_described_is_measured_and_each_that_is_measured_is_described() {
        assertThat(Metrics.known().all().keySet())
                .containsExactlyInAnyOrderElementsOf(Catalog.builtIn().names(MetricDescriptor.class));
    }

    @Test
    void a_metric_of_another_task_is_a_programming_error() {
        ScoredNumbers numbers = new ScoredNumbers(new double[] {1}, new double[] {2});

        assertThatThrownBy(() -> numbers.measure(Metrics.known().named("auc")))
                .hasMessage("the metric auc measures no numbers");
    }

    private static void assertEqual(Map<String, Double> metrics, JsonNode reference, Task task) {
        assertThat(metrics.keySet())
                .containsAll(
                        Reference.silent(task).stream().map(AskedMetric::name).toList());
        // What scikit-learn calls 0 and we call not defined is null.
        reference
                .get("metrics")
                .properties()
                .forEach(entry -> assertThat(metrics.containsKey(entry.getKey()))
                        .as(entry.getKey())
                        .isEqualTo(!entry.getValue().isNull()));
        metrics.forEach((metric, value) -> {
            double expected = reference.get("metrics").get(metric).doubleValue();
            assertThat(value).as(metric).isCloseTo(expected, within(Math.max(1, Math.abs(expected)) * 1e-12));
        });
    }

    /** All that is measured of rows unasked, and what a reference has beside it. */
    private static Map<String, Double> metrics(ScoredRows rows, JsonNode reference) {
        Map<String, Double> metrics = new TreeMap<>(metrics(rows));
        reference.get("metrics").fieldNames().forEachRemaining(name -> {
            double value = rows.measure(Metrics.code(Catalog.builtIn().asked(name)));
            if (Double.isFinite(value)) {
                metrics.put(name, value);
            }
        });
        return metrics;
    }

    private static Map<String, Double> metrics(ScoredRows rows) {
        Task task = rows instanceof ScoredNumbers ? Task.REGRESSION : Task.CLASSIFICATION;
        return new Metrics(Reference.silent(task), 0.95)
                .of(rows, Groups.ofRows(rows.size()))
                .metrics();
    }

    private static List<String> names(int labels) {
        return IntStream.range(0, labels).mapToObj(Integer::toString).toList();
    }

    private static List<List<Long>> confusion(ScoredLabels rows) {
        int labels = rows.names().size();
        return IntStream.range(0, labels)
                .mapToObj(label -> IntStream.range(0, labels)
                        .mapToObj(predicted -> rows.count(label, predicted))
                        .toList())
                .toList();
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
