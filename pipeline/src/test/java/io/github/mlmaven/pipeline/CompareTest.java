package io.github.mlmaven.pipeline;

import static io.github.mlmaven.pipeline.Example.REGRESSION;
import static io.github.mlmaven.pipeline.Example.classification;
import static io.github.mlmaven.pipeline.Example.project;
import static io.github.mlmaven.pipeline.Example.run;
import static io.github.mlmaven.pipeline.Example.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.data.Project;
import io.github.mlmaven.step.BaselineModel;
import io.github.mlmaven.step.BaselineModel.Search;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Comparison.Change;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Facts;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.Obstacle;
import io.github.mlmaven.step.Obstacle.Kind;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model of another build on the rows of this one. */
class CompareTest {

    private static final String NAME = "com.example:example:1.0";

    @TempDir
    Path folder;

    /** Builds a model of a project of its own, and returns what it measured. */
    private Evaluation release(String spec) throws IOException {
        project(released(), spec);
        run(released(), Steps.PACKAGE);
        return state(released()).result(Steps.EVALUATE).orElseThrow();
    }

    private Path released() {
        return folder.resolve("released");
    }

    private Path now() {
        return folder.resolve("now");
    }

    private Path bundle() {
        return released().resolve("target").resolve("example-1-model.jar");
    }

    private BuildPlace place() {
        return Example.place(now()).with(BaselineModel.of(Search.RELEASE, NAME, bundle()));
    }

    private Comparison compare(String spec) throws IOException {
        project(now(), spec);
        run(place(), Steps.COMPARE, 2);
        return BuildState.of(place(), new Project(now()).spec())
                .result(Steps.COMPARE)
                .orElseThrow();
    }

    private static void assertMeasuredAs(Evaluation alone, Comparison comparison) {
        SortedMap<String, String> facts = Facts.evaluation(alone);
        SortedMap<String, Change> changes = comparison.byFact();
        assertThat(changes).hasSizeGreaterThan(20);
        changes.forEach((metric, change) -> assertThat(change.baseline())
                .as(metric)
                .isCloseTo(Double.parseDouble(facts.getOrDefault("metric." + metric, "NaN")), within(1e-12)));
        facts.keySet().removeIf(fact -> !fact.startsWith("metric."));
        assertThat(changes).hasSameSizeAs(facts);
    }

    @Test
    void a_model_measures_on_the_rows_of_another_build_what_it_measured_on_the_same_rows_in_its_own()
            throws IOException {
        Evaluation alone = release(REGRESSION.formatted("linear-regression"));

        Comparison comparison = compare(REGRESSION.formatted("xgboost"));

        assertThat(comparison.baseline()).isEqualTo(new BaselineModel.Told(Search.RELEASE, NAME));
        assertThat(comparison.obstacles()).isEmpty();
        assertThat(comparison.same()).isFalse();
        assertMeasuredAs(alone, comparison);
        assertThat(comparison.byFact().get("rmse"))
                .satisfies(change -> assertThat(change.uncertainty()).isPresent());
    }

    @Test
    void labels_are_told_apart_by_their_names() throws IOException {
        String colours = classification("xgboost", "c").replace("ordered: true", "required: true");
        Evaluation alone = release(colours.replace("[low, mid, high]", "[high, low, mid]"));

        assertMeasuredAs(alone, compare(colours));
    }

    @Test
    void the_same_model_says_the_same_and_passes_a_gate_that_allows_nothing() throws IOException {
        String spec = REGRESSION.formatted("xgboost").replace("max-increase: 1%", "max-increase: 0");
        release(spec);

        Comparison comparison = compare(spec);
        run(place(), Steps.CHECK, 2);

        assertThat(comparison.same()).isTrue();
        Verdict verdict = BuildState.of(place(), new Project(now()).spec())
                .result(Steps.CHECK)
                .orElseThrow();
        assertThat(verdict.baseline().name()).isEqualTo(NAME);
        assertThat(verdict.gates())
                .filteredOn(gate -> gate.baseline().isPresent())
                .extracting(gate -> gate.ruling().reason())
                .containsExactly(Reason.HOLDS);
    }

    @Test
    void inputs_that_the_rows_have_no_more_or_as_another_type_are_named() throws IOException {
        release(REGRESSION.formatted("xgboost"));

        Comparison comparison = compare(REGRESSION
                .formatted("xgboost")
                .replace("  b: {type: number}\n", "  b: {type: text}\n")
                .replace("  none: {type: number}\n", "  none: {type: integer}\n")
                .replace("  k: {type: number}\n", "")
                .replace("data: {", "data: {columns: {extra: allow}, "));

        assertThat(comparison.isOnSameRows()).isFalse();
        assertThat(comparison.obstacles())
                .containsExactly(
                        new Obstacle(Kind.INPUT_TYPE, "b", "number", "text"),
                        new Obstacle(Kind.MISSING_INPUT, "k", "number", ""));
    }

    @Test
    void a_model_of_another_task_or_label_is_no_model_to_compare_with() throws IOException {
        release(REGRESSION.formatted("xgboost"));

        assertThat(compare(classification("xgboost", "big")).obstacles())
                .containsExactly(new Obstacle(Kind.TASK, "y", "regression", "classification"));
        assertThat(compare(REGRESSION
                                .formatted("xgboost")
                                .replace("label: y", "label: b")
                                .replace("b: {type: number}", "b: {type: number, when: training}"))
                        .obstacles())
                .containsExactly(new Obstacle(Kind.LABEL, "y", "y", "b"));
    }

    @Test
    void a_damaged_bundle_is_told_and_not_thrown() throws IOException {
        release(REGRESSION.formatted("xgboost"));
        byte[] bytes = Files.readAllBytes(bundle());
        bytes[bytes.length / 2] ^= 1;
        Files.write(bundle(), bytes);

        Comparison comparison = compare(REGRESSION.formatted("xgboost"));

        assertThat(comparison.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.kind()).isEqualTo(Kind.UNREADABLE);
            assertThat(obstacle.found()).contains("example-1-model.jar");
        });
    }

    @Test
    void another_bundle_is_another_comparison() throws IOException {
        release(REGRESSION.formatted("linear-regression"));
        Comparison first = compare(REGRESSION.formatted("xgboost"));
        Files.delete(bundle());
        release(REGRESSION.formatted("random-forest"));

        assertThat(BuildState.of(place(), new Project(now()).spec()).isUpToDate(Steps.COMPARE))
                .isFalse();
        assertThat(compare(REGRESSION.formatted("xgboost"))).isNotEqualTo(first);
    }
}
