package io.github.mlmaven.pipeline;

import static io.github.mlmaven.pipeline.Example.REGRESSION;
import static io.github.mlmaven.pipeline.Example.classification;
import static io.github.mlmaven.pipeline.Example.place;
import static io.github.mlmaven.pipeline.Example.project;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.pages.DataPage;
import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.report.JUnitXml;
import io.github.mlmaven.report.Sarif;
import io.github.mlmaven.report.SarifPlaces;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.PipelineRequest;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results are data: every report follows from the JSON files alone, byte for byte as from what the steps found. */
class RenderedAgainTest {

    private static final Sarif SARIF = new Sarif("m", "1", new SarifPlaces("", "model.yaml"));

    private final Map<String, Object> found = new HashMap<>();

    @TempDir
    Path folder;

    @Test
    void a_regression_with_broken_gates_and_a_warning() throws IOException {
        project(
                folder,
                REGRESSION
                                .formatted("xgboost, parameters: {rounds: 1}")
                                .replace("evaluate:", "checks:\n  - {rows: {min: 500}, severity: warning}\nevaluate:")
                        + "behaviour: [{decreasing: a, by: 50%}]\n");

        assertThat(rendered()).isEqualTo(read()).containsKeys("console", "gates", "data");
        assertThat(rendered().get("console"))
                .contains(
                        "FAIL  r2 is ",
                        "FAIL  Where 'a' grows by 50% the prediction never rises: true of ",
                        "INCONCLUSIVE  rmse is ",
                        "the check wants at least 500",
                        "d = p");
        assertThat(rendered().get("data")).contains("the check wants at least 500");
        assertThat(rendered().get("findings at their lines")).contains("the check wants at least 500");
        assertThat(rendered().get("gates at their lines")).contains("\"ruleId\": \"gate-broken\"");
    }

    @Test
    void a_classification_without_gates() throws IOException {
        project(folder, classification("logistic-regression", "c"));

        assertThat(rendered()).isEqualTo(read());
        assertThat(rendered().get("console")).contains("true \\ predicted", "has no gates");
    }

    /** The reports, from what the steps found. */
    private Map<String, String> rendered() {
        if (found.isEmpty()) {
            List<Work<?>> works =
                    Pipeline.WORKS.stream().<Work<?>>map(this::noting).toList();
            PipelineRequest request = new PipelineRequest(Steps.CHECK.name(), place(folder), new BuildLimits(2, 512));
            new Pipeline(works).bringUpToDate(request, Progress.SILENT);
        }
        return reports(found(Steps.VALIDATE), found(Steps.EVALUATE), found(Steps.CHECK));
    }

    /** The reports, from the files. */
    private Map<String, String> read() {
        return reports(
                Json.read(file("validation.json"), Validation.class),
                Json.read(file("evaluation.json"), Evaluation.class),
                Json.read(file("verdict.json"), Verdict.class));
    }

    private Map<String, String> reports(Validation validation, Evaluation evaluation, Verdict verdict) {
        StringBuilder console = new StringBuilder();
        validation
                .findings()
                .forEach(finding -> ConsoleReport.finding(finding)
                        .forEach(line -> console.append(line).append('\n')));
        ConsoleReport.evaluation(evaluation)
                .forEach(line -> console.append(line).append('\n'));
        ConsoleReport.verdict(verdict, AcceptCommand.ONLY)
                .forEach(line -> console.append(line).append('\n'));
        console.append(ConsoleReport.summary(verdict, AcceptCommand.ONLY));
        Profile profile = Json.read(file("profile.json"), Profile.class);
        DataPage page = new DataPage(
                DataPage.Table.of(
                        "m", SpecReader.read(folder.resolve("model.yaml"), "m").spec()),
                new DataPage.Profiles(
                        profile,
                        Optional.of(Json.read(file("training-profile.json"), Profile.class)),
                        Optional.empty()),
                Optional.of(validation.findings()));
        return new TreeMap<>(Map.of(
                "page",
                page.html(),
                "console",
                console.toString(),
                "gates",
                new String(JUnitXml.gates("m", verdict, AcceptCommand.ONLY), StandardCharsets.UTF_8),
                "data",
                new String(
                        JUnitXml.data("m", validation, profile, List.of(), AcceptCommand.ONLY), StandardCharsets.UTF_8),
                "gates at their lines",
                new String(SARIF.gates(verdict, AcceptCommand.ONLY), StandardCharsets.UTF_8),
                "findings at their lines",
                new String(SARIF.data(validation, AcceptCommand.ONLY), StandardCharsets.UTF_8)));
    }

    private <R> R found(Step<R> step) {
        return step.result().type().cast(Objects.requireNonNull(found.get(step.name())));
    }

    private Path file(String name) {
        return folder.resolve("target/ml/example").resolve(name);
    }

    private <R> Work<R> noting(Work<R> work) {
        return new Work<>() {
            @Override
            public Step<R> step() {
                return work.step();
            }

            @Override
            public R run(WorkInputs inputs, Path place) {
                R result = work.run(inputs, place);
                found.put(step().name(), result);
                return result;
            }
        };
    }
}
