package io.github.mlmaven.pipeline;

import io.github.mlmaven.pages.DataPage;
import io.github.mlmaven.report.Remedies;
import io.github.mlmaven.step.DataDrift;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.validate.Baseline;
import io.github.mlmaven.validate.DriftCheck;
import java.nio.file.Path;
import java.util.Optional;

/** Holds the data against what was accepted, and the test rows against the training rows, and draws both. */
final class Drift implements Work<DataDrift> {

    @Override
    public Step<DataDrift> step() {
        return Steps.DRIFT;
    }

    @Override
    public DataDrift run(WorkInputs inputs, Path place) {
        Profile training = Json.read(inputs.files().trainingProfile(), Profile.class);
        Baseline baseline = inputs.baseline();
        DataDrift drift = DriftCheck.of(inputs.table(), inputs.spec(), baseline, training);
        Json.replace(
                new ModelFiles(place).driftPage(),
                page(inputs, training, baseline, drift).bytes());
        return drift;
    }

    /** The page of the data once more, now with what it is held against. */
    private static DataPage page(WorkInputs inputs, Profile training, Baseline baseline, DataDrift drift) {
        Optional<Profile> accepted =
                baseline instanceof Baseline.Accepted found ? Optional.of(found.profile()) : Optional.empty();
        return new DataPage(
                DataPage.Table.of(inputs.spec().name(), inputs.spec().spec()),
                new DataPage.Profiles(
                        Json.read(inputs.files().profile(), Profile.class), Optional.of(training), accepted),
                Optional.of(inputs.result(Steps.VALIDATE).and(drift.findings()).findings()),
                Optional.of(drift),
                new Remedies(inputs.accept()));
    }
}
