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
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

        run(one, Steps.PACKAGE, 1);
        run(other, Steps.PACKAGE, 2);

        assertThat(other.resolve("target/example-1-model.jar"))
                .hasSameBinaryContentAs(one.resolve("target/example-1-model.jar"));
        for (String file : List.of(
                "training.json", "evaluation.json", "split.json", "predictions.parquet", "package.record.json")) {
            assertThat(other.resolve("target/ml/example").resolve(file))
                    .hasSameBinaryContentAs(one.resolve("target/ml/example").resolve(file));
        }
    }

    @Test
    void a_second_run_does_nothing() throws IOException {
        project(folder, REGRESSION.formatted("xgboost"));
        run(folder, Steps.PACKAGE);
        Path training = folder.resolve("target/ml/example/training.json");
        FileTime before = Files.getLastModifiedTime(training);

        assertThat(run(folder, Steps.PACKAGE)).isEmpty();

        assertThat(Files.getLastModifiedTime(training)).isEqualTo(before);
    }

    @Test
    void a_damaged_model_is_trained_again() throws IOException {
        project(folder, REGRESSION.formatted("xgboost"));
        run(folder, Steps.TRAIN);
        Path model = folder.resolve("target/ml/example/model/model.pb");
        byte[] good = Files.readAllBytes(model);
        byte[] damaged = good.clone();
        damaged[good.length / 2]++;
        Files.write(model, damaged);

        assertThat(run(folder, Steps.TRAIN)).hasSize(1);

        assertThat(model).hasBinaryContent(good);
    }

    @ParameterizedTest
    @CsvSource({
        "ml/example/validation.json,validate",
        "ml/example/profile.json,validate",
        "ml/example/training.json,train",
        "ml/example/split.json,train",
        "ml/example/model/model.pb,train",
        "ml/example/model/encoder.json,train",
        "ml/example/evaluation.json,evaluate",
        "ml/example/predictions.parquet,evaluate",
        "ml/example/curves.json,evaluate",
        "ml/example/verdict.json,check",
        "ml/example/report.html,check",
        "ml/example/report.md,check",
        "ml/example/bundle.json,package",
        "example-1-model.jar,package"
    })
    void an_output_edited_by_hand_is_made_anew_by_its_step_alone(String output, String step) throws IOException {
        project(folder, REGRESSION.formatted("linear-regression"));
        run(folder, Steps.CHECK);
        run(folder, Steps.PACKAGE);
        Path file = folder.resolve("target").resolve(output);
        byte[] good = Files.readAllBytes(file);
        byte[] edited = good.clone();
        edited[good.length / 2] ^= 1;
        Files.write(file, edited);
        Map<String, FileTime> before = records();

        run(folder, Steps.CHECK);
        run(folder, Steps.PACKAGE);

        assertThat(file).hasBinaryContent(good);
        assertThat(records().entrySet().stream()
                        .filter(record -> !before.entrySet().contains(record)))
                .extracting(Map.Entry::getKey)
                .containsExactly(step);
    }

    @Test
    void an_evaluation_edited_by_hand_is_not_what_the_gates_judge() throws IOException {
        project(folder, REGRESSION.formatted("xgboost, parameters: {rounds: 1}"));
        run(folder, Steps.CHECK);
        assertThat(state(folder).result(Steps.CHECK).orElseThrow().outcome()).isEqualTo(Outcome.FAIL);
        Path evaluation = folder.resolve("target/ml/example/evaluation.json");
        String honest = Files.readString(evaluation);
        Files.writeString(evaluation, honest.replaceAll("\"r2\": [-.0-9]+", "\"r2\": 0.99"));
        Files.delete(folder.resolve("target/ml/example/verdict.json"));

        run(folder, Steps.CHECK);

        assertThat(evaluation).hasContent(honest);
        assertThat(state(folder).result(Steps.CHECK).orElseThrow().outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_model_that_got_worse_than_the_accepted_one_fails_the_check() throws IOException {
        project(folder, REGRESSION.formatted("xgboost"));
        run(folder, Steps.CHECK);
        assertThat(state(folder).result(Steps.CHECK).orElseThrow().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        Evaluation evaluation = state(folder).result(Steps.EVALUATE).orElseThrow();
        Lock.of(Facts.evaluation(evaluation), List.of()).write(folder.resolve("model.lock.json"));
        run(folder, Steps.CHECK);
        assertThat(state(folder).result(Steps.CHECK).orElseThrow().outcome()).isEqualTo(Outcome.PASS);

        new Project(folder).spec(REGRESSION.formatted("xgboost, parameters: {rounds: 1}"));
        run(folder, Steps.CHECK);

        assertThat(state(folder).result(Steps.CHECK).orElseThrow().outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_failed_validation_stops_the_chain() throws IOException {
        project(folder, REGRESSION.formatted("xgboost").replace("a: {type: number}", "a: {type: number, max: 0.1}"));

        run(folder, Steps.PACKAGE);

        assertThat(state(folder).result(Steps.VALIDATE).orElseThrow().failed()).isTrue();
        assertThat(folder.resolve("target/ml/example/training.json")).doesNotExist();
    }

    @Test
    void bad_data_leaves_the_last_good_model_and_it_counts_again_when_the_data_is_back() throws IOException {
        project(folder, REGRESSION.formatted("linear-regression"));
        run(folder, Steps.PACKAGE);
        Map<String, FileTime> before = records();
        Path data = folder.resolve("d.csv");
        String good = Files.readString(data);

        Files.writeString(data, good + "900,wide,1,7,,low,p,true,3,false\n");
        run(folder, Steps.PACKAGE);
        assertThat(state(folder).result(Steps.VALIDATE).orElseThrow().failed()).isTrue();
        assertThat(state(folder).isUpToDate(Steps.TRAIN)).isFalse();

        Files.writeString(data, good);
        run(folder, Steps.PACKAGE);
        assertThat(state(folder).isUpToDate(Steps.PACKAGE)).isTrue();
        before.remove("validate");
        assertThat(records()).containsAllEntriesOf(before);
    }

    /** When each step was last carried out. */
    private Map<String, FileTime> records() throws IOException {
        Map<String, FileTime> records = new TreeMap<>();
        for (Step<?> step : Steps.ALL.all()) {
            Path record = folder.resolve("target/ml/example").resolve(step.name() + ".record.json");
            if (Files.exists(record)) {
                records.put(step.name(), Files.getLastModifiedTime(record));
            }
        }
        return records;
    }

    @Test
    void a_split_without_test_rows_fails_its_validation_and_nothing_is_trained_or_evaluated() throws IOException {
        new Project(folder).file("d.csv", "x,y\n1,5\n1,6\n").spec("""
                task: regression
                data: {source: d.csv, label: y, split: {test: 0.0001}}
                columns: {x: {type: number}, y: {type: number, when: training}}
                """);

        run(folder, Steps.EVALUATE);

        assertThat(state(folder).result(Steps.VALIDATE).orElseThrow().findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.SPLIT_EMPTY);
        assertThat(state(folder).result(Steps.VALIDATE).orElseThrow().failed()).isTrue();
        assertThat(state(folder).result(Steps.TRAIN)).isEmpty();
        assertThat(state(folder).result(Steps.EVALUATE)).isEmpty();
    }
}
