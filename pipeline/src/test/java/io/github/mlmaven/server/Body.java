package io.github.mlmaven.server;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.model.Inputs;
import java.nio.charset.StandardCharsets;

/** A request's body, read as the server reads it. */
public final class Body {

    private Body() {}

    public static Batch read(String json, Inputs inputs) {
        return RowsReader.read(json.getBytes(StandardCharsets.UTF_8), inputs);
    }
}
