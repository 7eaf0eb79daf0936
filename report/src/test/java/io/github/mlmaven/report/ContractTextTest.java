package io.github.mlmaven.report;

import static io.github.mlmaven.report.GateTextTest.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Contract;
import io.github.mlmaven.step.Contract.Change;
import io.github.mlmaven.step.Contract.Kind;
import io.github.mlmaven.step.Contract.Level;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Kept;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.GateResult.Ruling;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of what callers see change. */
class ContractTextTest {

    private static GateResult result(Outcome outcome, Reason reason) {
        return new GateResult(
                "contract",
                new Rule(new SpecPlace("model.yaml", 12, 1), Optional.empty(), 0, Severity.ERROR),
                Optional.empty(),
                Optional.empty(),
                new Ruling(outcome, reason));
    }

    private static GateResult about(Outcome outcome, Reason reason, String now, Level admitted, Change... changes) {
        return result(outcome, reason).about(new Kept(new Contract("1.1.0", List.of(changes)), now, admitted));
    }

    @Test
    void callers_that_see_no_change_or_one_that_is_admitted() {
        says(
                about(Outcome.PASS, Reason.CONTRACT_KEPT, "1.1.1", Level.PATCH),
                "contract",
                "Callers of version 1.1.0 see no change (model.yaml line 12).");
        says(
                about(
                        Outcome.PASS,
                        Reason.CONTRACT_KEPT,
                        "1.2.0",
                        Level.MINOR,
                        new Change(Kind.INPUT, "b", "", "number", Level.MINOR)),
                "contract",
                "Callers of version 1.1.0 see a minor change, which version 1.2.0 admits (model.yaml line 12): the input 'b' is"
                        + " new (number).");
    }

    @Test
    void callers_that_must_change_and_the_version_does_not_say_so() {
        Change gone = new Change(Kind.INPUT, "a", "number", "", Level.MAJOR);
        Change added = new Change(Kind.INPUT, "b", "", "number", Level.MINOR);

        says(
                about(Outcome.FAIL, Reason.CONTRACT_BROKEN, "1.2.0", Level.MINOR, added, gone),
                "contract",
                "Callers of version 1.1.0 see a major change, and version 1.2.0 admits a minor one (model.yaml line 12): the"
                        + " input 'a' is gone; the input 'b' is new (number). Raise the first number of the project's version,"
                        + " or keep what they rely on.");
        says(
                about(Outcome.FAIL, Reason.CONTRACT_BROKEN, "1.1.1", Level.PATCH, added),
                "contract",
                "Callers of version 1.1.0 see a minor change, and version 1.1.1 admits none that they see (model.yaml line 12):"
                        + " the input 'b' is new (number). Raise the second number of the project's version, or keep what they"
                        + " rely on.");
    }

    @Test
    void a_release_that_was_not_read() {
        says(
                result(Outcome.INCONCLUSIVE, Reason.CONTRACT_UNKNOWN),
                "contract",
                "What callers of the last release rely on is not known: no model of a release was read (model.yaml line 12).");
    }

    @Test
    void each_kind_of_change_in_a_line_the_greatest_first() {
        Contract contract = new Contract(
                "1.1.0",
                List.of(
                        new Change(Kind.VALUE, "cut", "Fair", "", Level.MINOR),
                        new Change(Kind.NAME, "", "m", "n", Level.MAJOR),
                        new Change(Kind.TASK, "", "regression", "classification", Level.MAJOR),
                        new Change(Kind.LABEL, "y", "y", "z", Level.MAJOR),
                        new Change(Kind.LABEL_VALUE, "y", "", "p", Level.MAJOR),
                        new Change(Kind.LABEL_ORDER, "y", "p, q", "q, p", Level.MAJOR),
                        new Change(Kind.TYPE, "a", "number", "text", Level.MAJOR),
                        new Change(Kind.REQUIRED, "a", "optional", "required", Level.MAJOR),
                        new Change(Kind.RANGE, "a", "0 .. 10", "1 .. 10", Level.MINOR),
                        new Change(Kind.TEXT, "b", "'y' for true", "", Level.MAJOR),
                        new Change(Kind.PATTERN, "c", "any", "[a-z]+", Level.MINOR),
                        new Change(Kind.LENGTH, "c", " .. ", "1 .. ", Level.MINOR),
                        new Change(Kind.REFUSED, "a", "", "min", Level.MAJOR),
                        new Change(Kind.REFUSED, "a", "max", "", Level.MINOR)));

        assertThat(ContractText.lines(contract))
                .containsExactly(
                        "major: the model's name is n, and was m",
                        "major: the task is classification, and was regression",
                        "major: what it predicts is z, and was y",
                        "major: the label 'p' of 'y' is new",
                        "major: the order of the labels of 'y' is q, p, and was p, q",
                        "major: the input 'a' is text, and was number",
                        "major: the input 'a' is required, and was optional",
                        "major: the text 'y' for true of 'b' is gone",
                        "major: what breaks 'min' of 'a' is refused",
                        "minor: the value 'Fair' of 'cut' is gone",
                        "minor: the range of 'a' is 1 .. 10, and was 0 .. 10",
                        "minor: the pattern of 'c' is [a-z]+, and was any",
                        "minor: the length of 'c' is 1 .. , and was  .. ",
                        "minor: what breaks 'max' of 'a' is refused no more");
    }

    @Test
    void more_changes_than_a_person_reads_are_counted() {
        Change[] many = IntStream.range(0, 11)
                .mapToObj(i -> new Change(Kind.INPUT, "x" + i, "", "number", Level.MINOR))
                .toArray(Change[]::new);

        assertThat(GateText.sentence(
                        about(Outcome.PASS, Reason.CONTRACT_KEPT, "1.2.0", Level.MINOR, many), AcceptCommand.ONLY))
                .endsWith("the input 'x7' is new (number); and 3 more.");
    }
}
