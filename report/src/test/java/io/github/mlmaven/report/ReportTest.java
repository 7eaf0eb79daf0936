package io.github.mlmaven.report;

import static io.github.mlmaven.report.GateTextTest.all;
import static io.github.mlmaven.report.GateTextTest.limited;
import static io.github.mlmaven.report.GateTextTest.moved;
import static io.github.mlmaven.report.GateTextTest.result;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.BaselineModel;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Labels;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Finding.Rows;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.Interval;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.step.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ReportTest {

    static final Verdict VERDICT = new Verdict(
            Verdict.FORMAT,
            Outcome.FAIL,
            Strictness.NONE,
            BaselineModel.NOT_ASKED.told(),
            List.of(
                    limited("mae", 280.1, new Bound(Kind.MAX, 400, false), Reason.HOLDS),
                    limited("rmse", 612.4, new Bound(Kind.MAX, 600, false), Reason.BROKEN),
                    result(
                            all("r2", 0.9),
                            Optional.of(new Bound(Kind.MAX_DECREASE, 0.01, false)),
                            Optional.empty(),
                            Reason.NO_BASELINE)));

    @Test
    void a_finding_shows_its_first_rows_and_how_many_more() {
        Finding finding = Finding.of(
                        FindingCode.VALUE_OUT_OF_RANGE,
                        Severity.ERROR,
                        Subject.column("x", new SpecPlace("model.yaml", 12, 3)))
                .with(new Rows(3, 10, List.of(new Offender("d.csv", 7, "-1"), new Offender("d.csv", 9, "-2"))))
                .with("min", new Value.Real(0));

        assertThat(ConsoleReport.finding(finding))
                .containsExactly(
                        "d.csv line 7, column 'x': found -1, the schema allows at least 0 (model.yaml line 12); 3 of 10 rows"
                                + " are so. Correct the row, or change the range in model.yaml line 12."
                                + " [value-out-of-range]",
                        "    d.csv:7: -1",
                        "    d.csv:9: -2",
                        "    and 1 more");
    }

    @Test
    void an_only_row_is_told_once() {
        Finding finding = Finding.of(
                        FindingCode.VALUE_OUT_OF_RANGE,
                        Severity.ERROR,
                        Subject.column("x", new SpecPlace("model.yaml", 12, 3)))
                .with(new Rows(1, 10, List.of(new Offender("d.csv", 7, "-1"))))
                .with("min", new Value.Real(0));

        assertThat(ConsoleReport.finding(finding))
                .containsExactly(
                        "d.csv line 7, column 'x': found -1, the schema allows at least 0 (model.yaml line 12). Correct the"
                                + " row, or change the range in model.yaml line 12. [value-out-of-range]");
    }

    @Test
    void a_row_in_which_nothing_was_found_is_told_by_its_place() {
        Finding finding = Finding.of(
                        FindingCode.SPLIT_DUPLICATE_ROWS,
                        Severity.WARNING,
                        Subject.rule(new SpecPlace("model.yaml", 5, 3)))
                .with(new Rows(2, 10, List.of(new Offender("d.csv", 7, ""), new Offender("d.csv", 9, ""))));

        assertThat(ConsoleReport.finding(finding))
                .element(0, as(InstanceOfAssertFactories.STRING))
                .startsWith("d.csv line 7: the test row has the inputs and the label of a training row");
        assertThat(ConsoleReport.finding(finding)).endsWith("    d.csv:7", "    d.csv:9");
    }

    @Test
    void a_finding_without_a_value_that_its_sentence_needs_is_a_fault_of_its_maker() {
        Finding finding = Finding.of(FindingCode.DATA_NO_ROWS, Severity.ERROR, Subject.file("d.csv"));

        assertThatThrownBy(() -> FindingText.sentence(finding))
                .hasMessage("the finding data-no-rows does not say its source");
    }

    @Test
    void an_evaluation_is_a_table_with_a_dash_where_a_metric_is_not_defined() {
        Evaluation evaluation = new Evaluation(
                Evaluation.FORMAT,
                Task.REGRESSION,
                "t",
                0.95,
                reported(Task.REGRESSION),
                new Scores(10788, new TreeMap<>(Map.of("rmse", 545.234, "r2", 0.98))),
                List.of(new Slice("cut", "Ideal", new Scores(4000, new TreeMap<>(Map.of("rmse", 500.0))))),
                Optional.empty());

        assertThat(ConsoleReport.evaluation(evaluation))
                .containsExactly(
                        "                 rows    rmse  mae  median-absolute-error  mape    r2  bias",
                        "all test rows  10,788  545.23    -                      -     -  0.98     -",
                        "cut = Ideal     4,000     500    -                      -     -     -     -");
    }

    @Test
    void the_intervals_of_all_test_rows_stand_below_their_metrics() {
        Scores scores = new Scores(
                10788,
                new TreeMap<>(Map.of("rmse", 545.234, "r2", 0.98)),
                new TreeMap<>(Map.of("rmse", new Interval(520.0061, 570))));
        Evaluation evaluation = new Evaluation(
                Evaluation.FORMAT,
                Task.REGRESSION,
                "t",
                0.999,
                reported(Task.REGRESSION),
                scores,
                List.of(),
                Optional.empty());

        assertThat(ConsoleReport.evaluation(evaluation))
                .containsExactly(
                        "                   rows           rmse  mae  median-absolute-error  mape    r2  bias",
                        "all test rows    10,788         545.23    -                      -     -  0.98     -",
                        "99.9 % interval          520.01 .. 570    -                      -     -     -     -");
    }

    @Test
    void a_slice_of_the_data_cannot_write_on_the_console() {
        Scores few = new Scores(4, new TreeMap<>(Map.of("rmse", 500.0)));
        Evaluation evaluation = new Evaluation(
                Evaluation.FORMAT,
                Task.REGRESSION,
                "t",
                0.95,
                reported(Task.REGRESSION),
                few,
                List.of(new Slice("cut", "\u001b[2J\n", few)),
                Optional.empty());

        assertThat(ConsoleReport.evaluation(evaluation).get(2)).startsWith("cut = \\u001b[2J\\n     4   500");
    }

    @Test
    void a_classification_shows_its_confusion_matrix() {
        Evaluation evaluation = new Evaluation(
                Evaluation.FORMAT,
                Task.CLASSIFICATION,
                "t",
                0.95,
                reported(Task.CLASSIFICATION),
                new Scores(3, new TreeMap<>(Map.of("accuracy", 2.0 / 3))),
                List.of(),
                Optional.of(new Labels(List.of("no", "yes"), List.of(List.of(1L, 1L), List.of(0L, 1L)))));

        assertThat(ConsoleReport.evaluation(evaluation))
                .endsWith("", "true \\ predicted  no  yes", "no                 1    1", "yes                0    1");
    }

    @Test
    void the_summary_names_every_failed_gate() {
        assertThat(ConsoleReport.summary(VERDICT, AcceptCommand.ONLY))
                .isEqualTo("1 of 3 gates fail:\n  rmse is 612.4, but at most 600 is allowed (model.yaml line 12).");
    }

    @Test
    void a_model_that_breaks_no_bound_is_not_called_bad() {
        Bound rise = new Bound(Kind.MAX_INCREASE, 1, false);

        assertThat(ConsoleReport.failure("m", failing(moved(4, 3, rise, Reason.OTHER_ROWS)), AcceptCommand.ONLY))
                .isEqualTo(
                        "'m' could not be judged: 1 of 1 gates fail:\n  rmse cannot be compared: the accepted 4 is of"
                                + " other test rows than 3, which it is now (model.yaml line 12). 'mvn ml:accept', in the change"
                                + " that brings the rows, makes the two comparable.");
        assertThat(ConsoleReport.failure(
                        "m",
                        failing(moved(4, 3, rise, Reason.OTHER_ROWS), moved(4, 6, rise, Reason.BROKEN)),
                        AcceptCommand.ONLY))
                .startsWith("'m' is not good enough: 2 of 2 gates fail:\n  rmse cannot be compared: ");
    }

    @Test
    void each_gate_is_a_line_with_its_outcome() {
        assertThat(ConsoleReport.verdict(VERDICT, AcceptCommand.ONLY))
                .containsExactly(
                        "PASS  mae is 280.1, at most 400 is allowed (model.yaml line 12).",
                        "FAIL  rmse is 612.4, but at most 600 is allowed (model.yaml line 12).",
                        "INCONCLUSIVE  r2 is 0.9, and there is no accepted model yet to compare it with (model.yaml line"
                                + " 12). 'mvn ml:accept' makes this model the accepted one.");
    }

    @Test
    void what_fails_whether_the_model_is_accepted_or_not_is_named_with_the_place_to_change() {
        assertThat(ConsoleReport.staysRed(VERDICT, new AcceptCommand("mvn ml:accept@small")))
                .contains(
                        "A lock changes nothing of what model.yaml demands: accepted or not, each build that checks this"
                                + " model fails by rmse <= 600 (model.yaml line 12). To have it pass, change that gate in"
                                + " model.yaml, and run mvn ml:accept@small again.");
        assertThat(ConsoleReport.staysRed(
                        failing(
                                limited("r2", 0.4, new Bound(Kind.MIN, 0.5, false), Reason.BROKEN),
                                limited("mape", 0, new Bound(Kind.MAX, 1, false), Reason.NOT_MEASURED)),
                        AcceptCommand.ONLY))
                .contains(
                        "A lock changes nothing of what model.yaml demands: accepted or not, each build that checks this"
                                + " model fails by r2 >= 0.5 (model.yaml line 12), mape <= 1 (model.yaml line 12). To have it pass,"
                                + " change these gates in model.yaml, and run mvn ml:accept again.");
    }

    @Test
    void what_accepting_mends_is_not_said_to_stay_red() {
        Bound rise = new Bound(Kind.MAX_INCREASE, 1, false);

        assertThat(ConsoleReport.staysRed(
                        failing(moved(3, 5, rise, Reason.BROKEN), moved(3, 3, rise, Reason.OTHER_ROWS)),
                        AcceptCommand.ONLY))
                .isEmpty();
    }

    private static Verdict failing(GateResult... gates) {
        return new Verdict(
                Verdict.FORMAT, Outcome.FAIL, Strictness.NONE, BaselineModel.NOT_ASKED.told(), List.of(gates));
    }

    private static List<Reported> reported(Task task) {
        return Catalog.builtIn().of(MetricDescriptor.class, task).stream()
                .filter(MetricDescriptor::usual)
                .map(metric -> Reported.of(AskedMetric.of(metric), true))
                .toList();
    }

    @Test
    void advice_to_accept_says_the_command_of_the_model() {
        Finding finding = Finding.of(
                        FindingCode.DRIFT_BASELINE, Severity.WARNING, Subject.rule(new SpecPlace("small.yaml", 7, 1)))
                .with("file", "small.profile.json")
                .with("reason", "no-hash");

        assertThat(ConsoleReport.finding(finding, new AcceptCommand("mvn ml:accept@small")))
                .containsExactly(
                        "The data is compared with nothing (small.yaml line 7): small.profile.json is of a version that kept"
                                + " no profile. Accept the model: mvn ml:accept@small. [drift-baseline]");
    }
}
