package io.github.mlmaven.report;

import static io.github.mlmaven.report.GateTextTest.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.spec.BehaviourSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.BaselineModel;
import io.github.mlmaven.step.Behaviour.Answer;
import io.github.mlmaven.step.Behaviour.Failing;
import io.github.mlmaven.step.Behaviour.Tried;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Behaved;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.GateResult.Waived;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.step.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of what a model does with rows that were changed or made. */
class BehaviourTextTest {

    @TempDir
    Path folder;

    private BehaviourSpec test(String task, String test) {
        try {
            return SpecReader.read(
                            Files.writeString(folder.resolve("model.yaml"), """
                            task: %s
                            data: {source: d.csv, label: y}
                            columns:
                              carat: {type: number}
                              shop: {type: category}
                              y: {type: %s, when: training}
                            behaviour: [{%s}]
                            """.formatted(
                                            task, task.equals("regression") ? "number" : "category", test)),
                            "m")
                    .spec()
                    .behaviour()
                    .get(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static GateResult result(BehaviourSpec test, Outcome outcome, Reason reason, Tried tried) {
        Bound bound = new Bound(Bound.Kind.MIN, test.bounds().atLeast().value(), false);
        return new GateResult(
                        "behaviour." + test.title(),
                        new Rule(
                                new SpecPlace("model.yaml", 12, 5),
                                Optional.of(bound),
                                test.rowsNeeded(),
                                Severity.ERROR),
                        Optional.of(new Measured(
                                Optional.empty(), Optional.empty(), tried.rows(), tried.share(), Optional.empty())),
                        Optional.empty(),
                        new Ruling(outcome, reason))
                .about(new Behaved(test, tried));
    }

    private GateResult regression(String test, Outcome outcome, Reason reason, Tried tried) {
        return result(test("regression", test), outcome, reason, tried);
    }

    private GateResult classification(String test, Tried tried) {
        return result(test("classification", test), Outcome.FAIL, Reason.BROKEN, tried);
    }

    private static Tried all(long rows) {
        return new Tried(rows, rows, 0, List.of());
    }

    private static Answer value(double number) {
        return new Answer(Optional.empty(), number);
    }

    private static Answer label(String name, double probability) {
        return new Answer(Optional.of(name), probability);
    }

    private static Failing changed(long line, String was, String now, Answer before, Answer after) {
        return new Failing(new Offender("data/d.csv", line, was), Optional.of(now), Optional.of(before), after);
    }

    private static Failing made(long line, Answer answer) {
        return new Failing(new Offender("model.yaml", line, ""), Optional.empty(), Optional.empty(), answer);
    }

    @Test
    void all_rows_hold() {
        says(
                regression("invariant: shop", Outcome.PASS, Reason.HOLDS, all(1_000)),
                "behaviour invariant[shop]",
                "With another 'shop' the prediction stays: true of all 1,000 test rows (model.yaml line 12).");
        says(
                regression(
                        "name: no shop, invariant: shop, values: [A, B], tolerance: 1%",
                        Outcome.PASS, Reason.HOLDS, all(40)),
                "behaviour no shop",
                "With A or B as 'shop' the prediction stays within 1%: true of all 40 test rows (model.yaml line 12).");
        says(
                regression("invariant: carat, by: 0.01, tolerance: 5", Outcome.PASS, Reason.HOLDS, all(40)),
                "behaviour invariant[carat]",
                "Where 'carat' grows by 0.01 the prediction stays within 5: true of all 40 test rows (model.yaml line 12).");
        says(
                regression("decreasing: carat, by: 10%", Outcome.PASS, Reason.HOLDS, all(40)),
                "behaviour decreasing[carat]",
                "Where 'carat' grows by 10% the prediction never rises: true of all 40 test rows (model.yaml line 12).");
    }

    @Test
    void rows_that_do_not_hold_are_named() {
        says(
                regression(
                        "increasing: carat, by: 10%",
                        Outcome.FAIL,
                        Reason.BROKEN,
                        new Tried(40, 39, 0, List.of(changed(17, "0.3", "0.33", value(421.34), value(415.2))))),
                "behaviour increasing[carat]",
                "Where 'carat' grows by 10% the prediction never falls: true of 39 of 40 test rows, and not of all"
                        + " (model.yaml line 12). Not of data/d.csv line 17, where 'carat' from 0.3 to 0.33 takes the"
                        + " prediction from 421.34 to 415.2.");
        Failing row = changed(17, "0.3", "0.33", value(421.34000001), value(421.34));
        says(
                regression(
                        "increasing: carat, by: 10%, tolerance: 1%, at-least: 95%",
                        Outcome.FAIL, Reason.BROKEN, new Tried(10_000, 9_499, 2_000, List.of(row, row, row, row, row))),
                "behaviour increasing[carat] >= 95 %",
                "Where 'carat' grows by 10% the prediction never falls by more than 1%: true of 9,499 of 10,000 test rows"
                        + " (94.99 %), but at least 95 % is required (model.yaml line 12). 2,000 test rows were not tried: the"
                        + " model refuses them, or 'carat' has no value there that can change so."
                        + " Not of data/d.csv line 17, where 'carat' from 0.3 to 0.33 takes the prediction from 421.34000001"
                        + " to 421.34; data/d.csv line 17, where 'carat' from 0.3 to 0.33 takes the prediction from"
                        + " 421.34000001 to 421.34; data/d.csv line 17, where 'carat' from 0.3 to 0.33 takes the prediction"
                        + " from 421.34000001 to 421.34; and 498 more.");
    }

    @Test
    void where_enough_rows_hold_the_others_are_counted_alone() {
        says(
                regression(
                        "increasing: carat, by: 10%, at-least: 97.5%",
                        Outcome.PASS,
                        Reason.HOLDS,
                        new Tried(40, 39, 0, List.of(changed(17, "0.3", "0.33", value(4), value(3))))),
                "behaviour increasing[carat] >= 97.5 %",
                "Where 'carat' grows by 10% the prediction never falls: true of 39 of 40 test rows (97.5 %), at least 97.5 %"
                        + " is required (model.yaml line 12).");
    }

    @Test
    void labels_and_their_probabilities() {
        says(
                classification(
                        "invariant: shop",
                        new Tried(40, 39, 0, List.of(changed(17, "A", "B", label("no", 0.6), label("yes", 0.7))))),
                "behaviour invariant[shop]",
                "With another 'shop' the prediction stays: true of 39 of 40 test rows, and not of all (model.yaml line 12)."
                        + " Not of data/d.csv line 17, where 'shop' from A to B takes the label from no to yes.");
        says(
                classification(
                        "decreasing: carat, by: 1, label: yes, tolerance: 5%",
                        new Tried(40, 39, 0, List.of(changed(17, "1", "2", label("yes", 0.6), label("yes", 0.7))))),
                "behaviour decreasing[carat]",
                "Where 'carat' grows by 1 the probability of yes never rises by more than 5%: true of 39 of 40 test rows, and"
                        + " not of all (model.yaml line 12). Not of data/d.csv line 17, where 'carat' from 1 to 2 takes the"
                        + " probability of yes from 0.6 to 0.7.");
    }

    @Test
    void rows_that_were_made() {
        says(
                regression(
                        "rows: [{carat: 1}, {carat: 2}], min: 10, max: 20.5",
                        Outcome.FAIL,
                        Reason.BROKEN,
                        new Tried(2, 1, 0, List.of(made(9, value(21.25))))),
                "behaviour rows",
                "The prediction for these rows is at least 10 and at most 20.5: true of 1 of 2 rows, and not of all"
                        + " (model.yaml line 12). Not of model.yaml line 9, where 21.25 is predicted.");
        says(
                regression("rows: [{carat: 1}], max: 20", Outcome.PASS, Reason.HOLDS, all(1)),
                "behaviour rows",
                "The prediction for these rows is at most 20: true of the one row (model.yaml line 12).");
        says(
                classification(
                        "rows: [{carat: 1}], label: yes", new Tried(1, 0, 0, List.of(made(9, label("no", 0.6))))),
                "behaviour rows",
                "The label of these rows is yes: true of 0 of 1 rows, and not of all (model.yaml line 12). Not of model.yaml"
                        + " line 9, where no is predicted, with a probability of 0.6.");
        says(
                classification(
                        "rows: [{carat: 1}], label: yes, min: 90%",
                        new Tried(1, 0, 0, List.of(made(9, label("yes", 0.6))))),
                "behaviour rows",
                "The probability of yes for these rows is at least 90%: true of 0 of 1 rows, and not of all (model.yaml line"
                        + " 12). Not of model.yaml line 9, where it is 0.6.");
    }

    @Test
    void too_few_rows_and_none() {
        says(
                regression("invariant: shop", Outcome.INCONCLUSIVE, Reason.TOO_FEW_ROWS, all(29)),
                "behaviour invariant[shop]",
                "With another 'shop' the prediction stays: true of all 29 test rows (model.yaml line 12). But that is too few"
                        + " to pass: it takes 30 (min-rows).");
        says(
                regression("invariant: shop", Outcome.FAIL, Reason.NOT_TRIED, new Tried(0, 0, 12, List.of())),
                "behaviour invariant[shop]",
                "With another 'shop' the prediction stays: no row could be tried, so it does not pass (model.yaml line 12). 12"
                        + " test rows were not tried: the model refuses them, or 'shop' has no value there that can change"
                        + " so.");
    }

    @Test
    void a_waived_test_and_one_for_code_scanning() {
        GateResult broken = regression("invariant: shop", Outcome.FAIL, Reason.BROKEN, new Tried(40, 39, 0, List.of()));
        says(
                broken.waived(new Waived("2026-12-31", "anna", "soon", OptionalDouble.of(0.9), Waived.End.COUNTS)),
                "behaviour invariant[shop]",
                "With another 'shop' the prediction stays: true of 39 of 40 test rows, and not of all (model.yaml line 12)."
                        + " Waived until 2026-12-31 by anna: soon.");
        GateResult untried =
                regression("invariant: shop", Outcome.FAIL, Reason.NOT_TRIED, new Tried(0, 0, 0, List.of()));
        Verdict verdict = new Verdict(
                Verdict.FORMAT,
                Outcome.FAIL,
                Strictness.NONE,
                BaselineModel.NOT_ASKED.told(),
                List.of(broken, untried));

        String sarif = new String(
                new Sarif("m", "1", new SarifPlaces("", "model.yaml")).gates(verdict, AcceptCommand.ONLY),
                StandardCharsets.UTF_8);
        assertThat(sarif)
                .contains(
                        "\"ruleId\": \"gate-broken\"",
                        "\"ruleId\": \"gate-not-tried\"",
                        "\"gate\": \"behaviour.invariant[shop]\"");
        assertThat(new String(JUnitXml.gates("m", verdict, AcceptCommand.ONLY), StandardCharsets.UTF_8))
                .contains("<testcase name=\"behaviour invariant[shop]\"", "failures=\"2\"");
        assertThat(ConsoleReport.failure("m", verdict, AcceptCommand.ONLY))
                .startsWith("'m' is not good enough: 2 of 2");
        assertThat(ConsoleReport.staysRed(verdict, AcceptCommand.ONLY).orElseThrow())
                .contains("behaviour invariant[shop] (model.yaml line 12)");
    }
}
