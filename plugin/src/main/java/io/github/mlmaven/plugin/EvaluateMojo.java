package io.github.mlmaven.plugin;

import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Evaluates the model on the rows that it was not trained on, over all of them and in slices. */
@Mojo(name = "evaluate", defaultPhase = LifecyclePhase.TEST, threadSafe = true)
class EvaluateMojo extends ModelGoal {

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        Evaluation evaluation = build.evaluate();
        ConsoleReport.evaluation(evaluation).forEach(build.log()::result);
    }

    @Override
    Optional<Step<?>> step() {
        return Optional.of(Steps.EVALUATE);
    }
}
