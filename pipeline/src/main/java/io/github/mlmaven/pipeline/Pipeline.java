package io.github.mlmaven.pipeline;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.evaluate.Evaluator;
import io.github.mlmaven.gate.Gates;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.train.Fitting;
import io.github.mlmaven.validate.DataValidation;
import io.github.mlmaven.worker.PipelineRequest;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import org.jspecify.annotations.Nullable;

/** Brings the steps of a model's build up to date, each only if it is not. The data is loaded once, if a step needs it. */
public final class Pipeline implements AutoCloseable {

    private final BuildPlace place;
    private final BuildLimits limits;
    private final Progress progress;
    private final BuildState state;
    private @Nullable Table table;

    private Pipeline(PipelineRequest request, Progress progress) {
        this.place = request.place();
        this.limits = request.limits();
        this.progress = progress;
        SpecFile spec = SpecReader.read(place.spec(), place.identity().artifactId());
        this.state = BuildState.of(place, spec);
    }

    /**
     * Runs the steps up to a step, in their order. Stops without an error after a validation with error findings, which
     * {@code validation.json} tells.
     *
     * @throws io.github.mlmaven.api.MlException if a step cannot do its work
     */
    public static void run(PipelineRequest request, Progress progress) {
        try (Pipeline pipeline = new Pipeline(request, progress)) {
            for (Step step : Step.values()) {
                if (step.isNeededFor(request.upTo()) && !pipeline.bringUpToDate(step)) {
                    return;
                }
            }
        }
    }

    /** Whether the next step may run. */
    private boolean bringUpToDate(Step step) {
        if (!state.isUpToDate(step)) {
            run(step);
        }
        state.hashes().save();
        return step != Step.VALIDATE || !state.validation().orElseThrow().failed();
    }

    private void run(Step step) {
        switch (step) {
            case VALIDATE -> validate();
            case TRAIN -> Fitting.run(table(), state, limits.threads(), progress);
            case EVALUATE -> Evaluator.run(table(), state, state.training().orElseThrow());
            case CHECK -> check();
            case PACKAGE -> new Packaging(place, state).run();
        }
    }

    private void validate() {
        String fingerprint = state.fingerprints().of(Step.VALIDATE);
        DataValidation validation = DataValidation.of(table(), state.spec());
        Json.write(state.files().profile(), validation.profile());
        Json.write(
                state.files().validation(),
                new Validation(Validation.FORMAT, fingerprint, table().rows(), validation.findings()));
    }

    private void check() {
        Json.write(
                state.files().verdict(),
                Gates.judge(
                        state.spec(),
                        state.evaluation().orElseThrow(),
                        Lock.read(place.lock()),
                        state.fingerprints().of(Step.CHECK)));
    }

    private Table table() {
        if (table == null) {
            table = Table.open(place, state.spec(), limits);
        }
        return table;
    }

    @Override
    public void close() {
        if (table != null) {
            table.close();
        }
    }
}
