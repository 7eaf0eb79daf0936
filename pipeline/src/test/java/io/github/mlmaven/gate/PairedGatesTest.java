package io.github.mlmaven.gate;

import static io.github.mlmaven.gate.Judging.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.step.BaselineModel.Search;
import io.github.mlmaven.step.BaselineModel.Told;
import io.github.mlmaven.step.BaselineOrigin;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Comparison.Change;
import io.github.mlmaven.step.Comparison.Changes;
import io.github.mlmaven.step.Comparison.SliceChanges;
import io.github.mlmaven.step.Comparison.Uncertainty;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Baseline;
import io.github.mlmaven.step.GateResult.Loss;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.Obstacle;
import io.github.mlmaven.step.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates that compare with another model on the same rows: worse beyond chance and by more than is allowed is broken. */
class PairedGatesTest {

    private static final String TWO_PERCENT = "{metric: rmse, baseline: {max-increase: 2%}}";
    private static final Told RELEASE = new Told(Search.RELEASE, "com.example:m:1.0");

    @TempDir
    Path folder;

    private static Evaluation rmse(double value, Slice... slices) {
        return new Evaluation(
                Evaluation.FORMAT,
                Task.REGRESSION,
                "t",
                0.95,
                List.of(new Reported("rmse", Better.LOWER, true), new Reported("max-error", Better.LOWER, false)),
                new Scores(1_000, new TreeMap<>(Map.of("rmse", value, "max-error", value))),
                List.of(slices),
                Optional.empty());
    }

    /** From 100, with an error of the difference. */
    private static Comparison from100(double error, OptionalDouble relative) {
        return from(100, Optional.of(new Uncertainty(error, relative, 999)));
    }

    private static Comparison from(double baseline, Optional<Uncertainty> uncertainty) {
        Change change = new Change(baseline, uncertainty);
        return new Comparison(
                Comparison.FORMAT,
                RELEASE,
                List.of(),
                Optional.empty(),
                false,
                Optional.of(new Changes(
                        new TreeMap<>(Map.of("rmse", change, "max-error", new Change(baseline, Optional.empty()))))),
                List.of());
    }

    private GateResult judge(String gate, double value, Comparison comparison) {
        return only(new Judging(folder).judge(gate, rmse(value), comparison, Optional.empty(), false));
    }

    private Ruling ruling(String gate, double value, Comparison comparison) {
        return judge(gate, value, comparison).ruling();
    }

    @Test
    void worse_beyond_chance_and_by_more_than_is_allowed_is_broken() {
        Comparison comparison = from100(1, OptionalDouble.of(0.01));

        assertThat(ruling(TWO_PERCENT, 103, comparison)).isEqualTo(new Ruling(Outcome.FAIL, Reason.BROKEN));
        GateResult warned = judge("{metric: rmse, baseline: {max-increase: 2%}, severity: warning}", 103, comparison);
        assertThat(warned.ruling()).isEqualTo(new Ruling(Outcome.WARN, Reason.BROKEN));
    }

    @Test
    void worse_by_more_than_is_allowed_may_be_chance() {
        assertThat(ruling(TWO_PERCENT, 103, from100(3, OptionalDouble.of(0.03))))
                .isEqualTo(new Ruling(Outcome.INCONCLUSIVE, Reason.UNCERTAIN));
        assertThat(ruling(
                        "{metric: rmse, baseline: {max-increase: 2%}, strict: true}",
                        103, from100(3, OptionalDouble.of(0.03))))
                .isEqualTo(new Ruling(Outcome.FAIL, Reason.UNCERTAIN));
    }

    @Test
    void any_loss_is_smaller_than_is_allowed_or_the_rows_cannot_tell() {
        assertThat(ruling(TWO_PERCENT, 100.2, from100(1, OptionalDouble.of(0.01))))
                .isEqualTo(new Ruling(Outcome.PASS, Reason.HOLDS));
        assertThat(ruling(TWO_PERCENT, 100.5, from100(1, OptionalDouble.of(0.01))))
                .isEqualTo(new Ruling(Outcome.INCONCLUSIVE, Reason.UNCERTAIN));
        assertThat(ruling(TWO_PERCENT, 97, from100(3, OptionalDouble.of(0.03))))
                .isEqualTo(new Ruling(Outcome.PASS, Reason.HOLDS));
    }

    /** Worse beyond chance, by less than is allowed: a small loss that the rows see well is no reason to fail. */
    @Test
    void a_sure_loss_that_is_allowed_holds() {
        assertThat(ruling(TWO_PERCENT, 101, from100(0.1, OptionalDouble.of(0.001))))
                .isEqualTo(new Ruling(Outcome.PASS, Reason.HOLDS));
    }

    @Test
    void a_result_tells_the_loss_the_reach_and_what_it_is_compared_with() {
        GateResult result = judge(TWO_PERCENT, 103, from100(1, OptionalDouble.of(0.01)));

        Baseline baseline = result.baseline().orElseThrow();
        assertThat(baseline.origin()).isEqualTo(BaselineOrigin.RELEASE);
        assertThat(baseline.name()).isEqualTo("com.example:m:1.0");
        assertThat(baseline.value()).hasValue(100);
        assertThat(baseline.sameRows()).isTrue();
        Loss loss = baseline.loss().orElseThrow();
        assertThat(loss.amount()).isEqualTo(0.03, within(1e-12));
        // Student's t of 999 degrees of freedom is above 1.6464 once in 20 times.
        assertThat(loss.reach()).isEqualTo(0.016464, within(1e-6));
        assertThat(loss.tolerance()).isEqualTo(0.02);
        assertThat(loss.relative()).isTrue();
        assertThat(loss.beyondChance()).isTrue();
    }

    /** A share of a baseline that may as well be 0 is not tested as a share. */
    @Test
    void a_share_of_a_baseline_that_is_not_clear_of_0_is_a_loss_in_the_metrics_unit() {
        Loss loss = judge(TWO_PERCENT, 103, from100(1, OptionalDouble.empty()))
                .baseline()
                .orElseThrow()
                .loss()
                .orElseThrow();

        assertThat(loss.relative()).isFalse();
        assertThat(loss.amount()).isEqualTo(3);
        assertThat(loss.tolerance()).isEqualTo(2);
    }

    @Test
    void a_fall_is_a_loss_where_it_is_bounded() {
        String gate = "{metric: rmse, baseline: {max-decrease: 2}}";

        assertThat(ruling(gate, 97, from100(1, OptionalDouble.empty())))
                .isEqualTo(new Ruling(Outcome.FAIL, Reason.BROKEN));
        assertThat(ruling(gate, 103, from100(1, OptionalDouble.empty())))
                .isEqualTo(new Ruling(Outcome.PASS, Reason.HOLDS));
    }

    @Test
    void models_that_say_the_same_hold_what_allows_nothing() {
        assertThat(ruling("{metric: rmse, baseline: {max-increase: 0}}", 100, from100(0, OptionalDouble.of(0))))
                .isEqualTo(new Ruling(Outcome.PASS, Reason.HOLDS));
        assertThat(ruling("{metric: rmse, baseline: {max-increase: 0}}", 100.1, from100(0, OptionalDouble.of(0))))
                .isEqualTo(new Ruling(Outcome.FAIL, Reason.BROKEN));
    }

    @Test
    void a_difference_of_too_few_rows_is_uncertain_and_one_of_a_metric_without_intervals_goes_by_its_value() {
        assertThat(ruling(TWO_PERCENT, 90, from(100, Optional.empty())))
                .isEqualTo(new Ruling(Outcome.INCONCLUSIVE, Reason.UNCERTAIN));
        String ofMaximum = "{metric: max-error, baseline: {max-increase: 2%}}";
        assertThat(ruling(ofMaximum, 102, from(100, Optional.empty())))
                .isEqualTo(new Ruling(Outcome.PASS, Reason.HOLDS));
        assertThat(ruling(ofMaximum, 103, from(100, Optional.empty())))
                .isEqualTo(new Ruling(Outcome.FAIL, Reason.BROKEN));
    }

    @Test
    void a_metric_that_the_other_model_does_not_have_is_not_judged() {
        Comparison comparison = new Comparison(
                Comparison.FORMAT,
                RELEASE,
                List.of(),
                Optional.empty(),
                false,
                Optional.of(new Changes(new TreeMap<>())),
                List.of());

        assertThat(ruling(TWO_PERCENT, 100, comparison)).isEqualTo(new Ruling(Outcome.FAIL, Reason.NOT_IN_BASELINE));
    }

    /** Each of ten slices is 2.2 errors worse: of one it would be beyond chance. */
    @Test
    void slices_share_one_error_and_leave_the_gates_of_all_rows_their_half() {
        Slice[] slices = IntStream.range(0, 10)
                .mapToObj(i ->
                        new Slice("x", "v" + i, new Scores(1_000, new TreeMap<>(Map.of("rmse", i == 0 ? 110 : 102.2)))))
                .toArray(Slice[]::new);
        Uncertainty one = new Uncertainty(1, OptionalDouble.empty(), 999);
        Comparison all = from100(1, OptionalDouble.empty());
        Comparison comparison = new Comparison(
                Comparison.FORMAT,
                RELEASE,
                List.of(),
                Optional.empty(),
                false,
                all.overall(),
                IntStream.range(0, 10)
                        .mapToObj(i -> new SliceChanges(
                                "x",
                                "v" + i,
                                new Changes(new TreeMap<>(Map.of("rmse", new Change(100, Optional.of(one)))))))
                        .toList());

        Verdict verdict = new Judging(folder)
                .judge(
                        "{metric: rmse, baseline: {max-increase: 1}}, {metric: rmse, slice: x, baseline: {max-increase: 1}}",
                        rmse(102.2, slices),
                        comparison,
                        Optional.empty(),
                        false);

        assertThat(verdict.gates())
                .extracting(gate -> gate.ruling().reason())
                .startsWith(Reason.BROKEN, Reason.BROKEN, Reason.UNCERTAIN)
                .filteredOn(Reason.BROKEN::equals)
                .hasSize(2);
    }

    @Test
    void the_lock_stands_in_for_a_model_that_does_not_take_these_rows_and_a_result_says_so() {
        Obstacle gone = new Obstacle(Obstacle.Kind.MISSING_INPUT, "carat", "number", "");
        Lock lock = Lock.of(new TreeMap<>(Map.of("metric.rmse", "100", "test.rows", "t")), List.of());

        Verdict verdict = new Judging(folder)
                .judge(TWO_PERCENT, rmse(101), Comparison.without(RELEASE, List.of(gone)), Optional.of(lock), true);

        assertThat(verdict.gates()).hasSize(2);
        assertThat(verdict.gates().get(0).ruling()).isEqualTo(new Ruling(Outcome.PASS, Reason.HOLDS));
        assertThat(verdict.gates().get(0).baseline().orElseThrow().origin()).isEqualTo(BaselineOrigin.LOCK);
        GateResult told = verdict.gates().get(1);
        assertThat(told.id()).isEqualTo("baseline");
        assertThat(told.ruling()).isEqualTo(new Ruling(Outcome.WARN, Reason.BASELINE_UNUSABLE));
        assertThat(told.baseline().orElseThrow().obstacles()).containsExactly(gone);
    }

    @Test
    void a_release_that_could_not_be_looked_for_or_read_fails_where_the_gates_are_required() {
        Comparison unreached = Comparison.without(new Told(Search.UNREACHED, "com.example:m before 2"), List.of());
        Comparison damaged =
                Comparison.without(RELEASE, List.of(new Obstacle(Obstacle.Kind.UNREADABLE, "", "", "It is damaged.")));

        for (Comparison comparison : List.of(unreached, damaged)) {
            assertThat(last(comparison, false).outcome()).isEqualTo(Outcome.WARN);
            assertThat(last(comparison, true).outcome()).isEqualTo(Outcome.FAIL);
            assertThat(last(comparison, true).failsHoweverAccepted()).isTrue();
        }
    }

    private GateResult last(Comparison comparison, boolean required) {
        Lock lock = Lock.of(new TreeMap<>(Map.of("metric.rmse", "100", "test.rows", "t")), List.of());
        List<GateResult> gates = new Judging(folder)
                .judge(TWO_PERCENT, rmse(100), comparison, Optional.of(lock), required)
                .gates();
        assertThat(gates).hasSize(2);
        return gates.get(1);
    }

    /** Accepting changes what the lock says, not what was released. */
    @Test
    void a_loss_from_a_release_stays_red_however_the_model_is_accepted() {
        assertThat(judge(TWO_PERCENT, 103, from100(1, OptionalDouble.of(0.01))).failsHoweverAccepted())
                .isTrue();
    }
}
