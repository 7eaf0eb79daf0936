package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Finding.Rows;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.GateResult.SliceName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the results of steps say about themselves. */
class ResultRecordsTest {

    private static final SpecPlace PLACE = new SpecPlace("model.yaml", 9, 3);

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void a_verdict_has_failed_if_and_only_if_its_outcome_is_to_fail(Outcome outcome) {
        assertThat(new Verdict(Verdict.FORMAT, outcome, Strictness.NONE, BaselineModel.NOT_ASKED.told(), List.of())
                        .failed())
                .isEqualTo(outcome == Outcome.FAIL);
    }

    @Test
    void a_validation_has_failed_if_some_finding_is_an_error() {
        assertThat(validation().failed()).isFalse();
        assertThat(validation(Severity.WARNING, Severity.INFO).failed()).isFalse();
        assertThat(validation(Severity.WARNING, Severity.ERROR).failed()).isTrue();
    }

    @Test
    void a_step_whose_result_is_said_to_stop_nothing_stops_nothing_and_records_nothing() {
        StepResult<Validation> silent = StepResult.in("v.json", Validation.class);
        StepResult<Validation> stopping = silent.stoppingIf(Validation::failed);
        Validation failed = validation(Severity.ERROR);

        assertThat(silent.file()).isEqualTo("v.json");
        assertThat(silent.stops().test(failed)).isFalse();
        assertThat(silent.facts().apply(failed)).isEmpty();
        assertThat(silent.versions().apply(failed)).isEmpty();
        assertThat(stopping.stops().test(failed)).isTrue();
        assertThat(stopping.stops().test(validation())).isFalse();
        assertThat(Steps.VALIDATE.result().stops().test(failed)).isTrue();
    }

    @Test
    void a_finding_is_made_more_exact_and_stays_the_same_otherwise() {
        Finding bare = Finding.of(FindingCode.VALUE_MISSING, Severity.WARNING, Subject.rule(PLACE));
        Rows rows = new Rows(1, 4, List.of(new Offender("d.csv", 3, "")));

        assertThat(bare.about()).isEqualTo(new Subject(Optional.empty(), Optional.empty(), Optional.of(PLACE)));
        assertThat(Subject.file("d.csv"))
                .isEqualTo(new Subject(Optional.of("d.csv"), Optional.empty(), Optional.empty()));
        assertThat(bare.rows()).isEqualTo(new Rows(0, 0, List.of()));
        assertThat(bare.with(rows).with("type", "number").rows()).isEqualTo(rows);
        assertThat(bare.with("type", "number").with(rows).values())
                .containsExactly(Map.entry("type", new Value.Text("number")));
    }

    @Test
    void a_result_of_a_gate_keeps_all_but_its_id_under_another_name() {
        GateResult result = new GateResult(
                "rmse.max",
                new Rule(PLACE, Optional.of(new Bound(Bound.Kind.MAX, 1, false)), 0, Severity.ERROR),
                Optional.of(Measured.of("rmse", Optional.empty(), 3, 0.5)),
                Optional.empty(),
                new Ruling(Outcome.WARN, Reason.BROKEN));

        assertThat(result.outcome()).isEqualTo(Outcome.WARN);
        assertThat(result.named("rmse.max.2"))
                .isEqualTo(new GateResult(
                        "rmse.max.2", result.rule(), result.measured(), result.baseline(), result.ruling()));
    }

    @Test
    void a_measured_metric_is_named_as_the_lock_names_it() {
        SliceName slice = new SliceName("cut", Optional.of("Ideal"));

        assertThat(Measured.of("rmse", Optional.empty(), 3, 0.5).fact()).isEqualTo("rmse");
        assertThat(Measured.of("rmse", Optional.of(slice), 3, 0.5).fact()).isEqualTo("rmse[cut=Ideal]");
        assertThat(new Measured(Optional.empty(), Optional.of(slice), 3, OptionalDouble.empty(), Optional.empty())
                        .fact())
                .isEqualTo("[cut=Ideal]");
    }

    @Test
    void the_name_of_a_slice_is_read_as_it_was_written() {
        for (SliceName slice : List.of(
                new SliceName("cut", Optional.of("Very Good")),
                new SliceName("carat", Optional.of("[1, 2)")),
                new SliceName("formula", Optional.of("a=b")),
                new SliceName("cut", Optional.of("")),
                new SliceName("cut", Optional.empty()))) {
            assertThat(SliceName.parse(slice.toString())).contains(slice);
        }
        assertThat(new SliceName("carat", Optional.of("[1, 2)"))).hasToString("[carat=[1, 2)]");
        assertThat(new SliceName("cut", Optional.empty())).hasToString("[cut]");
        assertThat(SliceName.parse("")).isEmpty();
    }

    @Test
    void a_bound_is_finite_and_relative_only_where_it_bounds_a_movement() {
        assertThat(Arrays.stream(Bound.Kind.values()).filter(Bound.Kind::isLeast))
                .containsExactly(Bound.Kind.MIN, Bound.Kind.MIN_RATIO);
        assertThat(Arrays.stream(Bound.Kind.values()).filter(Bound.Kind::isMovement))
                .containsExactly(Bound.Kind.MAX_INCREASE, Bound.Kind.MAX_DECREASE);
        assertThat(new Bound(Bound.Kind.MAX_DECREASE, 0.05, true).amount()).isEqualTo(0.05);
        assertThatThrownBy(() -> new Bound(Bound.Kind.MIN, 0.05, true)).hasMessage("no bound: MIN 0.05 relative");
        assertThatThrownBy(() -> new Bound(Bound.Kind.MAX_INCREASE, Double.NaN, false))
                .hasMessage("no bound: MAX_INCREASE NaN");
    }

    @Test
    void a_metric_is_reported_with_the_direction_that_is_better() {
        MetricDescriptor metric = new MetricDescriptor(
                "auc",
                Set.of(Task.CLASSIFICATION),
                Better.HIGHER,
                new MetricDescriptor.Extent(MetricDescriptor.Unit.SHARE, Optional.empty(), Optional.empty()),
                true,
                "Area.");

        assertThat(Reported.of(AskedMetric.of(metric), true)).isEqualTo(new Reported("auc", Better.HIGHER, true));
    }

    @Test
    void an_image_that_switches_weaken_is_the_same_but_for_them() {
        ImageFile image = new ImageFile(ImageFile.FORMAT, "f", "i", "d", "c", "b", List.of(), List.of());

        assertThat(image.weakenedBy(List.of("-Dml.locked=false")))
                .isEqualTo(new ImageFile(
                        ImageFile.FORMAT, "f", "i", "d", "c", "b", List.of(), List.of("-Dml.locked=false")));
    }

    @Test
    void what_is_malformed_is_named_in_kebab_case() {
        assertThat(Malformed.NOT_UTF_8.key()).isEqualTo("not-utf-8");
        assertThat(FindingCode.VALUE_OUT_OF_RANGE.key()).isEqualTo("value-out-of-range");
    }

    private static Validation validation(Severity... severities) {
        return new Validation(
                Validation.FORMAT,
                4,
                0,
                Arrays.stream(severities)
                        .map(severity -> Finding.of(FindingCode.LABEL_MISSING, severity, Subject.rule(PLACE)))
                        .toList());
    }
}
