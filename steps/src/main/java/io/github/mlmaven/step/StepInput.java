package io.github.mlmaven.step;

import java.util.Collections;
import java.util.SortedMap;

/** Something that steps read, beside the outputs of other steps. It goes into the fingerprint of each step that reads it. */
public interface StepInput {

    /** What a step would read, as text: equal exactly when it would read the same. */
    String value(Surroundings surroundings);

    /**
     * What a lock records of it, by names that begin with a word of its own; at least one fact, or none ever. Other facts are
     * another value, but for what cannot change a result, such as the line ends of a text.
     */
    default SortedMap<String, String> facts(Surroundings surroundings) {
        return Collections.emptySortedMap();
    }

    /** The files that a step reads it from while it works; none where the build has read it before. */
    default Watched watched(Surroundings surroundings) {
        return Watched.NOTHING;
    }
}
