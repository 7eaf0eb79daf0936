package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.model.LabelOutputs;
import io.github.mlmaven.spec.BehaviourSpec;
import io.github.mlmaven.spec.BehaviourSpec.Kind;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.spec.Tolerance;
import io.github.mlmaven.step.Behaviour.Answer;
import io.github.mlmaven.text.Nearest;
import java.util.Optional;

/** How the labels, and their probabilities, of a classification must be. */
record LabelExpectation(BehaviourSpec test, LabelOutputs outputs) implements Expectation {

    /** The same, of a label that the model knows. */
    LabelExpectation known(SpecPlace place) {
        test.trial()
                .change()
                .label()
                .filter(label -> !outputs.labels().contains(label))
                .ifPresent(label -> {
                    throw new MlException(
                            "%s: the model has no label '%s'.".formatted(place, label),
                            Nearest.question(label, outputs.labels()) + "Its labels are "
                                    + String.join(", ", outputs.labels()) + ".");
                });
        return this;
    }

    @Override
    public Optional<Shift> wrong(Batch before, int row, Batch after, int changed) {
        Optional<Double> far = test.bounds().tolerance().map(Tolerance::value);
        if (test.kind() != Kind.INVARIANT) {
            Answer was = asked(before, row);
            Answer now = asked(after, changed);
            return Expectation.mayMove(test.kind(), was.number(), now.number(), far.orElse(0.0))
                    ? Optional.empty()
                    : Optional.of(new Shift(was, now));
        }
        Answer was = predicted(before, row);
        Answer now = predicted(after, changed);
        if (!was.label().equals(now.label())) {
            return Optional.of(new Shift(was, now));
        }
        return far.flatMap(most -> moved(before, row, after, changed, most));
    }

    /** The first label whose probability moved further than it may. */
    private Optional<Shift> moved(Batch before, int row, Batch after, int changed, double most) {
        for (int label = 0; label < outputs.labels().size(); label++) {
            Answer was = answer(before, row, label);
            Answer now = answer(after, changed, label);
            if (!Expectation.mayMove(Kind.INVARIANT, was.number(), now.number(), most)) {
                return Optional.of(new Shift(was, now));
            }
        }
        return Optional.empty();
    }

    /** Bounds are of the probability of the label; without them it must be the one that is predicted. */
    @Override
    public Optional<Answer> wrong(Batch answer, int row) {
        if (test.bounds().min().isPresent() || test.bounds().max().isPresent()) {
            Answer found = asked(answer, row);
            return Expectation.isWithin(test.bounds(), found.number()) ? Optional.empty() : Optional.of(found);
        }
        Answer found = predicted(answer, row);
        return found.label().equals(test.trial().change().label()) ? Optional.empty() : Optional.of(found);
    }

    private Answer predicted(Batch answer, int row) {
        return answer(
                answer,
                row,
                outputs.labels().indexOf(answer.column(outputs.column()).text(row)));
    }

    /** Of the label that the test is about. */
    private Answer asked(Batch answer, int row) {
        return answer(
                answer,
                row,
                outputs.labels().indexOf(test.trial().change().label().orElseThrow()));
    }

    private Answer answer(Batch answer, int row, int label) {
        return new Answer(
                Optional.of(outputs.labels().get(label)),
                answer.column(outputs.probability(label)).number(row));
    }
}
