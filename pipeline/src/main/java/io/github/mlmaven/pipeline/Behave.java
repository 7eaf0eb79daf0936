package io.github.mlmaven.pipeline;

import io.github.mlmaven.evaluate.Behaviours;
import io.github.mlmaven.step.Behaviour;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.train.TrainedModel;
import java.nio.file.Path;
import java.util.List;

/** Tries what the model does with rows that are changed, or made, for it. */
final class Behave implements Work<Behaviour> {

    @Override
    public Step<Behaviour> step() {
        return Steps.BEHAVE;
    }

    @Override
    public Behaviour run(WorkInputs inputs, Path place) {
        if (inputs.spec().spec().behaviour().isEmpty()) {
            return new Behaviour(Behaviour.FORMAT, List.of());
        }
        TrainedModel model = TrainedModel.in(inputs.files(), inputs.spec().name(), inputs.result(Steps.TRAIN));
        return Behaviours.run(inputs.table(), inputs.spec(), model);
    }
}
