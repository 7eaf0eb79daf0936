package io.github.mlmaven.server;

import io.github.mlmaven.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An answer: a status, headers beside the length, and a body, which is JSON unless a codec says otherwise. Immutable. */
final class Reply {

    private static final String CONTENT_TYPE = "content-type";
    private static final String CLOSE = "close";
    private static final SortedMap<String, String> JSON =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(CONTENT_TYPE, "application/json")));

    private final int status;
    private final SortedMap<String, String> headers;
    private final byte[] body;

    private Reply(int status, SortedMap<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static Reply ok(Object body) {
        return of(200, body);
    }

    static Reply of(int status, Object body) {
        return new Reply(status, JSON, Json.line(body).getBytes(StandardCharsets.UTF_8));
    }

    /** What a codec wrote; not copied. */
    static Reply of(String mediaType, byte[] body) {
        Reply json = new Reply(200, JSON, body);
        return mediaType.equals(JSON.get(CONTENT_TYPE)) ? json : json.with(CONTENT_TYPE, mediaType);
    }

    /** A refusal with a text for the person who reads the client's log. */
    static Reply error(int status, String text) {
        return of(status, Map.of("error", text));
    }

    int status() {
        return status;
    }

    /** By lower-case name. */
    SortedMap<String, String> headers() {
        return headers;
    }

    /** Not a copy. */
    byte[] body() {
        return body;
    }

    /** The body as text. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reply reply
                && status == reply.status
                && headers.equals(reply.headers)
                && Arrays.equals(body, reply.body);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(body);
    }

    @Override
    public String toString() {
        return status + " " + headers + " " + text();
    }
}
