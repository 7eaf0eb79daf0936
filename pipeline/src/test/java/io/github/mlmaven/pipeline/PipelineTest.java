package io.github.mlmaven.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.data.Project;
import io.github.mlmaven.lock.Facts;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.model.Bundle;
import io.github.mlmaven.model.Golden;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.Prediction;
import io.github.mlmaven.spec.Metric;
import io.github.mlmaven.spec.MlException;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BuildPlace.Identity;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.Json;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Verdict.Outcome;
import io.github.mlmaven.worker.PipelineRequest;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import io.github.mlmaven.worker.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.Model;

class PipelineTest {

    private static final String REGRESSION = """
            task: regression
            data: {source: d.csv, label: y, id: [id], split: {test: 30%%, validation: 10%%}}
            columns:
              id: {type: integer}
              a: {type: number}
              b: {type: number}
              k: {type: number}
              none: {type: number}
              c: {type: category, values: [low, mid, high], ordered: true}
              d: {type: category}
              f: {type: boolean}
              y: {type: number, when: training}
              big: {type: boolean, when: training}
            train: {trainer: %s}
            evaluate: {slices: [d, {column: a, bins: [0.5]}]}
            gates:
              - {metric: r2, min: 0.5}
              - {metric: rmse, baseline: {max-increase: 1%%}}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "random-forest", "linear-regression"})
    void a_regression_goes_from_data_to_a_bundle_that_predicts_the_same(String trainer) throws IOException {
        project(folder, REGRESSION.formatted(trainer));

        List<String> said = run(folder, Step.PACKAGE);

        BuildState state = state(folder);
        assertThat(said)
                .containsExactly("Training %s on %d rows with 8 features.".formatted(trainer, trainRows(state)));
        assertThat(Step.values()).allMatch(step -> state.isUpToDate(step) == step.isNeededFor(Step.PACKAGE));
        assertThat(state.evaluation().orElseThrow().overall().metrics()).containsKey(Metric.RMSE);
        Bundle bundle = Bundle.read(
                folder.resolve("target").resolve(state.bundle().orElseThrow().file()));
        MlModel model = MlModel.of(bundle);
        Golden golden = Json.read(state.files().model().resolve("golden.json"), Golden.class);
        golden.check(model);
        assertThat(golden.cases()).hasSize(10);
        assertThat(model.predict(Map.of())).isInstanceOf(Prediction.Value.class);
        assertThat(((Prediction.Value) model.predict(Map.of())).value()).isFinite();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "random-forest", "logistic-regression"})
    void a_classification_of_booleans_has_two_labels_and_a_confusion_matrix(String trainer) throws IOException {
        project(folder, classification(trainer, "big"));

        run(folder, Step.PACKAGE);

        Evaluation evaluation = state(folder).evaluation().orElseThrow();
        assertThat(evaluation.labels().orElseThrow().names()).containsExactly("false", "true");
        assertThat(evaluation.overall().metrics()).containsKey(Metric.AUC);
        assertThat(evaluation.overall().metrics().get(Metric.AUC)).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "random-forest", "logistic-regression"})
    void a_classification_of_texts_has_its_labels_in_the_order_of_the_schema(String trainer) throws IOException {
        project(folder, classification(trainer, "c"));

        run(folder, Step.PACKAGE);

        assertThat(state(folder)
                        .evaluation()
                        .orElseThrow()
                        .labels()
                        .orElseThrow()
                        .names())
                .containsExactly("low", "mid", "high");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "linear-regression"})
    void the_same_inputs_make_the_same_bytes_in_another_folder_and_with_other_threads(String trainer)
            throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        project(one, REGRESSION.formatted(trainer));
        project(other, REGRESSION.formatted(trainer));

        run(one, Step.PACKAGE, 1);
        run(other, Step.PACKAGE, 2);

        assertThat(other.resolve("target/example-1-model.jar"))
                .hasSameBinaryContentAs(one.resolve("target/example-1-model.jar"));
        for (String file : List.of("training.json", "evaluation.json", "split.json", "predictions.parquet")) {
            assertThat(other.resolve("target/ml/example").resolve(file))
                    .hasSameBinaryContentAs(one.resolve("target/ml/example").resolve(file));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "logistic-regression"})
    void tribuo_itself_reads_the_model(String trainer) throws IOException {
        project(folder, classification(trainer, "big"));

        run(folder, Step.TRAIN);

        Model<?> model = Model.deserializeFromFile(folder.resolve("target/ml/example/model/model.pb"));
        assertThat(model.getProvenance().getTrainingTime()).hasToString("1970-01-01T00:00Z");
        assertThat(model.getFeatureIDMap().size()).isEqualTo(8);
    }

    @Test
    void a_linear_regression_finds_the_line() throws IOException {
        StringBuilder csv = new StringBuilder("x,z,y\n");
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            double x = 100 * random.nextDouble();
            double z = random.nextGaussian();
            csv.append(String.format(Locale.ROOT, "%.4f,%.4f,%.8f%n", x, z, 1e-6 * (3 + 2 * x - 5 * z)));
        }
        new Project(folder).file("d.csv", csv.toString()).spec("""
                task: regression
                data: {source: d.csv, label: y}
                columns: {x: {type: number}, z: {type: number}, y: {type: number, when: training}}
                train: {trainer: linear-regression, parameters: {alpha: 0}}
                """);

        run(folder, Step.PACKAGE);

        MlModel model = MlModel.read(folder.resolve("target/example-1-model.jar"));
        Prediction.Value value = (Prediction.Value) model.predict(Map.of("x", 10.0, "z", 1.0));
        assertThat(value.value()).isCloseTo(18e-6, within(1e-8));
    }

    @Test
    void a_linear_regression_without_anything_to_learn_from_predicts_the_mean() throws IOException {
        new Project(folder)
                .file("d.csv", "x,y,part\n" + "1,5,train\n1,6,train\n".repeat(20) + "1,9,test\n")
                .spec("""
                task: regression
                data: {source: d.csv, label: y, split: {column: part}}
                columns: {x: {type: number}, y: {type: number, when: training}, part: {type: category}}
                train: {trainer: linear-regression}
                """);

        run(folder, Step.TRAIN);

        Golden golden = Json.read(folder.resolve("target/ml/example/model/golden.json"), Golden.class);
        assertThat(golden.cases().get(0).value()).contains(5.5);
    }

    @Test
    void slices_are_values_and_ranges_and_the_missing() throws IOException {
        project(folder, REGRESSION.formatted("xgboost"));

        run(folder, Step.EVALUATE);

        Evaluation evaluation = state(folder).evaluation().orElseThrow();
        assertThat(evaluation.slices())
                .extracting(slice -> slice.column() + " " + slice.value())
                .containsExactly("d p", "d q", "d (missing)", "a (-inf, 0.5)", "a [0.5, inf)", "a (missing)");
        assertThat(evaluation.slices().stream()
                        .filter(slice -> slice.column().equals("a"))
                        .map(Slice::scores)
                        .mapToLong(Evaluation.Scores::rows)
                        .sum())
                .isEqualTo(evaluation.overall().rows());
    }

    @Test
    void a_second_run_does_nothing() throws IOException {
        project(folder, REGRESSION.formatted("xgboost"));
        run(folder, Step.PACKAGE);
        Path training = folder.resolve("target/ml/example/training.json");
        FileTime before = Files.getLastModifiedTime(training);

        assertThat(run(folder, Step.PACKAGE)).isEmpty();

        assertThat(Files.getLastModifiedTime(training)).isEqualTo(before);
    }

    @Test
    void a_damaged_model_is_trained_again() throws IOException {
        project(folder, REGRESSION.formatted("xgboost"));
        run(folder, Step.TRAIN);
        Path model = folder.resolve("target/ml/example/model/model.pb");
        byte[] good = Files.readAllBytes(model);
        byte[] damaged = good.clone();
        damaged[good.length / 2]++;
        Files.write(model, damaged);

        assertThat(run(folder, Step.TRAIN)).hasSize(1);

        assertThat(model).hasBinaryContent(good);
    }

    @Test
    void a_model_that_got_worse_than_the_accepted_one_fails_the_check() throws IOException {
        project(folder, REGRESSION.formatted("xgboost"));
        run(folder, Step.CHECK);
        assertThat(state(folder).verdict().orElseThrow().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        Evaluation evaluation = state(folder).evaluation().orElseThrow();
        Lock.of(Facts.evaluation(evaluation), Optional.empty()).write(folder.resolve("model.lock.json"));
        run(folder, Step.CHECK);
        assertThat(state(folder).verdict().orElseThrow().outcome()).isEqualTo(Outcome.PASS);

        new Project(folder).spec(REGRESSION.formatted("xgboost, parameters: {rounds: 1}"));
        run(folder, Step.CHECK);

        assertThat(state(folder).verdict().orElseThrow().outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_failed_validation_stops_the_chain() throws IOException {
        project(folder, REGRESSION.formatted("xgboost").replace("a: {type: number}", "a: {type: number, max: 0.1}"));

        run(folder, Step.PACKAGE);

        assertThat(state(folder).validation().orElseThrow().failed()).isTrue();
        assertThat(folder.resolve("target/ml/example/training.json")).doesNotExist();
    }

    @Test
    void early_stopping_uses_the_validation_rows() throws IOException {
        project(folder, REGRESSION.formatted("xgboost, parameters: {rounds: 300, early-stopping: 5}"));

        List<String> said = run(folder, Step.TRAIN);

        assertThat(said.get(1)).matches("Training stopped early: [0-9]+ of at most 300 rounds are best\\.");
    }

    @Test
    void without_test_rows_there_is_no_evaluation() throws IOException {
        new Project(folder).file("d.csv", "x,y\n1,5\n1,6\n").spec("""
                task: regression
                data: {source: d.csv, label: y, split: {test: 0.0001}}
                columns: {x: {type: number}, y: {type: number, when: training}}
                """);

        run(folder, Step.EVALUATE);

        assertThat(state(folder).validation().orElseThrow().failed()).isTrue();
        assertThat(state(folder).evaluation()).isEmpty();
    }

    @Test
    void a_number_beyond_a_float_names_its_column() throws IOException {
        new Project(folder).file("d.csv", "x,y\n" + "1e300,1\n2,2\n".repeat(20)).spec("""
                task: regression
                data: {source: d.csv, label: y}
                columns: {x: {type: number}, y: {type: number, when: training}}
                """);

        assertThatThrownBy(() -> run(folder, Step.TRAIN))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "Column 'x' has a value beyond 3.4e38, the largest number that trainers take. Give the column"
                                + " a smaller unit, or set min and max in the schema.");
    }

    private static String classification(String trainer, String label) {
        return REGRESSION
                .formatted(trainer)
                .replace("task: regression", "task: classification")
                .replace("label: y", "label: " + label)
                .replaceAll("(?s)gates:.*", "");
    }

    private static void project(Path folder, String spec) throws IOException {
        StringBuilder csv = new StringBuilder("id,a,b,k,none,c,d,f,y,big\n");
        Random random = new Random(1);
        for (int id = 0; id < 200; id++) {
            double a = random.nextDouble();
            double b = random.nextGaussian();
            double y = 10 * a + b + 0.2 * random.nextGaussian();
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%s,%.3f,7,,%s,%s,%s,%.3f,%s%n",
                    id,
                    id % 11 == 0 ? "" : String.format(Locale.ROOT, "%.3f", a),
                    b,
                    a < 0.3 ? "low" : a < 0.6 ? "mid" : "high",
                    id % 13 == 0 ? "" : b < 0 ? "p" : "q",
                    random.nextBoolean(),
                    y,
                    y > 5));
        }
        new Project(folder).file("d.csv", csv.toString()).spec(spec);
    }

    private static long trainRows(BuildState state) {
        return Json.read(state.files().split(), Split.class).train();
    }

    private static List<String> run(Path folder, Step upTo) {
        return run(folder, upTo, 2);
    }

    private static List<String> run(Path folder, Step upTo, int threads) {
        List<String> said = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void info(String text) {
                said.add(text);
            }
        };
        Pipeline.run(new PipelineRequest(upTo, place(folder), new BuildLimits(threads, 512)), progress);
        return said;
    }

    private static BuildState state(Path folder) {
        return BuildState.of(place(folder), new Project(folder).spec());
    }

    private static BuildPlace place(Path folder) {
        return new BuildPlace(
                folder,
                folder.resolve("model.yaml"),
                folder.resolve("model.lock.json"),
                folder.resolve("target"),
                new Identity("example", "1", "1"));
    }
}
