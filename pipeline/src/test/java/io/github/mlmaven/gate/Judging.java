package io.github.mlmaven.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Task;
import io.github.mlmaven.gate.Gates.Judged;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.spec.GateSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.BaselineModel;
import io.github.mlmaven.step.Behaviour;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.step.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gates in a model.yaml of their own, and evaluations to judge by them. */
record Judging(Path folder) {

    /** A build that knows no other model. */
    private static final Comparison ALONE = Comparison.without(BaselineModel.NOT_ASKED.told(), List.of());

    private static Judged judged(Evaluation evaluation, Comparison comparison) {
        return new Judged(evaluation, comparison, new Behaviour(Behaviour.FORMAT, List.of()));
    }

    /** The verdict on an evaluation without an accepted model. */
    Verdict judge(String gates, Evaluation evaluation) {
        return Gates.judge(spec(gates), judged(evaluation, ALONE), Optional.empty(), Strictness.NONE, "1");
    }

    Verdict judge(String gates, Evaluation evaluation, Lock lock) {
        return Gates.judge(spec(gates), judged(evaluation, ALONE), Optional.of(lock), Strictness.NONE, "1");
    }

    /** The verdict where another build's model is compared with. */
    Verdict judge(String gates, Evaluation evaluation, Comparison comparison, Optional<Lock> lock, boolean required) {
        return Gates.judge(spec(gates), judged(evaluation, comparison), lock, new Strictness(required, List.of()), "1");
    }

    /** The verdict on a day. */
    Verdict on(Optional<String> day, String gates, Evaluation evaluation, Lock lock) {
        return Gates.judge(
                spec(gates), judged(evaluation, ALONE), Optional.of(lock), new Strictness(false, List.of(), day), "1");
    }

    /** The verdict where what could not be judged fails. */
    Verdict require(String gates, Evaluation evaluation, Optional<Lock> lock) {
        return Gates.judge(spec(gates), judged(evaluation, ALONE), lock, new Strictness(true, List.of()), "1");
    }

    /** The rule of a gate that stands first and has one bound. */
    static Rule rule(Bound bound) {
        return rule(bound, GateSpec.MIN_TEST_ROWS);
    }

    static Rule rule(Bound bound, long minRows) {
        return new Rule(new SpecPlace("model.yaml", 12, 3), Optional.of(bound), minRows, Severity.ERROR);
    }

    /** A metric of all test rows. */
    static Measured measured(String metric, double value) {
        return Measured.of(metric, Optional.empty(), 1_000, value);
    }

    /** The one gate of a verdict. */
    static GateResult only(Verdict verdict) {
        assertThat(verdict.gates()).hasSize(1);
        assertThat(verdict.gates().get(0).outcome()).isEqualTo(verdict.outcome());
        return verdict.gates().get(0);
    }

    static Evaluation rmse(double value) {
        return scores(Map.of("rmse", value));
    }

    static Evaluation scores(Map<String, Double> metrics) {
        Scores scores = new Scores(1_000, new TreeMap<>(metrics));
        return new Evaluation(1, Task.REGRESSION, "t", 0.95, List.of(), scores, List.of(), Optional.empty());
    }

    /** An evaluation with slices of column x, given as rows and rmse in turn. */
    static Evaluation slices(Number... rowsAndRmse) {
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < rowsAndRmse.length; i += 2) {
            slices.add(new Slice(
                    "x",
                    "v" + i / 2,
                    new Scores(
                            rowsAndRmse[i].longValue(),
                            new TreeMap<>(Map.of("rmse", rowsAndRmse[i + 1].doubleValue())))));
        }
        Scores overall = new Scores(1_000, new TreeMap<>(Map.of("rmse", 5.0)));
        return new Evaluation(1, Task.REGRESSION, "t", 0.95, List.of(), overall, slices, Optional.empty());
    }

    private SpecFile spec(String gates) {
        try {
            return SpecReader.read(Files.writeString(folder.resolve("model.yaml"), """
                    task: regression
                    data:
                      source: d.csv
                      label: y
                    columns:
                      x: {type: category}
                      y: {type: number}
                    evaluate:
                      slices: [x]
                    # what must hold
                    gates: [
                      %s]
                    """.formatted(gates)), "m");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
