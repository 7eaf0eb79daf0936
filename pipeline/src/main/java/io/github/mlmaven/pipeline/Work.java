package io.github.mlmaven.pipeline;

import io.github.mlmaven.step.Step;
import java.nio.file.Path;

/** The work of a step: a function from what it reads to what it writes and finds out. */
interface Work<R> {

    /** The step, as it is declared. */
    Step<R> step();

    /**
     * Does the work.
     *
     * @param inputs what the step reads
     * @param place an empty folder, into which the step writes what it declares to write; not its result
     * @return the step's result
     * @throws io.github.mlmaven.api.MlException if the work cannot be done
     */
    R run(WorkInputs inputs, Path place);
}
