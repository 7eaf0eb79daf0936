package io.github.mlmaven.pipeline;

import static io.github.mlmaven.pipeline.Example.REGRESSION;
import static io.github.mlmaven.pipeline.Example.project;
import static io.github.mlmaven.pipeline.Example.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Facts;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.StepInputs;
import io.github.mlmaven.step.StepOutput;
import io.github.mlmaven.step.StepResult;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Watched;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.PipelineRequest;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that is declared here alone, and takes part in everything. */
class FurtherStepTest {

    record Trend(double change) {}

    private static final Step<Trend> TREND = new Step<>(
            "trend",
            List.of(Steps.EVALUATE),
            List.of(StepInputs.LOCK),
            List.of(StepOutput.file("trend.txt")),
            StepResult.in("trend.json", Trend.class)
                    .locked(trend -> new TreeMap<>(Map.of("trend.change", Json.line(trend.change())))));

    private final List<String> ran = new ArrayList<>();

    private final Work<Trend> work = new Work<>() {
        @Override
        public Step<Trend> step() {
            return TREND;
        }

        @Override
        public Trend run(WorkInputs inputs, Path place) {
            ran.add(TREND.name());
            double now = inputs.result(Steps.EVALUATE).overall().metrics().getOrDefault("rmse", Double.NaN);
            double change =
                    now - inputs.lock().map(lock -> lock.metrics().get("rmse")).orElse(now);
            Json.write(place.resolve("trend.txt"), change < 0 ? "better" : "not better");
            return new Trend(change);
        }
    };

    @TempDir
    Path folder;

    @BeforeEach
    void a_project() throws IOException {
        project(folder, REGRESSION.formatted("linear-regression"));
    }

    @Test
    void every_step_of_the_table_has_its_work() {
        assertThat(Pipeline.WORKS).extracting(Work::step).isEqualTo(Steps.ALL.all());
    }

    @Test
    void it_runs_after_those_that_it_needs_and_leaves_a_record() {
        bring();

        assertThat(ran).containsExactly("trend");
        assertThat(state(folder).isUpToDate(TREND)).isTrue();
        assertThat(state(folder).isUpToDate(Steps.CHECK)).isFalse();
        assertThat(folder.resolve("target/ml/example/trend.record.json"))
                .content()
                .contains("trend.txt", "evaluate");
    }

    @Test
    void it_runs_again_when_what_it_reads_or_wrote_is_another_and_else_not() throws IOException {
        bring();
        ran.clear();
        bring();
        assertThat(ran).isEmpty();

        Lock.of(Map.of("metric.rmse", "0.1"), List.of()).write(folder.resolve("model.lock.json"));
        bring();
        assertThat(ran).containsExactly("trend");

        Files.writeString(folder.resolve("target/ml/example/trend.txt"), "by hand");
        bring();
        assertThat(ran).containsExactly("trend", "trend");

        new Project(folder).spec(REGRESSION.formatted("linear-regression") + "# a comment\n");
        bring();
        assertThat(ran).containsExactly("trend", "trend");

        new Project(folder).spec(REGRESSION.formatted("xgboost"));
        bring();
        assertThat(ran).containsExactly("trend", "trend", "trend");
    }

    @Test
    void a_build_in_which_nothing_changed_watches_its_files_and_inputs() throws IOException {
        bring();
        Watched watched = state(folder).watched(TREND);

        assertThat(watched.files())
                .contains(
                        folder.resolve("model.yaml"),
                        folder.resolve("model.lock.json"),
                        folder.resolve("target/ml/example/trend.txt"),
                        folder.resolve("target/ml/example/trend.json"),
                        folder.resolve("target/ml/example/trend.record.json"),
                        folder.resolve("target/ml/example/model/model.pb"),
                        folder.resolve("target/ml/example/evaluate.record.json"));
        assertThat(watched.sources()).containsExactly(new Watched.DataSource(folder, "d.csv"));
        List<String> before = watched.states();
        Files.writeString(folder.resolve("target/ml/example/trend.txt"), "by hand");
        assertThat(Watched.isUnchanged(before)).isFalse();
    }

    @Test
    void a_lock_records_its_facts() {
        bring();
        Steps table = new Steps(
                Stream.concat(Steps.ALL.all().stream(), Stream.of(TREND)).toList());

        assertThat(Facts.results(table, state(folder))).containsEntry("trend.change", "0.0");
        assertThat(Facts.results(Steps.ALL, state(folder))).doesNotContainKey("trend.change");
    }

    @Test
    void it_is_given_nothing_that_it_does_not_declare() {
        Step<Trend> sly = new Step<>("sly", List.of(), List.of(), List.of(), StepResult.in("sly.json", Trend.class));
        WorkInputs inputs =
                new WorkInputs(sly, state(folder), new NoTables(), new WorkInputs.Means(1, Progress.SILENT));

        assertThatThrownBy(inputs::table).hasMessage("'sly' reads what it does not declare to read");
        assertThatThrownBy(() -> inputs.referenced(inputs.spec()))
                .hasMessage("'sly' reads what it does not declare to read");
        assertThatThrownBy(inputs::today).hasMessage("'sly' reads what it does not declare to read");
        assertThatThrownBy(inputs::lock).hasMessage("'sly' reads what it does not declare to read");
        assertThatThrownBy(() -> inputs.result(Steps.TRAIN)).hasMessage("'sly' does not declare that it needs 'train'");
    }

    private static final class NoTables implements WorkInputs.Tables {

        @Override
        public Table rows() {
            throw new AssertionError("nothing should be loaded");
        }

        @Override
        public Table of(SpecFile other) {
            return rows();
        }
    }

    private void bring() {
        List<Work<?>> works =
                Stream.concat(Pipeline.WORKS.stream(), Stream.of(work)).toList();
        new Pipeline(works)
                .bringUpToDate(
                        new PipelineRequest(TREND.name(), Example.place(folder), new BuildLimits(2, 512)),
                        Progress.SILENT);
    }
}
