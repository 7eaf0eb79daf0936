package io.github.mlmaven.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Between;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.GateResult.SliceName;
import io.github.mlmaven.step.Interval;
import io.github.mlmaven.step.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slices are held against each other. */
class GapTest {

    private static final Measured EVERY = new Measured(
            Optional.of("mae"),
            Optional.of(new SliceName("x", Optional.empty())),
            0,
            OptionalDouble.empty(),
            Optional.empty());

    @TempDir
    Path folder;

    private static Measured slice(String value, double mae, double low, double high) {
        return new Measured(
                Optional.of("mae"),
                Optional.of(new SliceName("x", Optional.of(value))),
                50,
                OptionalDouble.of(mae),
                Optional.of(new Interval(low, high)));
    }

    /** {@code confint_proportions_2indep(48, 60, 30, 60, method="newcomb")} of statsmodels 0.15.0, with Wilson's intervals. */
    @Test
    void the_interval_of_a_gap_is_that_of_newcombe() {
        Measured high = slice("a", 48 / 60.0, 0.6821819419437211, 0.8817149467710251);
        Measured low = slice("b", 30 / 60.0, 0.37735024241555765, 0.6226497575844423);

        Measured gap = Gap.of(List.of(high, low)).measured(EVERY, Kind.MAX_GAP);

        assertThat(gap.value().orElseThrow()).isCloseTo(0.3, within(1e-12));
        assertThat(gap.interval().orElseThrow().low()).isCloseTo(0.1299292563676069, within(1e-12));
        assertThat(gap.interval().orElseThrow().high()).isCloseTo(0.44737807015059583, within(1e-12));
        assertThat(gap.rows()).isEqualTo(100);
    }

    /** An end of a ratio's interval is where that of the difference between the one and so many times the other begins. */
    @Property
    void the_interval_of_a_ratio_ends_where_so_many_times_the_highest_may_be_the_lowest(
            @ForAll @DoubleRange(min = 1, max = 2) double low,
            @ForAll @DoubleRange(min = 2.01, max = 3) double high,
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double reach) {
        Interval ofLow = new Interval(low - reach / 2, low + reach);
        Interval ofHigh = new Interval(high - reach, high + reach / 3);
        Gap gap = Gap.of(
                List.of(slice("a", high, ofHigh.low(), ofHigh.high()), slice("b", low, ofLow.low(), ofLow.high())));

        Interval ratio = gap.measured(EVERY, Kind.MIN_RATIO).interval().orElseThrow();

        double least = ratio.low();
        assertThat(low - least * high)
                .isCloseTo(Math.hypot(low - ofLow.low(), least * (ofHigh.high() - high)), within(1e-9));
        double most = ratio.high();
        assertThat(most * high - low)
                .isCloseTo(Math.hypot(ofLow.high() - low, most * (high - ofHigh.low())), within(1e-9));
    }

    @Test
    void the_slices_that_are_farthest_apart_are_told_the_first_of_equals() {
        Gap gap = Gap.of(List.of(slice("a", 2, 1, 3), slice("b", 5, 4, 6), slice("c", 5, 4, 6), slice("d", 2, 1, 3)));

        assertThat(gap.between()).isEqualTo(new Between("a", 2, "b", 5));
        assertThat(Gap.of(List.of(slice("a", 2, 1, 3), slice("b", 2, 1, 3))).between())
                .isEqualTo(new Between("a", 2, "b", 2));
    }

    @Test
    void what_is_nothing_everywhere_is_equal() {
        Measured ratio =
                Gap.of(List.of(slice("a", 0, 0, 0), slice("b", 0, 0, 0))).measured(EVERY, Kind.MIN_RATIO);

        assertThat(ratio.value()).hasValue(1);
        assertThat(ratio.interval()).isEmpty();
    }

    @Test
    void a_gap_below_its_bound_holds_and_one_above_is_broken() {
        GateResult holds = gap("max-gap: 2", slice("v0", 4, 3.9, 4.1), slice("v1", 5, 4.9, 5.1));
        GateResult broken = gap("max-gap: 0.9", slice("v0", 4, 3.9, 4.1), slice("v1", 5, 4.9, 5.1));

        assertThat(holds.id()).isEqualTo("mae[x].max-gap");
        assertThat(holds.rule().bound()).contains(new Bound(Kind.MAX_GAP, 2, false));
        assertThat(holds.measured().orElseThrow().value()).hasValue(1);
        assertThat(holds.between()).contains(new Between("v0", 4, "v1", 5));
        assertThat(holds.ruling()).isEqualTo(new Ruling(Outcome.PASS, Reason.HOLDS));
        assertThat(broken.ruling()).isEqualTo(new Ruling(Outcome.FAIL, Reason.BROKEN));
    }

    @Test
    void a_ratio_above_its_bound_holds_and_one_below_is_broken() {
        assertThat(gap("min-ratio: 0.7", slice("v0", 4, 3.9, 4.1), slice("v1", 5, 4.9, 5.1))
                        .ruling())
                .isEqualTo(new Ruling(Outcome.PASS, Reason.HOLDS));
        assertThat(gap("min-ratio: 85%", slice("v0", 4, 3.9, 4.1), slice("v1", 5, 4.9, 5.1))
                        .ruling())
                .isEqualTo(new Ruling(Outcome.FAIL, Reason.BROKEN));
    }

    @Test
    void a_gap_whose_interval_reaches_beyond_the_bound_is_uncertain() {
        assertThat(gap("max-gap: 1.1", slice("v0", 4, 3.5, 4.5), slice("v1", 5, 4.5, 5.5))
                        .ruling())
                .isEqualTo(new Ruling(Outcome.INCONCLUSIVE, Reason.UNCERTAIN));
        assertThat(gap("max-gap: 1.1, strict: true", slice("v0", 4, 3.5, 4.5), slice("v1", 5, 4.5, 5.5))
                        .ruling())
                .isEqualTo(new Ruling(Outcome.FAIL, Reason.UNCERTAIN));
    }

    @Test
    void one_slice_has_no_gap_and_a_slice_without_the_metric_none_either() {
        Measured only = slice("v0", 4, 3.9, 4.1);
        Measured undefined = new Measured(
                Optional.of("mae"),
                only.of().map(of -> new SliceName("x", Optional.of("v1"))),
                50,
                OptionalDouble.empty(),
                Optional.empty());

        assertThat(gap("max-gap: 2", only).ruling()).isEqualTo(new Ruling(Outcome.FAIL, Reason.ONLY_SLICE));
        GateResult notMeasured = gap("max-gap: 2", only, undefined);
        assertThat(notMeasured.ruling()).isEqualTo(new Ruling(Outcome.FAIL, Reason.NOT_MEASURED));
        assertThat(notMeasured.measured().orElseThrow().of().orElseThrow().value())
                .contains("v1");
        assertThat(notMeasured.between()).isEmpty();
    }

    @Test
    void slices_of_fewer_than_thirty_rows_are_not_held_against_others() {
        Verdict verdict = new Judging(folder)
                .judge(
                        "{metric: mae, slice: x, max-gap: 2}",
                        evaluation(29, slice("v0", 4, 3.9, 4.1), slice("v1", 9, 8, 10)));

        assertThat(verdict.gates())
                .extracting(result -> result.ruling().reason())
                .containsExactly(Reason.TOO_FEW_ROWS, Reason.TOO_FEW_ROWS, Reason.NO_SLICE_LARGE_ENOUGH);
        assertThat(verdict.failed()).isTrue();
    }

    @Test
    void a_gap_takes_thirty_rows_and_what_is_beside_it_for_each_slice_does_not() {
        Verdict verdict = new Judging(folder)
                .judge(
                        "{metric: mae, slice: x, max: 7, max-gap: 2}",
                        evaluation(29, slice("v0", 4, 3.9, 4.1), slice("v1", 9, 8.9, 9.1)));

        assertThat(verdict.gates())
                .extracting(result -> result.id() + " " + result.ruling().reason() + " "
                        + result.rule().minRows())
                .containsExactly("mae[x=v0].max HOLDS 1", "mae[x=v1].max BROKEN 1", "mae[x].max-gap ONLY_SLICE 30");
    }

    @Test
    void a_gate_may_bound_each_slice_and_the_gap() {
        Verdict verdict = new Judging(folder)
                .judge(
                        "{metric: mae, slice: x, max: 7, max-gap: 2}",
                        evaluation(50, slice("v0", 4, 3.9, 4.1), slice("v1", 5, 4.9, 5.1)));

        assertThat(verdict.gates())
                .extracting(GateResult::id)
                .containsExactly("mae[x=v0].max", "mae[x=v1].max", "mae[x].max-gap");
    }

    private GateResult gap(String bound, Measured... slices) {
        return Judging.only(
                new Judging(folder).judge("{metric: mae, slice: x, " + bound + "}", evaluation(50, slices)));
    }

    private static Evaluation evaluation(long rows, Measured... slices) {
        List<Slice> all = new ArrayList<>();
        for (Measured slice : slices) {
            Map<String, Double> values = new TreeMap<>();
            slice.value().ifPresent(value -> values.put("mae", value));
            Map<String, Interval> intervals = new TreeMap<>();
            slice.interval().ifPresent(interval -> intervals.put("mae", interval));
            all.add(new Slice(
                    "x",
                    slice.of().flatMap(SliceName::value).orElseThrow(),
                    new Scores(rows, new TreeMap<>(values), new TreeMap<>(intervals))));
        }
        return new Evaluation(
                Evaluation.FORMAT,
                Task.REGRESSION,
                "t",
                0.95,
                List.of(new Reported("mae", Better.LOWER, true)),
                new Scores(1_000, new TreeMap<>(Map.of("mae", 4.5))),
                all,
                Optional.empty());
    }
}
