package io.github.mlmaven.lock;

import java.util.Optional;

/** A fact that is not as it was accepted. */
public record Difference(String fact, Optional<String> locked, Optional<String> found) {

    @Override
    public String toString() {
        return "%s: locked %s, found %s".formatted(fact, locked.orElse("nothing"), found.orElse("nothing"));
    }
}
