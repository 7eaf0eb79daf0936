package io.github.mlmaven.step;

/**
 * Why a baseline's model says nothing of the rows of this build.
 *
 * @param subject the input, or the label that it predicts; empty for the bundle as a whole
 * @param wanted what the baseline takes
 * @param found what there is now; empty where there is nothing
 */
public record Obstacle(Kind kind, String subject, String wanted, String found) {

    /** What it is about. */
    public enum Kind {
        /** It does another task. */
        TASK,
        /** It predicts another column. */
        LABEL,
        /** It takes a column that the data does not have any more. */
        MISSING_INPUT,
        /** It takes a column that is of another type now. */
        INPUT_TYPE,
        /** Its bundle cannot be read. */
        UNREADABLE
    }
}
