package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.spec.BehaviourSpec;
import io.github.mlmaven.step.Behaviour.Answer;
import java.util.Optional;

/**
 * How the predictions of a regression must be.
 *
 * @param column of the answers
 */
record ValueExpectation(BehaviourSpec test, String column) implements Expectation {

    @Override
    public Optional<Shift> wrong(Batch before, int row, Batch after, int changed) {
        double was = before.column(column).number(row);
        double now = after.column(column).number(changed);
        double far = test.bounds().tolerance().map(allowed -> allowed.of(was)).orElse(0.0);
        return Expectation.mayMove(test.kind(), was, now, far)
                ? Optional.empty()
                : Optional.of(new Shift(answer(was), answer(now)));
    }

    @Override
    public Optional<Answer> wrong(Batch answer, int row) {
        double found = answer.column(column).number(row);
        return Expectation.isWithin(test.bounds(), found) ? Optional.empty() : Optional.of(answer(found));
    }

    private static Answer answer(double value) {
        return new Answer(Optional.empty(), value);
    }
}
