package io.github.mlmaven.step;

import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.GateResult.SliceName;
import io.github.mlmaven.text.Json;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Facts about a build, by name. The first part of a name says what kind of fact it is: a key of model.yaml for what a build
 * starts from, and {@code version}, {@code output}, {@code metric}, {@code rows} or {@code test} for what came of it.
 */
public final class Facts {

    /** The SHA-256 of the accepted data's profile, which stands beside the lock: the two belong together. */
    public static final String PROFILE = "profile";

    /** The SHA-256 of what a database answered. */
    public static final String RESULT = "data.result";

    /** How many rows that was. */
    public static final String RESULT_ROWS = "data.result.rows";

    /** The names of what comes of a build. */
    private static final Pattern OF_RESULTS =
            Pattern.compile("rows\\.(data|dropped|test)|test\\.rows|(output|metric|version)\\..+", Pattern.DOTALL);

    private Facts() {}

    /** Whether a name is that of a fact about what came of a build, and not about what it started from. */
    public static boolean isOfResults(String name) {
        return OF_RESULTS.matcher(name).matches();
    }

    /** What the build starts from, known before any step runs: data, schema and the rest of the spec. */
    public static SortedMap<String, String> inputs(Steps steps, BuildState state) {
        Set<StepInput> inputs = new LinkedHashSet<>();
        steps.all().forEach(step -> inputs.addAll(step.reads()));
        SortedMap<String, String> facts = new TreeMap<>();
        inputs.forEach(input -> facts.putAll(state.surroundings().facts(input)));
        return facts;
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

    /** How many rows there are. */
    static SortedMap<String, String> validation(Validation validation) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("rows.data", Long.toString(validation.rows()));
        if (validation.dropped() > 0) {
            facts.put("rows.dropped", Long.toString(validation.dropped()));
        }
        return facts;
    }

    /** The model's files. */
    static SortedMap<String, String> training(Training training) {
        SortedMap<String, String> facts = new TreeMap<>();
        training.files().forEach((name, hash) -> facts.put("output." + name, hash));
        return facts;
    }

    static SortedMap<String, String> versions(Training training) {
        SortedMap<String, String> facts = new TreeMap<>();
        training.versions().forEach((name, version) -> facts.put("version." + name, version));
        return facts;
    }

    /** Which rows were tested, how many, and every metric. */
    public static SortedMap<String, String> evaluation(Evaluation evaluation) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("test.rows", evaluation.testRows());
        facts.put("rows.test", Long.toString(evaluation.overall().rows()));
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
