package io.github.mlmaven.step;

import java.util.Collections;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a step finds out: a record in a JSON file, which is one of the step's outputs.
 *
 * @param file its name in the model's folder of the build
 * @param stops whether a result is so bad that no later step may run
 * @param facts what a lock records of it, and later builds are held to
 * @param versions what a lock records of the software that made it; it explains a difference, and is none by itself
 */
public record StepResult<R>(
        String file,
        Class<R> type,
        Predicate<R> stops,
        Function<R, SortedMap<String, String>> facts,
        Function<R, SortedMap<String, String>> versions) {

    /** A result that stops nothing and of which a lock records nothing. */
    public static <R> StepResult<R> in(String file, Class<R> type) {
        return new StepResult<>(file, type, result -> false, StepResult::none, StepResult::none);
    }

    public StepResult<R> stoppingIf(Predicate<R> bad) {
        return new StepResult<>(file, type, bad, facts, versions);
    }

    public StepResult<R> locked(Function<R, SortedMap<String, String>> recorded) {
        return new StepResult<>(file, type, stops, recorded, versions);
    }

    public StepResult<R> madeBy(Function<R, SortedMap<String, String>> software) {
        return new StepResult<>(file, type, stops, facts, software);
    }

    private static <R> SortedMap<String, String> none(R result) {
        return Collections.emptySortedMap();
    }
}
