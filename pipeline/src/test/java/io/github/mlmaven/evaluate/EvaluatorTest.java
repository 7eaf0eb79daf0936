package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Labels;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.train.Fit;
import io.github.mlmaven.train.FitSettings;
import io.github.mlmaven.train.Fitted;
import io.github.mlmaven.train.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A forest of one tree without any sampling says what the training rows of the same x say on average. */
class EvaluatorTest {

    private static final String SPEC = """
            task: %s
            data: {source: d.csv, label: y, split: {column: part}}
            columns:
              x: {type: number}
              y: {type: %s, when: training}
              part: {type: category}
            train: {trainer: random-forest, parameters: {trees: 1, subsample: 1, column-sample: 1}}
            evaluate: {slices: [{column: x, bins: [1]}]}
            """;

    @TempDir
    Path folder;

    @Test
    void each_test_row_is_measured_overall_and_in_its_slice() throws IOException {
        Evaluation evaluation = evaluate("regression", "number", """
                x,y,part
                0,1,train
                0,3,train
                2,10,train
                0,2,test
                2,13,test
                0,3,test
                """);

        assertThat(evaluation.task()).isEqualTo(Task.REGRESSION);
        assertThat(evaluation.testRows()).isEqualTo("these rows");
        assertThat(evaluation.format()).isEqualTo(Evaluation.FORMAT);
        assertThat(evaluation.labels()).isEmpty();
        assertThat(evaluation.metrics())
                .contains(new Reported("rmse", Better.LOWER, true), new Reported("bias", Better.NEITHER, true))
                .hasSize(6);
        // Errors of 0, -3 and -1.
        assertThat(evaluation.overall().rows()).isEqualTo(3);
        assertThat(evaluation.overall().metrics().get("mae")).isCloseTo(4.0 / 3, within(1e-6));
        assertThat(evaluation.slices()).extracting(Evaluation.Slice::value).containsExactly("(-inf, 1)", "[1, inf)");
        assertThat(evaluation.slices().get(0).column()).isEqualTo("x");
        assertThat(evaluation.slices().get(0).scores().rows()).isEqualTo(2);
        assertThat(evaluation.slices().get(0).scores().metrics().get("bias")).isCloseTo(-0.5, within(1e-6));
        assertThat(evaluation.slices().get(1).scores().metrics().get("bias")).isCloseTo(-3, within(1e-6));
    }

    @Test
    void metrics_that_are_asked_for_or_gated_are_measured_beside_the_usual_ones() throws IOException {
        String rows = "x,y,part\n0,1,train\n2,3,train\n0,2,test\n2,4,test\n";
        String spec = SPEC.formatted("regression", "number").replace("evaluate: {", "evaluate: {metrics: [smape], ")
                + "gates: [{metric: max-error, max: 5}, {metric: mae, max: 5}]\n";

        Evaluation evaluation = evaluate(spec, rows);

        assertThat(evaluation.metrics())
                .extracting(Reported::name)
                .containsExactly("rmse", "mae", "median-absolute-error", "mape", "r2", "bias", "smape", "max-error");
        assertThat(evaluation.overall().metrics())
                .containsKeys("smape", "max-error")
                .doesNotContainKey("mse");
        assertThat(evaluation.slices().get(0).scores().metrics()).containsKey("max-error");
    }

    @Test
    void metrics_of_labels_have_the_name_of_what_they_are_told() throws IOException {
        String rows = """
                x,y,part
                0,no,train
                0,no,train
                2,yes,train
                2,yes,train
                0,no,test
                0,yes,test
                2,yes,test
                2,yes,test
                """;
        String spec = SPEC.formatted("classification", "category, values: [no, yes]")
                        .replace("evaluate: {", "evaluate: {metrics: [recall, {name: auc, label: no}], ")
                + "gates: [{metric: {name: f-beta, label: no}, min: 0.5}, {metric: {name: lift, at: 0.5}, min: 0.5}]\n";

        Evaluation evaluation = evaluate(spec, rows);

        assertThat(evaluation.metrics())
                .contains(
                        new Reported("recall(label=yes)", Better.HIGHER, true),
                        new Reported("f-beta(beta=2, label=no)", Better.HIGHER, true),
                        new Reported("lift(at=50%, label=yes)", Better.HIGHER, false));
        assertThat(evaluation.overall().metrics())
                .containsEntry("recall(label=yes)", 2 / 3.0)
                .containsEntry("f-beta(beta=2, label=no)", 5 / 6.0)
                .containsEntry("lift(at=50%, label=yes)", 4 / 3.0)
                .containsKeys("auc", "auc(label=no)");
        assertThat(evaluation.slices().get(1).scores().metrics())
                .containsEntry("recall(label=yes)", 1.0)
                .doesNotContainKeys("f-beta(beta=2, label=no)", "auc(label=no)");
    }

    @Test
    void each_label_is_told_with_what_was_predicted_for_it() throws IOException {
        Evaluation evaluation = evaluate("classification", "category, values: [no, yes]", """
                x,y,part
                0,no,train
                0,no,train
                2,yes,train
                2,yes,train
                0,no,test
                0,yes,test
                2,yes,test
                2,yes,test
                """);

        assertThat(evaluation.labels())
                .contains(new Labels(List.of("no", "yes"), List.of(List.of(1L, 0L), List.of(1L, 2L))));
        assertThat(evaluation.overall().metrics()).containsEntry("accuracy", 0.75);
        // One of four was certain and wrong.
        assertThat(evaluation.overall().metrics().get("log-loss")).isCloseTo(36.04365338911715 / 4, within(1e-9));
        assertThat(evaluation.slices().get(1).scores().metrics()).containsEntry("accuracy", 1.0);
    }

    @Test
    void a_prediction_of_each_test_row_is_written() throws IOException {
        evaluate("regression", "number", "x,y,part\n0,1,train\n2,3,train\n0,2,test\n2,4,test\n");

        Project project = new Project(folder).spec("""
                task: regression
                data: {source: target/ml/example/predictions.parquet, label: y}
                columns: {row: {type: integer}, prediction: {type: number}, y: {type: number, when: training}}
                """);
        try (Table predictions = project.open()) {
            assertThat(predictions.count()).isEqualTo(2);
        }
    }

    @Test
    void without_a_test_row_there_is_nothing_to_vouch_for() {
        assertThatThrownBy(() -> evaluate("regression", "number", "x,y,part\n0,1,train\n2,3,train\n"))
                .isInstanceOf(MlException.class)
                .hasMessage("There are no test rows: the split left none of 2. Raise data.split.test, or add rows.");
    }

    private Evaluation evaluate(String task, String label, String csv) throws IOException {
        return evaluate(SPEC.formatted(task, label), csv);
    }

    private Evaluation evaluate(String text, String csv) throws IOException {
        Project project = new Project(folder).file("d.csv", csv).spec(text);
        SpecFile spec = project.spec();
        ModelFiles files = ModelFiles.of(folder.resolve("target"), "example");
        try (Table rows = project.open()) {
            Fitted fitted = Fit.of(rows, FitSettings.of(spec, "hash", 1), Progress.SILENT);
            TrainedModel model = TrainedModel.in(files, "example", TrainedModel.write(fitted, files.model()));
            return Evaluator.run(rows, spec, model, "these rows", files.predictions());
        }
    }
}
