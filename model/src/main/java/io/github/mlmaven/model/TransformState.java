package io.github.mlmaven.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mlmaven.api.FittedTransform;
import io.github.mlmaven.text.Json;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fitted transform as a file holds it: the name of its kind, and the components of its record. The file names no class: the
 * kinds are those that the code brings.
 */
record TransformState(String kind, JsonNode state) {

    private static final Map<String, Class<? extends FittedTransform>> KINDS = new TreeMap<>(
            Map.of("number", Numeric.class, "boolean", Flag.class, "ordinal", Ordinal.class, "one-hot", OneHot.class));

    static TransformState of(FittedTransform transform) {
        String kind = KINDS.entrySet().stream()
                .filter(known -> known.getValue().equals(transform.getClass()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(transform.getClass() + " is of no kind"));
        return new TransformState(kind, Json.parse(Json.line(transform), JsonNode.class));
    }

    /**
     * The transform.
     *
     * @throws IllegalArgumentException if there is no such kind, or its state is of another form
     */
    FittedTransform restore() {
        Class<? extends FittedTransform> type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException(
                    "a transform of the kind '" + kind + "', there are " + String.join(", ", KINDS.keySet()));
        }
        try {
            return Json.parse(state.toString(), type);
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "the state of a transform of the kind '" + kind + "': " + e.getMessage(), e);
        }
    }
}
