package io.github.mlmaven.gate;

import io.github.mlmaven.chance.Deviations;
import io.github.mlmaven.chance.Holm;
import io.github.mlmaven.spec.GateSpec;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.Comparison.Change;
import io.github.mlmaven.step.Comparison.Uncertainty;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.GateResult.Loss;
import io.github.mlmaven.step.GateResult.SliceName;
import io.github.mlmaven.text.KebabCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How much worse a model is than its baseline on the same rows, for all gates that compare. They share one probability that
 * a model which is no worse is called so: half of it is for gates of all test rows, half for those of slices; all of it for
 * one kind where there is none of the other.
 */
final class Losses {

    /** How often a model that is no worse than its baseline is called worse at most, whatever the number of gates. */
    static final double ERROR = 0.05;

    /** Of an interval whose one side is left out with the probability {@link #ERROR}. */
    private static final double CONFIDENCE = 1 - 2 * ERROR;

    private final Grounds grounds;
    private final Set<String> beyondChance = new HashSet<>();

    Losses(List<GateSpec> gates, Grounds grounds) {
        this.grounds = grounds;
        Map<String, Double> whole = new HashMap<>();
        Map<String, Double> slices = new HashMap<>();
        for (GateSpec gate : gates) {
            for (Kind kind : kinds(gate)) {
                if (gate.slice().isEmpty()) {
                    add(gate, kind, "", grounds.evaluation().overall(), whole);
                } else {
                    grounds.evaluation().slices().stream()
                            .filter(slice -> slice.column().equals(gate.slice().get()))
                            .forEach(slice -> add(gate, kind, name(slice), slice.scores(), slices));
                }
            }
        }
        double error = whole.isEmpty() || slices.isEmpty() ? ERROR : ERROR / 2;
        beyondChance.addAll(Holm.beyondChance(whole, error));
        beyondChance.addAll(Holm.beyondChance(slices, error));
    }

    private static List<Kind> kinds(GateSpec gate) {
        return gate.bounds()
                .baseline()
                .map(limit -> {
                    List<Kind> kinds = new ArrayList<>();
                    limit.maxIncrease().ifPresent(far -> kinds.add(Kind.MAX_INCREASE));
                    limit.maxDecrease().ifPresent(far -> kinds.add(Kind.MAX_DECREASE));
                    return kinds;
                })
                .orElse(List.of());
    }

    private static String name(Slice slice) {
        return new SliceName(slice.column(), Optional.of(slice.value())).toString();
    }

    /** That a metric is no worse, one way, is one question, however many gates ask it. */
    private void add(GateSpec gate, Kind kind, String slice, Scores scores, Map<String, Double> chances) {
        Double value = scores.metrics().get(gate.metric());
        String fact = gate.metric() + slice;
        // What is broken is broken on however few rows; a slice that is too small is not judged.
        if (value == null || (gate.slice().isPresent() && scores.rows() < gate.rowsNeeded())) {
            return;
        }
        grounds.change(fact)
                .ifPresent(change -> change.uncertainty()
                        .ifPresent(error -> chances.put(
                                question(fact, kind), chance(worse(kind, value - change.baseline()), error))));
    }

    private static double chance(double worse, Uncertainty uncertainty) {
        if (uncertainty.error() == 0) {
            return worse > 0 ? 0 : 1;
        }
        return Deviations.chance(worse / uncertainty.error(), uncertainty.degrees());
    }

    private static double worse(Kind kind, double rise) {
        return kind == Kind.MAX_INCREASE ? rise : -rise;
    }

    private static String question(String fact, Kind kind) {
        return fact + "." + KebabCase.of(kind);
    }

    /**
     * The loss of a metric; empty where it is not known how much of it is chance. A share of a baseline that may as well be 0
     * says nothing: the loss is then in the metric's unit, beside the share of the baseline as it was measured.
     *
     * @param fact the metric's name in the lock
     */
    Optional<Loss> of(String fact, Bound bound, double value) {
        Optional<Change> found = grounds.change(fact);
        if (found.isEmpty() || found.get().uncertainty().isEmpty()) {
            return Optional.empty();
        }
        double baseline = found.get().baseline();
        Uncertainty uncertainty = found.get().uncertainty().get();
        double worse = worse(bound.kind(), value - baseline);
        double deviations = Deviations.student(CONFIDENCE, uncertainty.degrees());
        boolean beyond = beyondChance.contains(question(fact, bound.kind()));
        if (bound.relative() && uncertainty.relative().isPresent() && baseline != 0) {
            double reach = deviations * uncertainty.relative().getAsDouble();
            return Optional.of(new Loss(worse / Math.abs(baseline), reach, bound.amount(), true, beyond));
        }
        double tolerance = bound.relative() ? Math.abs(baseline) * bound.amount() : bound.amount();
        return Optional.of(new Loss(worse, deviations * uncertainty.error(), tolerance, false, beyond));
    }
}
