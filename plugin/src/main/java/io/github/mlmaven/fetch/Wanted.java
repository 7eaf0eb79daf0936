package io.github.mlmaven.fetch;

import io.github.mlmaven.spec.WebFile;
import java.net.URI;

/**
 * A file that is wanted from a web server.
 *
 * @param file whose rules hold: a whole address, and a digest
 * @param declaredAt where a person wrote that, for messages: {@code model.yaml line 3}
 */
public record Wanted(WebFile file, String declaredAt) {

    URI address() {
        return URI.create(file.address());
    }

    String name() {
        return file.name();
    }
}
