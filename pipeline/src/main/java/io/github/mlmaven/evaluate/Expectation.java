package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.model.Outputs;
import io.github.mlmaven.spec.BehaviourSpec;
import io.github.mlmaven.spec.BehaviourSpec.Bounds;
import io.github.mlmaven.spec.BehaviourSpec.Kind;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Behaviour.Answer;
import java.util.Optional;

/** How the answers to rows must be. What cannot be compared, such as NaN, is not as it must be. */
interface Expectation {

    /**
     * The expectation of a test, by what the model says about a row.
     *
     * @throws MlException if the model does not know the label that the test is about
     */
    static Expectation of(BehaviourSpec test, Outputs outputs, SpecPlace place) {
        return outputs.match(
                value -> new ValueExpectation(test, value.column()),
                labels -> new LabelExpectation(test, labels).known(place));
    }

    /** An answer to a row as it stands, and the one to the same row when it is changed. */
    record Shift(Answer before, Answer after) {}

    /** What is wrong with the answer to a changed row; empty where it is as it must be. */
    Optional<Shift> wrong(Batch before, int row, Batch after, int changed);

    /** What is wrong with the answer to a row that was made; empty where it is as it must be. */
    Optional<Answer> wrong(Batch answer, int row);

    /** Whether a number moved no further than it may, in the direction that a test does not want. */
    static boolean mayMove(Kind kind, double before, double after, double far) {
        double wrong = switch (kind) {
            case INVARIANT -> Math.abs(after - before);
            case INCREASING -> before - after;
            case DECREASING -> after - before;
            case ROWS -> throw new IllegalArgumentException("rows that are made do not move");
        };
        return wrong <= far;
    }

    static boolean isWithin(Bounds bounds, double number) {
        return number >= bounds.min().map(min -> min.value()).orElse(Double.NEGATIVE_INFINITY)
                && number <= bounds.max().map(max -> max.value()).orElse(Double.POSITIVE_INFINITY);
    }
}
