package io.github.mlmaven.gate;

import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.step.BaselineModel.Told;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Comparison.Change;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Facts;
import io.github.mlmaven.step.GateResult.Baseline;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Ruling;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What gates go by.
 *
 * @param comparison with another build's model on the same rows, as far as there is one
 * @param lock the accepted model; empty where none is accepted yet
 * @param required whether what cannot be compared fails
 */
record Grounds(Evaluation evaluation, Comparison comparison, Optional<Lock> lock, boolean required) {

    /**
     * What a metric is compared with: the model of another build, or the accepted value where there is no such model.
     *
     * @param metric its name in the lock
     * @return empty where there is neither
     */
    Optional<Baseline> baseline(String metric) {
        Told told = comparison.baseline();
        if (comparison.isOnSameRows()) {
            Optional<Change> change = change(metric);
            return told.origin()
                    .map(origin -> new Baseline(
                            origin,
                            told.name(),
                            change.map(found -> OptionalDouble.of(found.baseline()))
                                    .orElse(OptionalDouble.empty()),
                            true,
                            Optional.empty(),
                            List.of()));
        }
        return accepted(metric);
    }

    /** The accepted value of a metric; empty where no model is accepted. */
    Optional<Baseline> accepted(String metric) {
        return lock.map(accepted -> {
            Double value = accepted.metrics().get(metric);
            return Baseline.ofLock(
                    value == null || !Double.isFinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value),
                    accepted.testRows().equals(Optional.of(evaluation.testRows())));
        });
    }

    /** How a metric changed from the model of another build; empty where there is none, or its metric is not defined. */
    Optional<Change> change(String metric) {
        return Optional.ofNullable(comparison.byFact().get(metric));
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
