package io.github.mlmaven.gate;

import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Facts;
import io.github.mlmaven.step.GateResult.Baseline;
import io.github.mlmaven.step.GateResult.BaselineOrigin;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Ruling;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an evaluation is compared with.
 *
 * @param lock the accepted model; empty where none is accepted yet
 * @param required whether what cannot be compared fails
 */
record Comparison(Evaluation evaluation, Optional<Lock> lock, boolean required) {

    /** The accepted value of a metric, by its name in the lock; empty where no model is accepted. */
    Optional<Baseline> baseline(String metric) {
        return lock.map(accepted -> {
            Double value = accepted.metrics().get(metric);
            return new Baseline(
                    BaselineOrigin.LOCK,
                    value == null || !Double.isFinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value),
                    accepted.testRows().equals(Optional.of(evaluation.testRows())));
        });
    }

    /** Whether a metric has intervals where the rows are enough. */
    boolean hasIntervals(String metric) {
        return evaluation.metrics().stream().anyMatch(found -> found.name().equals(metric) && found.hasIntervals());
    }

    /** Accepted metrics that the evaluation does not have, by their names in the lock. */
    SortedMap<String, Double> vanished() {
        SortedMap<String, Double> vanished = new TreeMap<>();
        lock.ifPresent(accepted -> vanished.putAll(accepted.metrics()));
        Set<String> measured = Facts.evaluation(evaluation).keySet();
        vanished.keySet().removeIf(metric -> measured.contains(Lock.METRIC + metric));
        return vanished;
    }

    /** What is absent and should be there fails where it is required. */
    Ruling absent(Outcome otherwise, Reason reason) {
        return new Ruling(required ? Outcome.FAIL : otherwise, reason);
    }
}
