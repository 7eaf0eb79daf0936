package io.github.mlmaven.plugin;

import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Step;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Evaluates the model on the rows that it was not trained on, over all of them and in slices. */
@Mojo(name = "evaluate", defaultPhase = LifecyclePhase.TEST, threadSafe = true)
class EvaluateMojo extends ModelGoal {

    /** Skips this goal. */
    @Parameter(property = "ml.evaluate.skip", defaultValue = "false")
    boolean skip;

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        Evaluation evaluation = build.evaluate();
        ConsoleReport.evaluation(evaluation).forEach(build.log()::result);
    }

    @Override
    List<Path> dependencies(ModelBuild build) {
        return build.filesOf(Step.EVALUATE);
    }

    @Override
    boolean skipped() {
        return skip;
    }
}
