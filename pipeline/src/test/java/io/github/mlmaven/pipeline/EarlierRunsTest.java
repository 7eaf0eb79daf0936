package io.github.mlmaven.pipeline;

import static io.github.mlmaven.pipeline.Example.REGRESSION;
import static io.github.mlmaven.pipeline.Example.project;
import static io.github.mlmaven.pipeline.Example.run;
import static io.github.mlmaven.pipeline.Example.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.data.Project;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Facts;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a step does with what earlier runs left, and what it leaves. */
class EarlierRunsTest {

    @TempDir
    Path folder;

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
}
