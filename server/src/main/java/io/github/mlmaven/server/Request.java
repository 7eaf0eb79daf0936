package io.github.mlmaven.server;

import java.util.Map;
import java.util.Optional;

/**
 * What a request says before its body.
 *
 * @param path without the query, as sent
 * @param headers by lower-case name
 */
record Request(String method, String path, Map<String, String> headers) {

    Request {
        headers = Map.copyOf(headers);
    }

    Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }
}
