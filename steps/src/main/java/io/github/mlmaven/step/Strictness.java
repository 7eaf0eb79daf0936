package io.github.mlmaven.step;

import java.util.List;
import java.util.Optional;

/**
 * How strictly a build is held to what people decided.
 *
 * @param required whether what could not be judged, because something is absent, fails: model.yaml, lock, gates, and every
 *     slice and metric that was accepted
 * @param weakened the switches that weaken this build, as a person would write them: {@code -Dml.locked=false}
 * @param day on which waivers of the lock are held to their ends, as ISO 8601 writes it; empty where the lock has none
 */
public record Strictness(boolean required, List<String> weakened, Optional<String> day) {

    /** A build that nothing is required of, and that no switch weakens. */
    public static final Strictness NONE = new Strictness(false, List.of());

    public Strictness {
        weakened = List.copyOf(weakened);
    }

    /** Where the lock has no waivers. */
    public Strictness(boolean required, List<String> weakened) {
        this(required, weakened, Optional.empty());
    }

    /** The same of a build of which nothing is required. */
    public Strictness notRequired() {
        return new Strictness(false, weakened, day);
    }
}
