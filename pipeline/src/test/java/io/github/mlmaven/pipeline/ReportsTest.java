package io.github.mlmaven.pipeline;

import static io.github.mlmaven.pipeline.Example.REGRESSION;
import static io.github.mlmaven.pipeline.Example.classification;
import static io.github.mlmaven.pipeline.Example.place;
import static io.github.mlmaven.pipeline.Example.project;
import static io.github.mlmaven.pipeline.Example.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.lock.Waiver;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.Curves;
import io.github.mlmaven.step.Facts;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the check leaves for people. */
class ReportsTest {

    @TempDir
    Path folder;

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve("target/ml/example").resolve(file));
    }

    @Test
    void a_model_whose_gates_fail_has_its_report_all_the_same() throws IOException {
        project(folder, REGRESSION.formatted("xgboost, parameters: {rounds: 1}"));

        run(folder, Steps.CHECK);

        assertThat(text("report.md"))
                .startsWith("## \u274C FAIL example 1: 1 of 2 gates fail\n")
                .contains("| r2 &gt;= 0.5 |");
        assertThat(text("report.html"))
                .contains(
                        "FAIL. 'example' is not good enough: 1 of 2 gates fail.",
                        "<h3 id=\"gate-1-rule\"><bdi>r2 &gt;= 0.5</bdi></h3>",
                        "aria-label=\"Predicted against true values, from ",
                        "aria-label=\"rmse by slice\"",
                        "<code>mvn ml:check</code>");
        assertThat(Json.read(folder.resolve("target/ml/example/curves.json"), Curves.class)
                        .errors())
                .isPresent();
    }

    @Test
    void a_gate_that_the_lock_waives_is_shown_as_waived() throws IOException {
        project(folder, REGRESSION.formatted("xgboost, parameters: {rounds: 1}"));
        run(folder, Steps.CHECK);
        GateResult broken = Json.read(folder.resolve("target/ml/example/verdict.json"), Verdict.class).gates().stream()
                .filter(GateResult::mayBeWaived)
                .findFirst()
                .orElseThrow();
        Lock.of(
                        Facts.evaluation(
                                Example.state(folder).result(Steps.EVALUATE).orElseThrow()),
                        List.of(),
                        new TreeMap<>(Map.of(
                                broken.waiverName(),
                                new Waiver(broken.measured().orElseThrow().value(), "2030-01-01", "anna", "old data"))))
                .write(folder.resolve("model.lock.json"));
        BuildPlace usual = place(folder);
        BuildPlace that = usual.with(usual.decided(), new Strictness(false, List.of(), Optional.of("2029-12-31")));

        run(that, Steps.CHECK, 2);

        assertThat(text("report.md")).startsWith("## \u26A0\uFE0F WARN example 1: ");
        assertThat(text("report.html"))
                .contains(
                        "Waived until 2030-01-01 by anna: old data.",
                        "<td class=\"whole\">2030-01-01</td>",
                        "<span class=\"mark warning\">counts</span>");
    }

    @Test
    void a_classification_has_its_curves() throws IOException {
        project(folder, classification("logistic-regression", "c"));

        run(folder, Steps.CHECK);

        assertThat(text("report.html"))
                .contains(
                        "ROC curve of low, area ", "Precision over recall of mid, area ", "Reliability of high: said ");
        assertThat(Json.read(folder.resolve("target/ml/example/curves.json"), Curves.class)
                        .labels())
                .hasSize(3);
    }
}
