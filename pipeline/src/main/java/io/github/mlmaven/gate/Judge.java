package io.github.mlmaven.gate;

import io.github.mlmaven.spec.GateSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.spec.Tolerance;
import io.github.mlmaven.step.BaselineOrigin;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Baseline;
import io.github.mlmaven.step.GateResult.Loss;
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
    private final Grounds grounds;
    private final Losses losses;
    private final List<Bound> bounds = new ArrayList<>();
    private final List<Bound> between = new ArrayList<>();

    /**
     * A gate.
     *
     * @param place where it stands
     * @param losses of all gates
     */
    Judge(GateSpec gate, SpecPlace place, Grounds grounds, Losses losses) {
        this.gate = gate;
        this.place = place;
        this.grounds = grounds;
        this.losses = losses;
        gate.bounds().min().ifPresent(min -> bounds.add(new Bound(Kind.MIN, min.value(), false)));
        gate.bounds().max().ifPresent(max -> bounds.add(new Bound(Kind.MAX, max.value(), false)));
        gate.bounds().baseline().ifPresent(baseline -> {
            baseline.maxIncrease().ifPresent(far -> bounds.add(movement(Kind.MAX_INCREASE, far)));
            baseline.maxDecrease().ifPresent(far -> bounds.add(movement(Kind.MAX_DECREASE, far)));
        });
        gate.bounds().maxGap().ifPresent(gap -> between.add(new Bound(Kind.MAX_GAP, gap.value(), false)));
        gate.bounds().minRatio().ifPresent(ratio -> between.add(new Bound(Kind.MIN_RATIO, ratio.value(), false)));
    }

    private static Bound movement(Kind kind, Tolerance far) {
        return new Bound(kind, far.value(), far.relative());
    }

    List<GateResult> judge(Measured measured) {
        return bounds.stream().map(bound -> judge(measured, bound)).toList();
    }

    /**
     * Holds the slices of a column against each other.
     *
     * @param every all slices of the column
     * @param slices those with enough rows
     */
    List<GateResult> between(Measured every, List<Measured> slices) {
        return between.stream().map(bound -> between(every, slices, bound)).toList();
    }

    private GateResult between(Measured every, List<Measured> slices, Bound bound) {
        Optional<Measured> undefined =
                slices.stream().filter(slice -> slice.value().isEmpty()).findFirst();
        if (undefined.isPresent()) {
            return result(
                    every.fact(), Optional.of(bound), undefined.get(), Optional.empty(), broken(Reason.NOT_MEASURED));
        }
        if (slices.size() < 2) {
            Measured only = slices.isEmpty() ? every : slices.get(0);
            return result(every.fact(), Optional.of(bound), only, Optional.empty(), broken(Reason.ONLY_SLICE));
        }
        Gap gap = Gap.of(slices);
        Measured apart = gap.measured(every, bound.kind());
        Ruling ruling = limited(new Limit(bound), apart);
        return result(every.fact(), Optional.of(bound), apart, Optional.empty(), ruling)
                .about(gap.between());
    }

    private GateResult judge(Measured measured, Bound bound) {
        Optional<Baseline> baseline = bound.kind().isMovement() ? baseline(measured, bound) : Optional.empty();
        Ruling ruling = measured.value().isEmpty() ? broken(Reason.NOT_MEASURED) : ruling(bound, measured, baseline);
        // A pass is a claim, and takes rows; what is broken is broken on however few.
        boolean holds = ruling.outcome() == Outcome.PASS || ruling.outcome() == Outcome.INCONCLUSIVE;
        boolean enough = !holds || ruling.reason() == Reason.NO_BASELINE || measured.rows() >= gate.rowsNeeded();
        return result(
                Optional.of(bound),
                measured,
                measured.value().isEmpty() ? Optional.empty() : baseline,
                enough ? ruling : new Ruling(Outcome.INCONCLUSIVE, Reason.TOO_FEW_ROWS));
    }

    private Optional<Baseline> baseline(Measured measured, Bound bound) {
        Optional<Loss> loss = measured.value().isEmpty()
                ? Optional.empty()
                : losses.of(measured.fact(), bound, measured.value().getAsDouble());
        return grounds.baseline(measured.fact())
                .map(found -> loss.map(found::losing).orElse(found));
    }

    private Ruling ruling(Bound bound, Measured measured, Optional<Baseline> baseline) {
        return bound.kind().isMovement()
                ? moved(bound, measured.value().orElseThrow(), baseline)
                : limited(new Limit(bound), measured);
    }

    private Ruling limited(Limit limit, Measured measured) {
        if (!limit.holds(measured.value().orElseThrow())) {
            return broken(Reason.BROKEN);
        }
        boolean isSure = measured.interval().map(limit::holds).orElse(!grounds.hasIntervals(gate.metric()));
        return isSure ? new Ruling(Outcome.PASS, Reason.HOLDS) : uncertain();
    }

    private Ruling uncertain() {
        return gate.strict() ? broken(Reason.UNCERTAIN) : new Ruling(Outcome.INCONCLUSIVE, Reason.UNCERTAIN);
    }

    private Ruling moved(Bound bound, double value, Optional<Baseline> baseline) {
        if (baseline.isEmpty()) {
            return grounds.required()
                    ? broken(Reason.NO_BASELINE)
                    : new Ruling(Outcome.INCONCLUSIVE, Reason.NO_BASELINE);
        }
        OptionalDouble accepted = baseline.get().value();
        if (accepted.isEmpty()) {
            return broken(Reason.NOT_IN_BASELINE);
        }
        boolean holds = new Movement(bound).holds(accepted.getAsDouble(), value);
        if (baseline.get().origin() != BaselineOrigin.LOCK && grounds.hasIntervals(gate.metric())) {
            return paired(holds, baseline.get().loss());
        }
        if (!holds) {
            return broken(Reason.BROKEN);
        }
        return baseline.get().sameRows() ? new Ruling(Outcome.PASS, Reason.HOLDS) : otherRows();
    }

    /** Worse beyond chance and by more than is allowed is broken; what is surely allowed holds; all else the rows cannot tell. */
    private Ruling paired(boolean holds, Optional<Loss> loss) {
        if (loss.isEmpty()) {
            return uncertain();
        }
        if (!holds && loss.get().beyondChance()) {
            return broken(Reason.BROKEN);
        }
        return holds && loss.get().isSurelyAllowed() ? new Ruling(Outcome.PASS, Reason.HOLDS) : uncertain();
    }

    private Ruling otherRows() {
        return grounds.required() ? broken(Reason.OTHER_ROWS) : new Ruling(Outcome.WARN, Reason.OTHER_ROWS);
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
        return result(measured.fact(), bound, measured, baseline, ruling);
    }

    private GateResult result(
            String fact, Optional<Bound> bound, Measured measured, Optional<Baseline> baseline, Ruling ruling) {
        String id = fact + bound.map(found -> "." + KebabCase.of(found.kind())).orElse("");
        boolean isBetween = bound.map(between::contains).orElse(!gate.bounds().areOfEach());
        long rows = isBetween ? gate.rowsNeededBetween() : gate.rowsNeeded();
        Rule rule = new Rule(place, bound, rows, gate.severity());
        return new GateResult(id, rule, Optional.of(measured), baseline, ruling);
    }

    private Ruling broken(Reason reason) {
        return new Ruling(gate.severity() == Severity.ERROR ? Outcome.FAIL : Outcome.WARN, reason);
    }
}
