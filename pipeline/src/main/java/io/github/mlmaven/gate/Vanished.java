package io.github.mlmaven.gate;

import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.GateResult.SliceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What was accepted with a metric and is no longer measured: a slice whose rows are gone, or a metric that is not defined any
 * more. A gate sees only what is there, so that these would pass by not being judged.
 */
final class Vanished {

    private final Grounds grounds;
    private final Rule rule;
    private final Map<String, Scores> measured = new HashMap<>();

    /** @param place where model.yaml says what is evaluated */
    Vanished(Grounds grounds, SpecPlace place) {
        this.grounds = grounds;
        this.rule = new Rule(place, Optional.empty(), 0, Severity.ERROR);
        Evaluation evaluation = grounds.evaluation();
        measured.put("", evaluation.overall());
        evaluation
                .slices()
                .forEach(slice -> measured.put(
                        new SliceName(slice.column(), Optional.of(slice.value())).toString(), slice.scores()));
    }

    /** A result for each slice that is gone, and for each metric of the rest. */
    List<GateResult> results() {
        List<GateResult> results = new ArrayList<>();
        Set<String> slices = new LinkedHashSet<>();
        for (String accepted : grounds.vanished().keySet()) {
            String slice = slice(accepted);
            Scores scores = measured.get(slice);
            if (scores != null) {
                results.add(result(accepted, scores.rows(), Optional.of(metric(accepted))));
            } else if (slices.add(slice)) {
                results.add(result(slice, 0, Optional.empty()));
            }
        }
        return results;
    }

    private GateResult result(String id, long rows, Optional<String> metric) {
        return new GateResult(
                id + ".vanished",
                rule,
                Optional.of(new Measured(
                        metric, SliceName.parse(slice(id)), rows, OptionalDouble.empty(), Optional.empty())),
                metric.flatMap(name -> grounds.accepted(id)),
                grounds.absent(Outcome.WARN, Reason.VANISHED));
    }

    // No metric has a bracket in its name.
    private static String slice(String accepted) {
        int bracket = accepted.indexOf('[');
        return bracket < 0 ? "" : accepted.substring(bracket);
    }

    private static String metric(String accepted) {
        return accepted.substring(0, accepted.length() - slice(accepted).length());
    }
}
