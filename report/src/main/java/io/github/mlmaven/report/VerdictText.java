package io.github.mlmaven.report;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A verdict in the words of the console, for reports that show its parts one by one.
 *
 * @param accept what accepts the model
 */
public record VerdictText(String model, Verdict verdict, AcceptCommand accept) {

    /** What a reviewer reads first: {@code 'diamonds' is not good enough: 2 of 8 gates fail.} */
    public String headline() {
        String count = count() + ".";
        return verdict.failed() ? ConsoleReport.judgement(model, verdict) + ": " + count : count;
    }

    /** What marks the build, in a sentence; empty where nothing does. */
    public Optional<String> weakened() {
        return Optional.of(verdict.strictness().weakened())
                .filter(switches -> !switches.isEmpty())
                .map(VerdictText::weakened);
    }

    /**
     * That switches make a build vouch for less.
     *
     * @param switches at least one, as a person would write them
     */
    public static String weakened(List<String> switches) {
        return "this build vouches for less than it should: " + String.join(", ", switches) + ".";
    }

    /** How many gates fail, or pass where none does, without a full stop. */
    String count() {
        return ConsoleReport.count(verdict);
    }

    /** All gates, the worst first; those that are as bad in the order of model.yaml. */
    public List<GateResult> worstFirst() {
        return verdict.gates().stream()
                .sorted(Comparator.comparing(GateResult::outcome).reversed())
                .toList();
    }

    /** A gate in whole sentences. */
    public String sentence(GateResult gate) {
        return GateText.sentence(gate, accept);
    }

    /** Which model the gates compare with; empty where none does, or a gate tells. */
    public Optional<String> baseline() {
        return ConsoleReport.baseline(verdict);
    }

    /** What a person types to call a goal for this model. */
    public String command(String goal) {
        return accept.of(goal);
    }
}
