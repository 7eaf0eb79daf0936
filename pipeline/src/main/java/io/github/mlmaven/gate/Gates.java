package io.github.mlmaven.gate;

import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.spec.GateSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.step.Verdict.GateResult;
import io.github.mlmaven.step.Verdict.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges an evaluation by the gates of a spec. Every gate is judged, also after one has failed. */
public final class Gates {

    private final SpecFile spec;
    private final Evaluation evaluation;
    private final Optional<Lock> lock;

    private Gates(SpecFile spec, Evaluation evaluation, Optional<Lock> lock) {
        this.spec = spec;
        this.evaluation = evaluation;
        this.lock = lock;
    }

    /**
     * The verdict.
     *
     * @param lock the accepted model; empty where none is accepted yet
     */
    public static Verdict judge(SpecFile spec, Evaluation evaluation, Optional<Lock> lock) {
        List<GateResult> results = new Gates(spec, evaluation, lock).results();
        Outcome worst = results.stream()
                .map(GateResult::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Outcome.INCONCLUSIVE);
        return new Verdict(Verdict.FORMAT, worst, results);
    }

    private List<GateResult> results() {
        List<GateResult> results = new ArrayList<>();
        List<GateSpec> gates = spec.spec().gates();
        for (int i = 0; i < gates.size(); i++) {
            String place = spec.at("gates", Integer.toString(i));
            results.addAll(results(gates.get(i), new Judge(gates.get(i), place, lock, evaluation.testRows())));
        }
        if (results.isEmpty()) {
            results.add(new GateResult(
                    "gates",
                    Outcome.INCONCLUSIVE,
                    spec.path().getFileName()
                            + " has no gates, so nothing says how good the model must be. Add some, such as"
                            + " 'gates: [{metric: ..., max: ...}]'."));
        }
        return results;
    }

    private List<GateResult> results(GateSpec gate, Judge judge) {
        if (gate.slice().isEmpty()) {
            return judge.judge(Measured.of(gate.metric(), evaluation.overall()));
        }
        String column = gate.slice().get();
        List<GateResult> results = new ArrayList<>();
        long judged = 0;
        for (Slice slice : evaluation.slices()) {
            if (slice.column().equals(column)) {
                Measured measured = Measured.of(gate.metric(), slice);
                boolean enough = measured.rows() >= gate.minRows();
                judged += enough ? 1 : 0;
                results.addAll(enough ? judge.judge(measured) : List.of(judge.tooFewRows(measured)));
            }
        }
        if (judged == 0) {
            results.add(judge.noSlice(column, results.isEmpty()));
        }
        return results;
    }
}
