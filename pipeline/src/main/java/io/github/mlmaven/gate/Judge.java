package io.github.mlmaven.gate;

import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.spec.GateSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.spec.Tolerance;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Baseline;
import io.github.mlmaven.step.GateResult.BaselineOrigin;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.text.KebabCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Judges metrics by one gate of the spec: a result for each of its bounds. */
final class Judge {

    private final GateSpec gate;
    private final SpecPlace place;
    private final Optional<Lock> lock;
    private final String testRows;
    private final List<Bound> bounds = new ArrayList<>();

    /**
     * A judge for one gate.
     *
     * @param place where the gate stands
     * @param testRows which rows were tested
     */
    Judge(GateSpec gate, SpecPlace place, Optional<Lock> lock, String testRows) {
        this.gate = gate;
        this.place = place;
        this.lock = lock;
        this.testRows = testRows;
        gate.bounds().min().ifPresent(min -> bounds.add(new Bound(Kind.MIN, min, false)));
        gate.bounds().max().ifPresent(max -> bounds.add(new Bound(Kind.MAX, max, false)));
        gate.bounds().baseline().ifPresent(baseline -> {
            baseline.maxIncrease().ifPresent(far -> bounds.add(movement(Kind.MAX_INCREASE, far)));
            baseline.maxDecrease().ifPresent(far -> bounds.add(movement(Kind.MAX_DECREASE, far)));
        });
    }

    private static Bound movement(Kind kind, Tolerance far) {
        return new Bound(kind, far.value(), far.relative());
    }

    List<GateResult> judge(Measured measured) {
        return bounds.stream().map(bound -> judge(measured, bound)).toList();
    }

    private GateResult judge(Measured measured, Bound bound) {
        if (measured.value().isEmpty()) {
            return result(Optional.of(bound), measured, Optional.empty(), broken(Reason.NOT_MEASURED));
        }
        double value = measured.value().getAsDouble();
        if (!bound.kind().isMovement()) {
            Ruling ruling = ruling(new Limit(bound).holds(value));
            return result(Optional.of(bound), measured, Optional.empty(), ruling);
        }
        Optional<Baseline> baseline = lock.map(accepted -> baseline(accepted, measured));
        return result(Optional.of(bound), measured, baseline, ruling(new Movement(bound), value, baseline));
    }

    private Baseline baseline(Lock accepted, Measured measured) {
        Double value = accepted.metrics().get(measured.fact());
        return new Baseline(
                BaselineOrigin.LOCK,
                value == null || !Double.isFinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value),
                accepted.testRows().equals(Optional.of(testRows)));
    }

    private Ruling ruling(Movement movement, double value, Optional<Baseline> baseline) {
        if (baseline.isEmpty()) {
            return new Ruling(Outcome.INCONCLUSIVE, Reason.NO_BASELINE);
        }
        OptionalDouble accepted = baseline.get().value();
        return accepted.isEmpty()
                ? broken(Reason.NOT_IN_BASELINE)
                : ruling(movement.holds(accepted.getAsDouble(), value));
    }

    GateResult tooFewRows(Measured measured) {
        Ruling ruling = new Ruling(Outcome.INCONCLUSIVE, Reason.TOO_FEW_ROWS);
        return result(Optional.empty(), measured, Optional.empty(), ruling);
    }

    /**
     * The result of a gate that judged no slice at all.
     *
     * @param every all slices of the column
     */
    GateResult noSlice(Measured every, boolean noneExists) {
        Ruling ruling = broken(noneExists ? Reason.NO_SLICE : Reason.NO_SLICE_LARGE_ENOUGH);
        return result(Optional.empty(), every, Optional.empty(), ruling);
    }

    private GateResult result(Optional<Bound> bound, Measured measured, Optional<Baseline> baseline, Ruling ruling) {
        String id = measured.fact()
                + bound.map(found -> "." + KebabCase.of(found.kind())).orElse("");
        Rule rule = new Rule(place, bound, gate.minRows(), gate.severity());
        return new GateResult(id, rule, Optional.of(measured), baseline, ruling);
    }

    private Ruling ruling(boolean holds) {
        return holds ? new Ruling(Outcome.PASS, Reason.HOLDS) : broken(Reason.BROKEN);
    }

    private Ruling broken(Reason reason) {
        return new Ruling(gate.severity() == Severity.ERROR ? Outcome.FAIL : Outcome.WARN, reason);
    }
}
