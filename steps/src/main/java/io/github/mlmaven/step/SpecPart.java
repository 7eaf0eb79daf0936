package io.github.mlmaven.step;

import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.text.Json;
import java.util.List;
import java.util.function.Function;

/**
 * A part of model.yaml, which a build has read before any step works.
 *
 * @param fact the fact of a lock that it belongs to: {@link #SCHEMA} or {@link #SPEC}
 * @param values what the part says
 */
public record SpecPart(String fact, Function<ModelSpec, List<Object>> values) implements StepInput {

    /** What the data must be. */
    public static final String SCHEMA = "input.schema";

    /** Everything else. */
    public static final String SPEC = "input.spec";

    @Override
    public String value(Surroundings surroundings) {
        return Json.line(values.apply(surroundings.spec().spec()));
    }
}
