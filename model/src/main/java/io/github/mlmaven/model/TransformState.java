package io.github.mlmaven.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mlmaven.api.Extensions;
import io.github.mlmaven.api.FittedTransform;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Transform;
import io.github.mlmaven.text.Json;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fitted transform as a file holds it: the name of its kind, and the components of its record. The file names no class: the
 * kinds are those that the code brings.
 */
record TransformState(String kind, JsonNode state) {

    private static final Map<String, Class<? extends FittedTransform>> BUILT_IN = Map.of(
            "number", Numeric.class, "calendar", Calendar.class, "ordinal", Ordinal.class, "one-hot", OneHot.class);

    /** @param kinds see {@link #kinds} */
    static TransformState of(FittedTransform transform, SortedMap<String, Class<? extends FittedTransform>> kinds) {
        String kind = kinds.entrySet().stream()
                .filter(known -> known.getValue().equals(transform.getClass()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no transform makes a " + transform.getClass()));
        return new TransformState(kind, Json.tree(transform));
    }

    /** The kinds that there is code for, with what they make. */
    static SortedMap<String, Class<? extends FittedTransform>> kinds() {
        SortedMap<String, Class<? extends FittedTransform>> kinds = new TreeMap<>();
        Extensions.of("transform", Transform.class, List.of())
                .all()
                .forEach((name, transform) -> kinds.put(name, transform.fitted()));
        kinds.putAll(BUILT_IN);
        return kinds;
    }

    /**
     * The transform.
     *
     * @param kinds see {@link #kinds}
     * @throws MlException if there is no such kind, or its state is of another form
     */
    FittedTransform restore(SortedMap<String, Class<? extends FittedTransform>> kinds) {
        Class<? extends FittedTransform> type = kinds.get(kind);
        if (type == null) {
            throw new MlException(
                    "No class on the class path is the transform '" + kind + "'.",
                    "Add the dependency that has it. There are " + String.join(", ", kinds.keySet()) + ".");
        }
        try {
            return Json.convert(state, type);
        } catch (IllegalArgumentException e) {
            throw new MlException(
                    "%s holds a transform '%s' that cannot be: %s.".formatted(Bundle.ENCODER, kind, e.getMessage()),
                    "Use the version that made it, or build it again.",
                    e);
        }
    }
}
