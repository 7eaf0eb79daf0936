package io.github.mlmaven.server;

import org.jspecify.annotations.Nullable;

/**
 * What a request says before its body.
 *
 * @param path without the query, as sent
 */
record Request(String method, String path, Headers headers) {

    /** The value of a header, the first if there are several; null where the request has none of the name. */
    @Nullable
    String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /** Looks a header up by its name in any case. */
    @FunctionalInterface
    interface Headers {
        @Nullable
        String get(String name);
    }
}
