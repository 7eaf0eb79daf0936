package io.github.mlmaven.pipeline;

import static io.github.mlmaven.pipeline.Example.REGRESSION;
import static io.github.mlmaven.pipeline.Example.classification;
import static io.github.mlmaven.pipeline.Example.project;
import static io.github.mlmaven.pipeline.Example.run;
import static io.github.mlmaven.pipeline.Example.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.model.Bundle;
import io.github.mlmaven.model.Golden;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.Prediction;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.Model;

class PipelineTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "random-forest", "linear-regression"})
    void a_regression_goes_from_data_to_a_bundle_that_predicts_the_same(String trainer) throws IOException {
        project(folder, REGRESSION.formatted(trainer));

        List<String> said = run(folder, Steps.PACKAGE);

        BuildState state = state(folder);
        assertThat(said)
                .containsExactly("Training %s on %s rows with 8 features.".formatted(trainer, trainRows(state)));
        assertThat(Steps.ALL.all())
                .allMatch(
                        step -> state.isUpToDate(step) == Steps.PACKAGE.order().contains(step));
        assertThat(state.result(Steps.EVALUATE).orElseThrow().overall().metrics())
                .containsKey("rmse");
        Bundle bundle = Bundle.read(folder.resolve("target")
                .resolve(state.result(Steps.PACKAGE).orElseThrow().file()));
        assertThat(bundle.manifest().files()).containsKeys("profile.json", "evaluation.json", "model-card.md");
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

        run(folder, Steps.PACKAGE);

        Evaluation evaluation = state(folder).result(Steps.EVALUATE).orElseThrow();
        assertThat(evaluation.labels().orElseThrow().names()).containsExactly("false", "true");
        assertThat(evaluation.overall().metrics()).containsKey("auc");
        assertThat(evaluation.overall().metrics().get("auc")).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "random-forest", "logistic-regression"})
    void a_classification_of_texts_has_its_labels_in_the_order_of_the_schema(String trainer) throws IOException {
        project(folder, classification(trainer, "c"));

        run(folder, Steps.PACKAGE);

        assertThat(state(folder)
                        .result(Steps.EVALUATE)
                        .orElseThrow()
                        .labels()
                        .orElseThrow()
                        .names())
                .containsExactly("low", "mid", "high");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "random-forest", "logistic-regression"})
    void tribuo_itself_reads_the_model(String trainer) throws IOException {
        project(folder, classification(trainer, "big"));

        run(folder, Steps.TRAIN);

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

        run(folder, Steps.PACKAGE);

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

        run(folder, Steps.TRAIN);

        Golden golden = Json.read(folder.resolve("target/ml/example/model/golden.json"), Golden.class);
        assertThat(golden.cases().get(0).value()).contains(5.5);
    }

    @Test
    void slices_are_values_and_ranges_and_the_missing() throws IOException {
        project(folder, REGRESSION.formatted("xgboost"));

        run(folder, Steps.EVALUATE);

        Evaluation evaluation = state(folder).result(Steps.EVALUATE).orElseThrow();
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
    void early_stopping_uses_the_validation_rows() throws IOException {
        project(folder, REGRESSION.formatted("xgboost, parameters: {rounds: 300, early-stopping: 5}"));

        List<String> said = run(folder, Steps.TRAIN);

        assertThat(said.get(1)).matches("Training stopped early: [0-9]+ of at most 300 rounds are best\\.");
    }

    @Test
    void a_number_beyond_a_float_names_its_column() throws IOException {
        new Project(folder).file("d.csv", "x,y\n" + "1e300,1\n2,2\n".repeat(20)).spec("""
                task: regression
                data: {source: d.csv, label: y}
                columns: {x: {type: number}, y: {type: number, when: training}}
                """);

        assertThatThrownBy(() -> run(folder, Steps.TRAIN))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "Column 'x' has a value beyond 3.4e38, the largest number that trainers take. Give the column"
                                + " a smaller unit, or set min and max in the schema.");
    }

    private static long trainRows(BuildState state) {
        return Json.read(state.files().split(), Split.class).train();
    }
}
