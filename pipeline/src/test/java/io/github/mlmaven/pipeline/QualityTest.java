package io.github.mlmaven.pipeline;

import static io.github.mlmaven.pipeline.Example.run;
import static io.github.mlmaven.pipeline.Example.state;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.step.Steps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Models on real data against those of scikit-learn, with the defaults of both, on the same rows. What scikit-learn reached,
 * and where the data comes from, is in {@code src/test/reference/quality}.
 */
class QualityTest {

    private static final Path REFERENCE = Path.of("src/test/reference/quality");
    private static final int SEEDS = 3;
    /** How many deviations between scikit-learn's own forests of other seeds ours may be worse than their mean. */
    private static final double FOREST_MARGIN = 3;
    /** How much worse a linear model may be: scikit-learn's has a penalty, and ours ends before it has converged. */
    private static final Map<String, Double> LINEAR_MARGINS =
            Map.of("accuracy", 0.01, "auc", 0.002, "log-loss", 0.05, "mae", 0.01, "r2", 0.001, "rmse", 0.01);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"breast-cancer", "digits", "telco", "wine", "diabetes"})
    void a_forest_is_as_good_as_scikit_learns(String data) throws IOException {
        Map<String, Double> sums = new TreeMap<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            metrics(data, "random-forest", seed).forEach((metric, value) -> sums.merge(metric, value, Double::sum));
        }

        reference("random-forest", data).forEach((metric, theirs) -> {
            double margin = FOREST_MARGIN * theirs.get("deviation").doubleValue();
            assertNotWorse(metric, requireNonNull(sums.get(metric)) / SEEDS, theirs, margin);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "logistic-regression,breast-cancer",
        "logistic-regression,digits",
        "logistic-regression,telco",
        "logistic-regression,wine",
        "linear-regression,diabetes"
    })
    void a_linear_model_is_about_as_good_as_scikit_learns(String trainer, String data) throws IOException {
        Map<String, Double> ours = metrics(data, trainer, 1);

        reference(trainer, data)
                .forEach((metric, theirs) -> assertNotWorse(
                        metric, requireNonNull(ours.get(metric)), theirs, requireNonNull(LINEAR_MARGINS.get(metric))));
    }

    private static void assertNotWorse(String metric, double ours, JsonNode theirs, double margin) {
        double bound = theirs.get("mean").doubleValue();
        if (Catalog.builtIn().metric(metric).better() == Better.LOWER) {
            assertThat(ours).as(metric).isLessThanOrEqualTo(bound + margin);
        } else {
            assertThat(ours).as(metric).isGreaterThanOrEqualTo(bound - margin);
        }
    }

    private static Map<String, JsonNode> reference(String trainer, String data) throws IOException {
        Map<String, JsonNode> metrics = new TreeMap<>();
        new ObjectMapper()
                .readTree(REFERENCE.resolve("quality.json").toFile())
                .get(trainer)
                .get(data)
                .properties()
                .forEach(metric -> metrics.put(metric.getKey(), metric.getValue()));
        assertThat(metrics).hasSize(3);
        return metrics;
    }

    private Map<String, Double> metrics(String data, String trainer, int seed) throws IOException {
        Path project = Files.createTempDirectory(folder, data);
        byte[] csv = Files.readAllBytes(REFERENCE.resolve(data + ".csv.gz"));
        Files.write(project.resolve("d.csv.gz"), csv);
        List<String> lines;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(csv))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        new Project(project).spec(spec(lines).formatted(trainer, seed));
        run(project, Steps.EVALUATE, 1);
        return state(project).result(Steps.EVALUATE).orElseThrow().overall().metrics();
    }

    /** Each column of numbers is a number, each other one a category; the label is the one before the last. */
    private static String spec(List<String> lines) {
        String[] names = lines.get(0).split(",", -1);
        String[] values = lines.get(1).split(",", -1);
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            boolean number = values[i].matches("-?[0-9.]+");
            columns.append("  %s: {type: %s%s}%n"
                    .formatted(
                            names[i], number ? "number" : "category", names[i].equals("y") ? ", when: training" : ""));
        }
        boolean regression = values[names.length - 2].matches("[0-9.]+");
        return "task: " + (regression ? "regression" : "classification") + "\n"
                + "data: {source: d.csv.gz, label: y, split: {column: part}}\ncolumns:\n" + columns
                + "train: {trainer: %s, seed: %s}\n";
    }
}
