package io.github.mlmaven.pipeline;

import io.github.mlmaven.evaluate.Evaluator;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.train.TrainedModel;
import java.nio.file.Path;

/** Predicts the test rows with the code that serves the model, and measures. */
final class Evaluate implements Work<Evaluation> {

    @Override
    public Step<Evaluation> step() {
        return Steps.EVALUATE;
    }

    @Override
    public Evaluation run(WorkInputs inputs, Path place) {
        TrainedModel model = TrainedModel.in(inputs.files(), inputs.spec().name(), inputs.result(Steps.TRAIN));
        String testRows = Json.read(inputs.files().split(), Split.class).testRows();
        return Evaluator.run(inputs.table(), inputs.spec(), model, testRows, new ModelFiles(place));
    }
}
