package io.github.mlmaven.plugin;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.worker.FetchRequest;
import io.github.mlmaven.worker.PipelineRequest;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import io.github.mlmaven.worker.PredictRequest;
import io.github.mlmaven.worker.PredictRequest.NewRows;
import io.github.mlmaven.worker.PredictRequest.Output;
import java.nio.file.Path;

/** The steps of a model's build, carried out elsewhere. */
record PipelineWorker(Worker worker, BuildLimits limits, Progress progress) {

    /** Brings a step, and those before it, up to date; stops without an error after a result that stops a build. */
    void bringUpToDate(Step<?> step, BuildPlace place) {
        worker.carryOut(new PipelineRequest(step.name(), place, limits), progress);
    }

    /** Asks the model's database for its rows. */
    void fetch(BuildPlace place, FetchRequest.Access access) {
        worker.carryOut(new FetchRequest(place, access, limits), progress);
    }

    /** Predicts rows with a bundle. */
    void predict(BuildPlace place, Path bundle, NewRows rows, Output output) {
        worker.carryOut(new PredictRequest(place, bundle, rows, output, limits), progress);
    }
}
