package io.github.mlmaven.pipeline;

import static io.github.mlmaven.pipeline.Example.REGRESSION;
import static io.github.mlmaven.pipeline.Example.classification;
import static io.github.mlmaven.pipeline.Example.project;
import static io.github.mlmaven.pipeline.Example.run;
import static io.github.mlmaven.pipeline.Example.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.step.Behaviour;
import io.github.mlmaven.step.Behaviour.Failing;
import io.github.mlmaven.step.Behaviour.Tried;
import io.github.mlmaven.step.Facts;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that were trained, and rows of files that are changed for them. */
class BehaveTest {

    @TempDir
    Path folder;

    private Behaviour behaviour() {
        return state(folder).result(Steps.BEHAVE).orElseThrow();
    }

    @Test
    void a_linear_model_rises_with_what_its_label_is_made_of() throws IOException {
        project(folder, REGRESSION.formatted("linear-regression") + """
                behaviour:
                  - {increasing: a, by: 0.1}
                  - {decreasing: b, by: 0.1, severity: warning}
                  - {rows: [{a: 0, b: 0}, {a: 1, b: 0}], min: 5, min-rows: 2, severity: warning}
                """);

        run(folder, Steps.CHECK);

        List<Tried> tests = behaviour().tests();
        long testRows =
                state(folder).result(Steps.EVALUATE).orElseThrow().overall().rows();
        assertThat(tests.get(0).held()).isEqualTo(tests.get(0).rows()).isPositive();
        // Each eleventh has no a.
        assertThat(tests.get(0).leftOut()).isPositive();
        assertThat(tests.get(0).rows() + tests.get(0).leftOut()).isEqualTo(testRows);
        assertThat(tests.get(1).rows()).isEqualTo(testRows);
        assertThat(tests.get(1).held()).isZero();
        assertThat(tests.get(1).first()).hasSize(5).allSatisfy(this::stands);
        assertThat(tests.get(2).held()).isEqualTo(1);
        assertThat(tests.get(2).first()).extracting(row -> row.row().file()).containsExactly("model.yaml");
        Verdict verdict = state(folder).result(Steps.CHECK).orElseThrow();
        assertThat(verdict.gates())
                .extracting(GateResult::id)
                .contains("behaviour.increasing[a]", "behaviour.decreasing[b]", "behaviour.rows");
        assertThat(Facts.inputs(Steps.ALL, state(folder)))
                .containsEntry("behaviour.increasing[a]", "100%, min-rows 30: {increasing: a, by: 0.1}");
    }

    /** Each row is told by its line, with the value that is there, and has moved the wrong way. */
    private void stands(Failing row) throws IOException {
        assertThat(row.row().file()).isEqualTo("d.csv");
        String line =
                Files.readAllLines(folder.resolve("d.csv")).get((int) row.row().line() - 1);
        double b = Double.parseDouble(line.split(",", -1)[2]);
        assertThat(Double.parseDouble(row.row().value())).isEqualTo(b);
        assertThat(Double.parseDouble(row.changed().orElseThrow())).isCloseTo(b + 0.1, within(1e-12));
        assertThat(row.after().number())
                .isGreaterThan(row.before().orElseThrow().number());
    }

    @Test
    void a_classification_is_asked_for_labels_and_their_probabilities() throws IOException {
        project(folder, classification("logistic-regression", "c") + """
                behaviour:
                  - {increasing: a, by: 0.1, label: high}
                  - {invariant: f, tolerance: 99%}
                  - {rows: [{a: 0.95, b: 0}], label: low}
                """);

        run(folder, Steps.BEHAVE);

        List<Tried> tests = behaviour().tests();
        assertThat(tests.get(0).held()).isEqualTo(tests.get(0).rows()).isPositive();
        assertThat(tests.get(1).rows()).isPositive();
        assertThat(tests.get(2).first()).extracting(row -> row.after().label()).containsExactly(Optional.of("high"));
    }

    @Test
    void without_tests_nothing_is_tried() throws IOException {
        project(folder, REGRESSION.formatted("linear-regression"));

        run(folder, Steps.BEHAVE);

        assertThat(behaviour()).isEqualTo(new Behaviour(Behaviour.FORMAT, List.of()));
        assertThat(Facts.inputs(Steps.ALL, state(folder))).containsEntry("behaviour", "none");
    }
}
