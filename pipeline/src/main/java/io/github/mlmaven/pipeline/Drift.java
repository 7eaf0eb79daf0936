package io.github.mlmaven.pipeline;

import io.github.mlmaven.step.DataDrift;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.validate.DriftCheck;
import java.nio.file.Path;

/** Holds the data against what was accepted, and the test rows against the training rows. */
final class Drift implements Work<DataDrift> {

    @Override
    public Step<DataDrift> step() {
        return Steps.DRIFT;
    }

    @Override
    public DataDrift run(WorkInputs inputs, Path place) {
        Profile training = Json.read(inputs.files().trainingProfile(), Profile.class);
        return DriftCheck.of(inputs.table(), inputs.spec(), inputs.baseline(), training);
    }
}
