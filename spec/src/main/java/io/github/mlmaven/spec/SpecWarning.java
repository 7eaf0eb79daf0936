package io.github.mlmaven.spec;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something in a model.yaml that is allowed and most likely not meant, as data: what it says in words is {@code report}'s
 * alone.
 *
 * @param place the key
 * @param values by the names that its {@link SpecWarningCode} gives
 */
public record SpecWarning(SpecWarningCode code, SpecPlace place, SortedMap<String, String> values) {

    public SpecWarning {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    static SpecWarning of(SpecWarningCode code, SpecPlace place, Map<String, String> values) {
        return new SpecWarning(code, place, new TreeMap<>(values));
    }
}
