package io.github.mlmaven.lock;

import java.util.Optional;

/** A fact that is not as it was accepted. */
public record Difference(String fact, Optional<String> locked, Optional<String> found) {}
