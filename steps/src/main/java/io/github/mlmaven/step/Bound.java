package io.github.mlmaven.step;

/**
 * What a gate bounds a metric by, inclusive.
 *
 * @param amount the limit in the metric's unit, or how far the metric may move from the baseline's
 * @param relative whether the amount is a fraction of the baseline's magnitude
 */
public record Bound(Kind kind, double amount, boolean relative) {

    /** Named as the keys of model.yaml. */
    public enum Kind {
        MIN,
        MAX,
        MAX_INCREASE,
        MAX_DECREASE,
        /** Of the difference between the slices with the highest and the lowest metric. */
        MAX_GAP,
        /** Of the lowest slice's metric to the highest one's. */
        MIN_RATIO;

        /** Whether it is a least amount, rather than a largest one. */
        public boolean isLeast() {
            return this == MIN || this == MIN_RATIO;
        }

        /** Whether it bounds how far a metric moves, and not the metric itself. */
        public boolean isMovement() {
            return this == MAX_INCREASE || this == MAX_DECREASE;
        }
    }

    public Bound {
        if (!Double.isFinite(amount) || (relative && !kind.isMovement())) {
            throw new IllegalArgumentException("no bound: " + kind + " " + amount + (relative ? " relative" : ""));
        }
    }
}
