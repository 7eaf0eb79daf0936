package io.github.mlmaven.step;

import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.GateResult.SliceName;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Facts about a build, by name. The first part of a name says what kind of fact it is: {@code input}, {@code train},
 * {@code version}, {@code output}, {@code metric} or {@code test}.
 */
public final class Facts {

    private Facts() {}

    /** What the build starts from, known before any step runs: data, schema and the rest of the spec. */
    public static SortedMap<String, String> inputs(Steps steps, BuildState state) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("input.data", state.data());
        parts(steps, state.spec().spec()).forEach((fact, values) -> facts.put(fact, Sha256.of(Json.line(values))));
        return facts;
    }

    // Each part once, in the order in which the table of the steps names them.
    private static SortedMap<String, List<Object>> parts(Steps steps, ModelSpec spec) {
        Set<StepInput> inputs = new LinkedHashSet<>();
        steps.all().forEach(step -> inputs.addAll(step.reads()));
        SortedMap<String, List<Object>> parts = new TreeMap<>();
        for (StepInput input : inputs) {
            if (input instanceof SpecPart part) {
                parts.computeIfAbsent(part.fact(), fact -> new ArrayList<>())
                        .addAll(part.values().apply(spec));
            }
        }
        return parts;
    }

    /** What came of it, as far as steps are up to date. */
    public static SortedMap<String, String> results(Steps steps, BuildState state) {
        SortedMap<String, String> facts = new TreeMap<>();
        steps.all().forEach(step -> facts.putAll(of(step, state, StepResult::facts)));
        return facts;
    }

    /** The software that made it, as far as steps are up to date. It explains a difference, and is none by itself. */
    public static SortedMap<String, String> versions(Steps steps, BuildState state) {
        SortedMap<String, String> facts = new TreeMap<>();
        steps.all().forEach(step -> facts.putAll(of(step, state, StepResult::versions)));
        return facts;
    }

    private static <R> SortedMap<String, String> of(
            Step<R> step, BuildState state, Function<StepResult<R>, Function<R, SortedMap<String, String>>> which) {
        return state.result(step).map(which.apply(step.result())).orElseGet(TreeMap::new);
    }

    /** Settings with all defaults, and the model's files. */
    static SortedMap<String, String> training(Training training) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("train.trainer", training.settings().trainer());
        facts.put("train.seed", Long.toString(training.settings().seed()));
        training.settings().parameters().forEach((name, value) -> facts.put("train.parameter." + name, value));
        training.files().forEach((name, hash) -> facts.put("output." + name, hash));
        return facts;
    }

    static SortedMap<String, String> versions(Training training) {
        SortedMap<String, String> facts = new TreeMap<>();
        training.versions().forEach((name, version) -> facts.put("version." + name, version));
        return facts;
    }

    /** Which rows were tested, and every metric. */
    public static SortedMap<String, String> evaluation(Evaluation evaluation) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("test.rows", evaluation.testRows());
        scores("", evaluation.overall(), facts);
        for (Slice slice : evaluation.slices()) {
            scores(new SliceName(slice.column(), Optional.of(slice.value())).toString(), slice.scores(), facts);
        }
        return facts;
    }

    /** The bundle's contents. */
    static SortedMap<String, String> bundle(BundleFile bundle) {
        return new TreeMap<>(Map.of("output.bundle", bundle.contents()));
    }

    private static void scores(String suffix, Scores scores, SortedMap<String, String> facts) {
        scores.metrics().forEach((metric, value) -> facts.put("metric." + metric + suffix, Json.line(value)));
    }
}
