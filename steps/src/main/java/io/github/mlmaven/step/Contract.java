package io.github.mlmaven.step;

import java.util.Comparator;
import java.util.List;

/**
 * What a caller of another build's model sees change: what goes in and what comes out.
 *
 * @param before the version that the other model was built as
 * @param changes inputs in the order of the other model, new ones last
 */
public record Contract(String before, List<Change> changes) {

    public Contract {
        changes = List.copyOf(changes);
    }

    /** How much of a change it is to callers, as semantic versions have it: semver.org, version 2.0.0. */
    public enum Level {
        /** Nothing that a caller sees. */
        PATCH,
        /** Whoever called before can go on calling. */
        MINOR,
        /** Some caller must change. */
        MAJOR
    }

    /** The greatest change. */
    public Level level() {
        return changes.stream()
                .map(Change::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.PATCH);
    }

    /**
     * One change.
     *
     * @param subject the input, or the label; empty for the model as a whole
     * @param before empty where it was not there
     * @param now empty where it is not there any more
     */
    public record Change(Kind kind, String subject, String before, String now, Level level) {}

    /** What changes. */
    public enum Kind {
        /** The name by which the model is loaded. */
        NAME,
        TASK,
        /** The name of what is predicted. */
        LABEL,
        /** A label that may be predicted. */
        LABEL_VALUE,
        /** The order of the labels, which is that of raw outputs. */
        LABEL_ORDER,
        /** An input, as a whole. */
        INPUT,
        TYPE,
        /** Whether a value must be given. */
        REQUIRED,
        /** The least and the greatest number. */
        RANGE,
        /** A value of a category. */
        VALUE,
        /** A text of a boolean. */
        TEXT,
        PATTERN,
        LENGTH,
        /** A rule whose break is refused. */
        REFUSED
    }
}
