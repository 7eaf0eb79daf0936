package io.github.mlmaven.spec;

import java.util.Arrays;

/** What a person wrote down where rows come from, as messages name it: keys of model.yaml, or parameters of a goal. */
public enum SourceKeys {
    /** {@code data.source}, or {@code data.files} with {@code data.query}. */
    MODEL_YAML("data.source", "data.files", "data.query"),
    /** {@code -Dml.data}, or {@code -Dml.files} with {@code -Dml.query}. */
    PARAMETERS("ml.data", "ml.files", "ml.query");

    private final String source;
    private final String files;
    private final String query;

    SourceKeys(String source, String files, String query) {
        this.source = source;
        this.files = files;
        this.query = query;
    }

    /** Names files that are read as they stand. */
    public String source() {
        return source;
    }

    /** Names the files that a query reads. */
    public String files() {
        return files;
    }

    /** Is a query, and what its rows are said to be of. */
    public String query() {
        return query;
    }

    /** Whether rows are said to be of a query. */
    public static boolean isQuery(String name) {
        return Arrays.stream(values()).anyMatch(keys -> keys.query.equals(name));
    }
}
