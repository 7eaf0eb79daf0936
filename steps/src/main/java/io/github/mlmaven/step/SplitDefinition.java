package io.github.mlmaven.step;

import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a row's part follows from, so that any engine can compute it; {@code docs/findings.md} has it in SQL.
 *
 * @param by hash, column or time
 * @param columns that are hashed, or the one that is looked at
 * @param parts the condition of each part that is not the rest: a bound of the hash or of the time
 */
public record SplitDefinition(String by, List<String> columns, SortedMap<String, String> parts) {

    public SplitDefinition {
        columns = List.copyOf(columns);
        parts = new TreeMap<>(parts);
    }

    /** Of its JSON: equal exactly when it is the same. */
    public String sha256() {
        return Sha256.of(Json.line(this));
    }
}
