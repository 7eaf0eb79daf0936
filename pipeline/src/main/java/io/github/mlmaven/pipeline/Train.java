package io.github.mlmaven.pipeline;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Training;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.train.Fit;
import io.github.mlmaven.train.FitSettings;
import io.github.mlmaven.train.Fitted;
import io.github.mlmaven.train.TrainedModel;
import java.nio.file.Path;

/** Splits the rows, fits encoder and model to the training rows, and writes the model's files. */
final class Train implements Work<Training> {

    @Override
    public Step<Training> step() {
        return Steps.TRAIN;
    }

    @Override
    public Training run(WorkInputs inputs, Path place) {
        Table table = inputs.table();
        ModelFiles files = new ModelFiles(place);
        FitSettings settings =
                FitSettings.of(inputs.spec(), inputs.dataHash(), inputs.means().threads());
        Fitted fitted = Fit.of(table, settings, inputs.means().progress());
        Training training = TrainedModel.write(fitted, files.model());
        Json.write(files.split(), table.split());
        return training;
    }
}
