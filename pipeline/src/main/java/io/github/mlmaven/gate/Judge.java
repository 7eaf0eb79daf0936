package io.github.mlmaven.gate;

import io.github.mlmaven.gate.Limit.Side;
import io.github.mlmaven.gate.Movement.Direction;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.spec.GateSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.step.Verdict.GateResult;
import io.github.mlmaven.step.Verdict.Outcome;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges metrics by one gate of the spec: a result for each of its bounds. */
final class Judge {

    private final GateSpec gate;
    private final String place;
    private final Optional<Lock> lock;
    private final String testRows;
    private final List<Limit> limits = new ArrayList<>();
    private final List<Movement> movements = new ArrayList<>();

    /**
     * A judge for one gate.
     *
     * @param place where the gate stands, for messages
     * @param testRows which rows were tested
     */
    Judge(GateSpec gate, String place, Optional<Lock> lock, String testRows) {
        this.gate = gate;
        this.place = place;
        this.lock = lock;
        this.testRows = testRows;
        gate.bounds().min().ifPresent(min -> limits.add(new Limit(Side.AT_LEAST, min)));
        gate.bounds().max().ifPresent(max -> limits.add(new Limit(Side.AT_MOST, max)));
        gate.bounds().baseline().ifPresent(baseline -> {
            baseline.maxIncrease().ifPresent(far -> movements.add(new Movement(Direction.RISE, far)));
            baseline.maxDecrease().ifPresent(far -> movements.add(new Movement(Direction.FALL, far)));
        });
    }

    List<GateResult> judge(Measured measured) {
        List<GateResult> results = new ArrayList<>();
        limits.forEach(limit -> results.add(judge(measured, limit)));
        movements.forEach(movement -> results.add(judge(measured, movement)));
        return results;
    }

    private GateResult judge(Measured measured, Limit limit) {
        String rule = measured.name() + " " + limit.rule();
        if (measured.value().isEmpty()) {
            return notMeasured(rule, measured);
        }
        double value = measured.value().getAsDouble();
        return new GateResult(
                rule, outcome(limit.holds(value)), limit.sentence(measured.name(), value) + " (" + place + ").");
    }

    private GateResult judge(Measured measured, Movement movement) {
        String rule = measured.name() + " " + movement.rule();
        if (measured.value().isEmpty()) {
            return notMeasured(rule, measured);
        }
        if (lock.isEmpty()) {
            return new GateResult(
                    rule,
                    Outcome.INCONCLUSIVE,
                    measured.name() + " is " + Numbers.brief(measured.value().getAsDouble())
                            + ", and there is no accepted model yet to compare it with (" + place
                            + "). 'mvn ml:accept' makes this model the accepted one.");
        }
        Double accepted = lock.get().metrics().get(measured.fact());
        if (accepted == null || !Double.isFinite(accepted)) {
            return new GateResult(
                    rule,
                    broken(),
                    "The lock has no accepted " + measured.name() + ", so its change cannot be judged (" + place
                            + "). Accept the model again with 'mvn ml:accept', or remove the baseline.");
        }
        return compared(rule, measured, movement, accepted);
    }

    private GateResult compared(String rule, Measured measured, Movement movement, double accepted) {
        double value = measured.value().getAsDouble();
        boolean sameRows = lock.flatMap(Lock::testRows).equals(Optional.of(testRows));
        return new GateResult(
                rule,
                outcome(movement.holds(accepted, value)),
                movement.sentence(measured.name(), accepted, value) + " (" + place + ")."
                        + (sameRows ? "" : " The accepted value is of other test rows."));
    }

    private GateResult notMeasured(String rule, Measured measured) {
        return new GateResult(
                rule,
                broken(),
                "%s is not defined for its %s test rows, so the gate fails (%s)."
                        .formatted(measured.name(), Numbers.count(measured.rows()), place));
    }

    GateResult tooFewRows(Measured measured) {
        return new GateResult(
                measured.name(),
                Outcome.INCONCLUSIVE,
                "%s is not judged: the slice has %s test rows, and min-rows is %s (%s)."
                        .formatted(
                                measured.name(), Numbers.count(measured.rows()), Numbers.count(gate.minRows()), place));
    }

    /** The result of a gate that judged no slice at all. */
    GateResult noSlice(String column, boolean noneExists) {
        String reason = noneExists
                ? "the evaluation has no slice of it"
                : "each slice has fewer test rows than min-rows, " + Numbers.count(gate.minRows());
        return new GateResult(
                gate.metric() + " of " + column,
                broken(),
                "%s of %s was judged on no slice, so the gate fails: %s (%s)."
                        .formatted(gate.metric(), column, reason, place));
    }

    private Outcome outcome(boolean holds) {
        return holds ? Outcome.PASS : broken();
    }

    private Outcome broken() {
        return gate.severity() == Severity.ERROR ? Outcome.FAIL : Outcome.WARN;
    }
}
