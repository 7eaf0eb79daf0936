package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.api.TransformDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {

    private static final String MEAN = """
            {
              "trainers": [{
                "name": "mean", "doc": "A mean.", "tasks": ["regression"],
                "traits": {"takes-missing": true, "needs-scaling": false},
                "parameters": [
                  {"name": "of", "type": "choice", "values": ["all", "some"], "default": "all", "doc": "Which."},
                  {"name": "trim", "type": "real", "min": 0, "max": 0.5, "default": "0", "doc": "The share."}
                ]
              }],
              "metrics": [{
                "name": "worst", "doc": "The worst.", "tasks": ["regression"], "better": "lower", "unit": "label", "min": 0
              }],
              "transforms": [{"name": "log", "doc": "A log.", "tasks": ["regression", "classification"], "types": ["number"]}]
            }
            """;

    @TempDir
    Path folder;

    @Test
    void this_build_brings_trainers_metrics_and_transforms() {
        Catalog catalog = Catalog.builtIn();

        assertThat(catalog.names(TransformDescriptor.class))
                .containsExactly("number", "calendar", "ordinal", "one-hot");

        assertThat(catalog.names(TrainerDescriptor.class))
                .containsExactly("xgboost", "random-forest", "linear-regression", "logistic-regression");
        assertThat(catalog.of(MetricDescriptor.class, Task.CLASSIFICATION))
                .extracting(MetricDescriptor::name)
                .containsExactly(
                        "accuracy",
                        "balanced-accuracy",
                        "macro-precision",
                        "macro-recall",
                        "macro-f1",
                        "log-loss",
                        "auc",
                        "average-precision",
                        "brier",
                        "expected-calibration-error",
                        "mcc",
                        "kappa",
                        "weighted-precision",
                        "weighted-f1",
                        "precision",
                        "recall",
                        "f1",
                        "f-beta",
                        "macro-f-beta",
                        "weighted-f-beta",
                        "specificity",
                        "selection-rate",
                        "top-k",
                        "gain",
                        "lift",
                        "cost");
        assertThat(catalog.of(MetricDescriptor.class, Task.REGRESSION).stream()
                        .filter(MetricDescriptor::usual)
                        .map(MetricDescriptor::name))
                .containsExactly("rmse", "mae", "median-absolute-error", "mape", "r2", "bias");
        assertThat(catalog.trainer("random-forest").takesMissing()).isTrue();
        assertThat(catalog.trainer("linear-regression").needsScaling()).isTrue();
        assertThat(catalog.metric("auc").better()).isEqualTo(Better.HIGHER);
    }

    @Test
    void a_folder_of_classes_adds_its_own() throws IOException {
        Catalog catalog = Catalog.of(List.of(folder.resolve("absent"), classes(MEAN)));

        assertThat(catalog.names(TrainerDescriptor.class)).startsWith("xgboost").endsWith("mean");
        assertThat(catalog.trainer("mean").parameters().get(1).type().allowed()).isEqualTo("a number from 0 to 0.5");
        assertThat(catalog.metric("worst").extent().max()).isEmpty();
        assertThat(catalog.transform("log").types()).containsExactly(ColumnType.NUMBER);
        assertThat(Catalog.builtIn().names(TrainerDescriptor.class)).doesNotContain("mean");
    }

    @Test
    void a_jar_adds_its_own_and_one_without_descriptors_adds_nothing() throws IOException {
        Path jar = jar(Catalog.FILE, MEAN);

        assertThat(Catalog.of(List.of(jar)).names(TransformDescriptor.class)).endsWith("log");
        assertThat(Catalog.of(List.of(jar("other.json", MEAN))).names(TransformDescriptor.class))
                .isEqualTo(Catalog.builtIn().names(TransformDescriptor.class));
    }

    @Test
    void a_name_that_is_taken_is_refused() throws IOException {
        Path classes = classes(MEAN.replace("\"mean\"", "\"xgboost\""));

        assertThatThrownBy(() -> Catalog.of(List.of(classes)))
                .isInstanceOf(MlException.class)
                .hasMessage(classes.resolve(Catalog.FILE) + " describes 'xgboost', which is described already. Give it"
                        + " another name, or remove one of them.");
    }

    @Test
    void a_file_that_describes_nothing_is_named() throws IOException {
        Path classes = classes(MEAN.replace(", \"max\": 0.5", ""));

        assertThatThrownBy(() -> Catalog.of(List.of(classes)))
                .isInstanceOf(MlException.class)
                .hasMessage(classes.resolve(Catalog.FILE) + " does not describe trainers, metrics and transforms: the"
                        + " parameter 'trim' has no max. Correct the file.");
        Path misspelt = classes(MEAN.replace("\"doc\": \"A mean.\"", "\"doc\": \"A mean.\", \"kind\": 1"));
        assertThatThrownBy(() -> Catalog.of(List.of(misspelt)))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(classes.resolve(Catalog.FILE)
                        + " does not describe trainers, metrics and transforms:" + " Unrecognized field \"kind\"")
                .hasMessageEndingWith(" (near line 9). Correct the file.");
    }

    @Test
    void a_jar_that_is_damaged_is_named() throws IOException {
        Path jar = Files.writeString(folder.resolve("damaged.jar"), "no zip");

        assertThatThrownBy(() -> Catalog.of(List.of(jar)))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("The descriptors in " + jar + " could not be read: Zip: ")
                .hasMessageEndingWith(". Build it again, or remove it from the class path.");
    }

    private Path classes(String descriptors) throws IOException {
        Path file = folder.resolve("classes").resolve(Catalog.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, descriptors);
        return folder.resolve("classes");
    }

    private Path jar(String name, String content) throws IOException {
        Path jar = folder.resolve("library.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
