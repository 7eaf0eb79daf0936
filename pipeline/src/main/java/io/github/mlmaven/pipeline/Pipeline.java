package io.github.mlmaven.pipeline;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.worker.PipelineRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings the steps of a model's build up to date, each only if it is not. */
public final class Pipeline {

    /** The work of each step of the table. */
    static final List<Work<?>> WORKS = List.of(
            new Validate(),
            new Drift(),
            new Train(),
            new Evaluate(),
            new Compare(),
            new Behave(),
            new Check(),
            new Package());

    private final List<Work<?>> works;

    Pipeline(List<Work<?>> works) {
        this.works = List.copyOf(works);
    }

    /**
     * Runs the steps that a step needs, in their order, then the step. Stops without an error after a result that stops a
     * build, such as a validation with error findings, which {@code validation.json} tells.
     *
     * @throws io.github.mlmaven.api.MlException if a step cannot do its work
     */
    public static void run(PipelineRequest request, Progress progress) {
        new Pipeline(WORKS).bringUpToDate(request, progress);
    }

    void bringUpToDate(PipelineRequest request, Progress progress) {
        try (Run run = new Run(request, progress)) {
            for (Step<?> step : work(request.upTo()).step().order()) {
                if (!run.bringUpToDate(work(step.name()))) {
                    return;
                }
            }
        }
    }

    private Work<?> work(String step) {
        return works.stream()
                .filter(work -> work.step().name().equals(step))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no work for the step '" + step + "'"));
    }

    /** One request. The data is loaded once, if a step needs it. */
    private static final class Run implements AutoCloseable, WorkInputs.Tables {

        private final PipelineRequest request;
        private final WorkInputs.Means means;
        private final BuildState state;
        private @Nullable Table table;

        Run(PipelineRequest request, Progress progress) {
            this.request = request;
            this.means = new WorkInputs.Means(request.limits().threads(), progress);
            SpecFile spec = SpecReader.read(
                    request.place().spec(), request.place().identity().artifactId(), catalog());
            this.state = BuildState.of(request.place(), spec);
        }

        /** What this build brings, and what the worker's class path describes. */
        private static Catalog catalog() {
            return Catalog.of(Thread.currentThread().getContextClassLoader());
        }

        /** Whether the next step may run. */
        <R> boolean bringUpToDate(Work<R> work) {
            Step<R> step = work.step();
            state.recover(step);
            R result = state.result(step).orElseGet(() -> state.carryOut(step, place -> work.run(inputs(step), place)));
            return !step.result().stops().test(result);
        }

        private WorkInputs inputs(Step<?> step) {
            return new WorkInputs(step, state, this, means);
        }

        @Override
        public Table of(SpecFile other) {
            return Table.open(request.place(), other, request.limits());
        }

        @Override
        public Table rows() {
            if (table == null) {
                table = Table.open(request.place(), state.spec(), request.limits(), means.progress());
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
}
