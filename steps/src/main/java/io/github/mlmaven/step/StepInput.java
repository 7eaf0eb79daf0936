package io.github.mlmaven.step;

/** Something that steps read, beside the outputs of other steps. It goes into the fingerprint of each step that reads it. */
public interface StepInput {

    /** What a step would read, as text: equal exactly when it would read the same. */
    String value(Surroundings surroundings);

    /** The files that a step reads it from while it works; none where the build has read it before. */
    default Watched watched(Surroundings surroundings) {
        return Watched.NOTHING;
    }
}
