package io.github.mlmaven.server;

import io.github.mlmaven.text.Json;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An answer, always JSON.
 *
 * @param headers beside the content type and length
 * @param body the JSON text
 */
record Reply(int status, SortedMap<String, String> headers, String body) {

    private static final String CLOSE = "close";

    static Reply ok(Object body) {
        return of(200, body);
    }

    static Reply of(int status, Object body) {
        return new Reply(status, new TreeMap<>(), Json.line(body));
    }

    /** A refusal with a text for the person who reads the client's log. */
    static Reply error(int status, String text) {
        return of(status, Map.of("error", text));
    }

    Reply with(String header, String value) {
        SortedMap<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    /** The same answer, after which the connection is closed: what follows on it may be the rest of a refused body. */
    Reply andClose() {
        return with("connection", CLOSE);
    }

    boolean closes() {
        return CLOSE.equals(headers.get("connection"));
    }
}
