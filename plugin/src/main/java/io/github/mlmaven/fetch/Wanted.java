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

    /** Whether an address is of the server that the file is wanted from. */
    boolean isOwn(URI other) {
        URI own = address();
        return own.getScheme().equalsIgnoreCase(other.getScheme())
                && own.getHost().equalsIgnoreCase(other.getHost())
                && own.getPort() == other.getPort();
    }
}
