package io.github.mlmaven.gate;

import static io.github.mlmaven.gate.Judging.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.Interval;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A limit goes by the estimate; where the interval reaches beyond it, nobody knows. */
class UncertainGateTest {

    private static final String MOST = "{metric: rmse, max: 600}";
    private static final Interval CROSSING = new Interval(580, 620);
    private static final Ruling UNCERTAIN = new Ruling(Outcome.INCONCLUSIVE, Reason.UNCERTAIN);

    @TempDir
    Path folder;

    private static Evaluation rmse(double value, Optional<Interval> interval) {
        return rmse(value, interval, 1_000);
    }

    private static Evaluation rmse(double value, Optional<Interval> interval, long rows) {
        TreeMap<String, Interval> intervals = new TreeMap<>();
        interval.ifPresent(found -> intervals.put("rmse", found));
        return new Evaluation(
                Evaluation.FORMAT,
                Task.REGRESSION,
                "t",
                0.95,
                List.of(new Reported("rmse", Better.LOWER, true), new Reported("max-error", Better.LOWER, false)),
                new Scores(rows, new TreeMap<>(Map.of("rmse", value, "max-error", value)), intervals),
                List.of(),
                Optional.empty());
    }

    private GateResult judge(String gate, Evaluation evaluation) {
        return only(new Judging(folder).judge(gate, evaluation));
    }

    @Test
    void a_limit_within_the_interval_is_uncertain() {
        GateResult result = judge(MOST, rmse(599, Optional.of(CROSSING)));

        assertThat(result.ruling()).isEqualTo(UNCERTAIN);
        assertThat(result.measured().orElseThrow().interval()).contains(CROSSING);
        assertThat(judge("{metric: rmse, min: 590}", rmse(599, Optional.of(CROSSING)))
                        .ruling())
                .isEqualTo(UNCERTAIN);
    }

    @Test
    void a_limit_at_the_end_of_the_interval_holds() {
        assertThat(judge(MOST, rmse(590, Optional.of(new Interval(580, 600)))).ruling())
                .isEqualTo(new Ruling(Outcome.PASS, Reason.HOLDS));
    }

    @Test
    void a_broken_limit_is_broken_although_the_true_value_may_be_within() {
        assertThat(judge(MOST, rmse(601, Optional.of(CROSSING))).ruling())
                .isEqualTo(new Ruling(Outcome.FAIL, Reason.BROKEN));
    }

    @Test
    void a_strict_gate_fails_by_what_is_uncertain() {
        assertThat(judge("{metric: rmse, max: 600, strict: true}", rmse(599, Optional.of(CROSSING)))
                        .ruling())
                .isEqualTo(new Ruling(Outcome.FAIL, Reason.UNCERTAIN));
        assertThat(judge("{metric: rmse, max: 600, strict: true, severity: warning}", rmse(599, Optional.of(CROSSING)))
                        .ruling())
                .isEqualTo(new Ruling(Outcome.WARN, Reason.UNCERTAIN));
    }

    @Test
    void a_metric_whose_interval_these_rows_are_too_few_for_is_uncertain() {
        assertThat(judge("{metric: rmse, max: 600, min-rows: 5}", rmse(599, Optional.empty(), 9))
                        .ruling())
                .isEqualTo(UNCERTAIN);
    }

    @Test
    void a_metric_that_has_no_intervals_at_all_goes_by_its_value() {
        assertThat(judge("{metric: max-error, max: 600, strict: true}", rmse(599, Optional.empty()))
                        .ruling())
                .isEqualTo(new Ruling(Outcome.PASS, Reason.HOLDS));
    }

    @Test
    void fewer_rows_than_the_gate_wants_are_told_first() {
        assertThat(judge(MOST, rmse(599, Optional.of(CROSSING), 29)).ruling())
                .isEqualTo(new Ruling(Outcome.INCONCLUSIVE, Reason.TOO_FEW_ROWS));
    }

    @Test
    void a_required_build_whose_gates_are_all_uncertain_was_judged() {
        assertThat(new Judging(folder)
                        .require(MOST, rmse(599, Optional.of(CROSSING)), Optional.empty())
                        .outcome())
                .isEqualTo(Outcome.INCONCLUSIVE);
    }
}
