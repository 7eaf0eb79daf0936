package io.github.mlmaven.gate;

import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.spec.BehaviourSpec;
import io.github.mlmaven.spec.GateSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.BaselineModel.Search;
import io.github.mlmaven.step.BaselineOrigin;
import io.github.mlmaven.step.Behaviour;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Baseline;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.GateResult.SliceName;
import io.github.mlmaven.step.Obstacle.Kind;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.step.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Judges an evaluation by the gates of a spec. Every gate is judged, also after one has failed. */
public final class Gates {

    private final SpecFile spec;
    private final Grounds grounds;
    private final Behaviour behaviour;

    private Gates(SpecFile spec, Grounds grounds, Behaviour behaviour) {
        this.spec = spec;
        this.grounds = grounds;
        this.behaviour = behaviour;
    }

    /**
     * What is judged.
     *
     * @param comparison with another build's model on the same rows, as far as there is one
     * @param behaviour of the tests of the spec, in their order
     */
    public record Judged(Evaluation evaluation, Comparison comparison, Behaviour behaviour) {}

    /**
     * The verdict.
     *
     * @param lock the accepted model; empty where none is accepted yet
     * @param strictness what becomes of gates that could not be judged
     * @param version the project's
     */
    public static Verdict judge(
            SpecFile spec, Judged judged, Optional<Lock> lock, Strictness strictness, String version) {
        Comparison comparison = judged.comparison();
        Grounds grounds = new Grounds(judged.evaluation(), comparison, lock, strictness.required());
        List<GateResult> results = named(new Gates(spec, grounds, judged.behaviour()).results(version)).stream()
                .map(new Waivers(lock, strictness.day())::applied)
                .toList();
        Outcome worst = results.stream()
                .map(GateResult::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Outcome.INCONCLUSIVE);
        return new Verdict(Verdict.FORMAT, worst, strictness, comparison.baseline(), results);
    }

    private List<GateResult> results(String version) {
        List<GateResult> results = new ArrayList<>();
        List<GateSpec> gates = spec.spec().gates();
        Losses losses = new Losses(gates, grounds);
        for (int i = 0; i < gates.size(); i++) {
            Judge judge = new Judge(gates.get(i), spec.place("gates", Integer.toString(i)), grounds, losses);
            results.addAll(results(gates.get(i), judge));
        }
        results.addAll(behaved());
        if (results.isEmpty()) {
            results.add(ofAll("gates", grounds.absent(Outcome.INCONCLUSIVE, Reason.NO_GATES)));
        }
        withoutModel().ifPresent(results::add);
        spec.spec()
                .contract()
                .flatMap(asked -> new ContractGate(asked, spec.place("contract"), grounds).result(version))
                .ifPresent(results::add);
        results.addAll(new Vanished(grounds, spec.place("evaluate", "slices")).results());
        boolean silent = results.stream().noneMatch(result -> isJudged(result) || result.outcome() == Outcome.FAIL);
        if (grounds.required() && silent) {
            results.add(ofAll("gates.judged", new Ruling(Outcome.FAIL, Reason.NONE_JUDGED)));
        }
        return results;
    }

    private List<GateResult> behaved() {
        List<BehaviourSpec> tests = spec.spec().behaviour();
        List<GateResult> results = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            results.add(new BehaviourGate(tests.get(i), spec.place("behaviour", Integer.toString(i)))
                    .judge(behaviour.tests().get(i)));
        }
        return results;
    }

    /** That a model which should have been compared with was not: the lock then stands in for it. */
    private Optional<GateResult> withoutModel() {
        Comparison comparison = grounds.comparison();
        boolean isUnreached = comparison.baseline().search() == Search.UNREACHED;
        if (!isUnreached && comparison.obstacles().isEmpty()) {
            return Optional.empty();
        }
        boolean isDamaged = comparison.obstacles().stream().anyMatch(obstacle -> obstacle.kind() == Kind.UNREADABLE);
        Ruling ruling = isUnreached
                ? grounds.absent(Outcome.WARN, Reason.BASELINE_UNREACHED)
                : isDamaged
                        ? grounds.absent(Outcome.WARN, Reason.BASELINE_UNUSABLE)
                        : new Ruling(Outcome.WARN, Reason.BASELINE_UNUSABLE);
        Baseline baseline = new Baseline(
                comparison.baseline().origin().orElse(BaselineOrigin.RELEASE),
                comparison.baseline().name(),
                OptionalDouble.empty(),
                false,
                Optional.empty(),
                comparison.obstacles());
        Rule none = new Rule(spec.place("gates"), Optional.empty(), 0, Severity.ERROR);
        return Optional.of(new GateResult("baseline", none, Optional.empty(), Optional.of(baseline), ruling));
    }

    private static boolean isJudged(GateResult result) {
        return switch (result.ruling().reason()) {
            case HOLDS, BROKEN, UNCERTAIN -> true;
            default -> false;
        };
    }

    private GateResult ofAll(String id, Ruling ruling) {
        Rule none = new Rule(spec.place("gates"), Optional.empty(), 0, Severity.ERROR);
        return new GateResult(id, none, Optional.empty(), Optional.empty(), ruling);
    }

    private List<GateResult> results(GateSpec gate, Judge judge) {
        Evaluation evaluation = grounds.evaluation();
        if (gate.slice().isEmpty()) {
            return judge.judge(measured(gate.metric(), Optional.empty(), evaluation.overall()));
        }
        String column = gate.slice().get();
        List<GateResult> results = new ArrayList<>();
        List<Measured> held = new ArrayList<>();
        long judged = 0;
        for (Slice slice : evaluation.slices()) {
            if (slice.column().equals(column)) {
                SliceName name = new SliceName(column, Optional.of(slice.value()));
                Measured measured = measured(gate.metric(), Optional.of(name), slice.scores());
                boolean isHeld = gate.bounds().areBetweenSlices() && measured.rows() >= gate.rowsNeededBetween();
                boolean isJudged = gate.bounds().areOfEach() && measured.rows() >= gate.rowsNeeded();
                judged += isHeld || isJudged ? 1 : 0;
                results.addAll(
                        isJudged ? judge.judge(measured) : isHeld ? List.of() : List.of(judge.tooFewRows(measured)));
                if (isHeld) {
                    held.add(measured);
                }
            }
        }
        if (judged == 0) {
            results.add(judge.noSlice(every(gate), results.isEmpty()));
        } else if (gate.bounds().areBetweenSlices()) {
            results.addAll(judge.between(every(gate), held));
        }
        return results;
    }

    /** All that a gate is for, without a value. */
    private static Measured every(GateSpec gate) {
        return new Measured(
                Optional.of(gate.metric()),
                gate.slice().map(column -> new SliceName(column, Optional.empty())),
                0,
                OptionalDouble.empty(),
                Optional.empty());
    }

    private static Measured measured(String metric, Optional<SliceName> of, Scores scores) {
        Double value = scores.metrics().get(metric);
        return new Measured(
                Optional.of(metric),
                of,
                scores.rows(),
                value == null || !Double.isFinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value),
                Optional.ofNullable(scores.intervals().get(metric)));
    }

    // Two gates may bound one metric the same way, one as a warning and one as an error.
    private static List<GateResult> named(List<GateResult> results) {
        Map<String, Integer> seen = new HashMap<>();
        return results.stream()
                .map(result -> {
                    int count = seen.merge(result.id(), 1, Integer::sum);
                    return count == 1 ? result : result.named(result.id() + "#" + count);
                })
                .toList();
    }
}
