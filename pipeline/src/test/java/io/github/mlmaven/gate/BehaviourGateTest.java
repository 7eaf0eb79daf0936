package io.github.mlmaven.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.lock.Waiver;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.BaselineModel;
import io.github.mlmaven.step.Behaviour;
import io.github.mlmaven.step.Behaviour.Tried;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Behaved;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.step.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of tests of behaviour, judged. */
class BehaviourGateTest {

    @TempDir
    Path folder;

    private SpecFile spec(String tests) {
        try {
            return SpecReader.read(Files.writeString(folder.resolve("model.yaml"), """
                            task: regression
                            data: {source: d.csv, label: y}
                            columns:
                              x: {type: number}
                              y: {type: number}
                            """ + tests), "m");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Verdict judge(String tests, Optional<Lock> lock, Strictness strictness, Tried... tried) {
        return Gates.judge(
                spec(tests),
                new Gates.Judged(
                        Judging.rmse(5),
                        Comparison.without(BaselineModel.NOT_ASKED.told(), List.of()),
                        new Behaviour(Behaviour.FORMAT, List.of(tried))),
                lock,
                strictness,
                "1");
    }

    private Ruling ruling(String terms, long rows, long held) {
        String test = "behaviour: [{increasing: x, by: 1%s}]\n".formatted(terms);
        return Judging.only(judge(test, Optional.empty(), Strictness.NONE, new Tried(rows, held, 0, List.of())))
                .ruling();
    }

    @Test
    void enough_rows_must_hold() {
        assertThat(ruling("", 30, 30)).isEqualTo(new Ruling(Outcome.PASS, Reason.HOLDS));
        assertThat(ruling("", 1_000_000, 999_999)).isEqualTo(new Ruling(Outcome.FAIL, Reason.BROKEN));
        assertThat(ruling(", at-least: 99%", 100, 99)).isEqualTo(new Ruling(Outcome.PASS, Reason.HOLDS));
        assertThat(ruling(", at-least: 99%", 200, 197)).isEqualTo(new Ruling(Outcome.FAIL, Reason.BROKEN));
        assertThat(ruling(", severity: warning", 30, 29)).isEqualTo(new Ruling(Outcome.WARN, Reason.BROKEN));
    }

    @Test
    void a_pass_takes_rows_and_a_failure_does_not() {
        assertThat(ruling("", 29, 29)).isEqualTo(new Ruling(Outcome.INCONCLUSIVE, Reason.TOO_FEW_ROWS));
        assertThat(ruling(", min-rows: 29", 29, 29)).isEqualTo(new Ruling(Outcome.PASS, Reason.HOLDS));
        assertThat(ruling("", 1, 0)).isEqualTo(new Ruling(Outcome.FAIL, Reason.BROKEN));
    }

    @Test
    void what_was_not_tried_fails() {
        assertThat(ruling("", 0, 0)).isEqualTo(new Ruling(Outcome.FAIL, Reason.NOT_TRIED));
        assertThat(ruling(", severity: info, min-rows: 1", 0, 0)).isEqualTo(new Ruling(Outcome.WARN, Reason.NOT_TRIED));
    }

    @Test
    void a_result_has_what_was_tried_and_its_place() {
        Tried tried = new Tried(200, 190, 7, List.of());
        String tests = "behaviour:\n  - {name: dearer, increasing: x, by: 1, at-least: 95%}\n";

        GateResult result = Judging.only(judge(tests, Optional.empty(), Strictness.NONE, tried));

        assertThat(result.id()).isEqualTo("behaviour.dearer");
        assertThat(result.rule().place().line()).isEqualTo(7);
        assertThat(result.rule().bound()).contains(new Bound(Bound.Kind.MIN, 0.95, false));
        assertThat(result.rule().minRows()).isEqualTo(30);
        assertThat(result.measured().orElseThrow().rows()).isEqualTo(200);
        assertThat(result.measured().orElseThrow().value()).hasValue(0.95);
        assertThat(result.behaviour())
                .contains(new Behaved(spec(tests).spec().behaviour().get(0), tried));
    }

    @Test
    void tests_stand_behind_the_gates_and_count_as_gates() {
        String both = "gates: [{metric: rmse, max: 9}]\nbehaviour: [{increasing: x, by: 1}, {decreasing: x, by: 1}]\n";
        Tried holds = new Tried(40, 40, 0, List.of());
        Tried broken = new Tried(40, 4, 0, List.of());

        assertThat(judge(both, Optional.empty(), Strictness.NONE, holds, broken).gates())
                .extracting(GateResult::id)
                .containsExactly("rmse.max", "behaviour.increasing[x]", "behaviour.decreasing[x]");
        // A lock has what was measured, and a model must be judged by something.
        assertThat(judge(
                                "behaviour: [{increasing: x, by: 1}]\n",
                                Optional.empty(),
                                new Strictness(true, List.of()),
                                holds)
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(judge("", Optional.empty(), new Strictness(true, List.of())).gates())
                .extracting(gate -> gate.ruling().reason())
                .containsExactly(Reason.NO_GATES);
    }

    @Test
    void a_waiver_reaches_as_far_as_the_share_that_was_accepted() {
        String tests = "behaviour: [{increasing: x, by: 1, at-least: 90%}]\n";
        Waiver waiver = new Waiver(OptionalDouble.of(0.5), "2026-12-31", "anna", "soon");
        Lock lock = Lock.of(
                Map.of("metric.rmse", "5"), List.of(), new TreeMap<>(Map.of("behaviour.increasing[x] 0.9", waiver)));
        Strictness day = new Strictness(false, List.of(), Optional.of("2026-12-31"));

        assertThat(judge(tests, Optional.of(lock), day, new Tried(40, 20, 0, List.of()))
                        .outcome())
                .isEqualTo(Outcome.WARN);
        assertThat(judge(tests, Optional.of(lock), day, new Tried(40, 19, 0, List.of()))
                        .outcome())
                .isEqualTo(Outcome.FAIL);
        assertThat(judge(tests, Optional.of(lock), day, new Tried(0, 0, 9, List.of()))
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }
}
