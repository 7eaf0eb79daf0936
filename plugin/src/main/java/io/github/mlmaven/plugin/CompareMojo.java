package io.github.mlmaven.plugin;

import io.github.mlmaven.report.ComparisonText;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Evaluation;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Shows the model beside that of the last release, or beside the one that {@code ml.baseline} names, on the same test rows:
 * each metric of both, where the true difference probably is, and what callers see change. It judges nothing.
 */
@Mojo(name = "compare", threadSafe = true)
class CompareMojo extends ModelGoal {

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        Evaluation evaluation = build.evaluate();
        Comparison comparison = build.compare();
        new ComparisonText(comparison, evaluation).lines().forEach(build.log()::result);
    }

    @Override
    boolean comparesAnyway() {
        return true;
    }
}
