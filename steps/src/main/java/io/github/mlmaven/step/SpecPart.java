package io.github.mlmaven.step;

import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SpecFacts;
import io.github.mlmaven.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A part of model.yaml, which a build has read before any step works.
 *
 * @param pieces what it consists of
 */
record SpecPart(List<Piece> pieces) implements StepInput {

    SpecPart {
        pieces = List.copyOf(pieces);
    }

    /**
     * A piece that has facts of its own.
     *
     * @param key what their names begin with
     */
    record Piece(String key, Function<ModelSpec, Object> value) {}

    static SpecPart of(String key, Function<ModelSpec, Object> value) {
        return new SpecPart(List.of(new Piece(key, value)));
    }

    SpecPart and(String key, Function<ModelSpec, Object> value) {
        List<Piece> more = new ArrayList<>(pieces);
        more.add(new Piece(key, value));
        return new SpecPart(more);
    }

    @Override
    public String value(Surroundings surroundings) {
        ModelSpec spec = surroundings.spec().spec();
        return Json.line(pieces.stream().map(piece -> piece.value().apply(spec)).toList());
    }

    @Override
    public SortedMap<String, String> facts(Surroundings surroundings) {
        SortedMap<String, String> facts = new TreeMap<>();
        ModelSpec spec = surroundings.spec().spec();
        pieces.forEach(
                piece -> facts.putAll(SpecFacts.of(piece.key(), piece.value().apply(spec))));
        return facts;
    }
}
