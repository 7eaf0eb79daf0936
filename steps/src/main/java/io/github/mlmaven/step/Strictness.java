package io.github.mlmaven.step;

import java.util.List;

/**
 * How strictly a build is held to what people decided.
 *
 * @param required whether what could not be judged, because something is absent, fails: model.yaml, lock, gates, and every
 *     slice and metric that was accepted
 * @param weakened the switches that weaken this build, as a person would write them: {@code -Dml.locked=false}
 */
public record Strictness(boolean required, List<String> weakened) {

    /** A build that nothing is required of, and that no switch weakens. */
    public static final Strictness NONE = new Strictness(false, List.of());

    public Strictness {
        weakened = List.copyOf(weakened);
    }
}
