package io.github.mlmaven.step;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code behaviour.json}: what the model does with rows that were changed, or made, for it.
 *
 * @param tests in the order of model.yaml
 */
public record Behaviour(int format, List<Tried> tests) {

    public static final int FORMAT = 1;

    /** How many rows of which a test does not hold are told. */
    public static final int FIRST = 5;

    public Behaviour {
        tests = List.copyOf(tests);
    }

    /**
     * What became of a test.
     *
     * @param rows how many were tried
     * @param held how many of them it holds of
     * @param leftOut how many were not tried: the model refuses them, they have no value to change, or the changed one is not
     *     allowed
     * @param first the first of which it does not hold, in the order of the rows, at most {@link #FIRST}
     */
    public record Tried(long rows, long held, long leftOut, List<Failing> first) {

        public Tried {
            first = List.copyOf(first);
            if (held < 0 || held > rows || leftOut < 0) {
                throw new IllegalArgumentException(held + " of " + rows + " rows, and " + leftOut + " left out");
            }
        }

        /** The share of which it holds; none of no rows. */
        public OptionalDouble share() {
            return rows == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) held / rows);
        }
    }

    /**
     * A row of which a test does not hold.
     *
     * @param row where it stands, with the value that was changed; of a row that was made its place in model.yaml
     * @param changed what took the place of the value; empty where the row was made
     * @param before what is predicted of the row as it stands; empty where it was made
     * @param after what is predicted of the row as it was tried
     */
    public record Failing(Finding.Offender row, Optional<String> changed, Optional<Answer> before, Answer after) {}

    /**
     * What is predicted.
     *
     * @param label of a classification
     * @param number what a regression predicts, or the probability of the label
     */
    public record Answer(Optional<String> label, double number) {}
}
