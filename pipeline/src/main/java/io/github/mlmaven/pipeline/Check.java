package io.github.mlmaven.pipeline;

import io.github.mlmaven.gate.Gates;
import io.github.mlmaven.gate.Gates.Judged;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Verdict;
import java.nio.file.Path;

/** Judges the evaluation by the gates. */
final class Check implements Work<Verdict> {

    @Override
    public Step<Verdict> step() {
        return Steps.CHECK;
    }

    @Override
    public Verdict run(WorkInputs inputs, Path place) {
        return Gates.judge(
                inputs.spec(),
                new Judged(inputs.result(Steps.EVALUATE), inputs.result(Steps.COMPARE), inputs.result(Steps.BEHAVE)),
                inputs.lock(),
                inputs.strictness(),
                inputs.identity().version());
    }
}
