package io.github.mlmaven.pipeline;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.evaluate.Pairing;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.step.BaselineModel;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Obstacle;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.train.TrainedModel;
import java.nio.file.Path;
import java.util.List;

/** Puts the model of another build to the test on the rows of this one. */
final class Compare implements Work<Comparison> {

    @Override
    public Step<Comparison> step() {
        return Steps.COMPARE;
    }

    @Override
    public Comparison run(WorkInputs inputs, Path place) {
        BaselineModel model = inputs.baselineModel();
        if (model.file().isEmpty()) {
            return Comparison.without(model.told(), List.of());
        }
        MlModel baseline;
        try {
            baseline = MlModel.read(model.file().get());
        } catch (MlException e) {
            Obstacle unreadable = new Obstacle(Obstacle.Kind.UNREADABLE, "", "", e.problem());
            return Comparison.without(model.told(), List.of(unreadable));
        }
        TrainedModel trained = TrainedModel.in(inputs.files(), inputs.spec().name(), inputs.result(Steps.TRAIN));
        return new Pairing(inputs.table(), inputs.spec()).of(trained, model.told(), baseline);
    }
}
