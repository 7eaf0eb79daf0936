package io.github.mlmaven.plugin;

import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.step.Verdict;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Pushes the image to the registry that its name begins with. The login is the server of {@code settings.xml} whose id is
 * the registry's host and port, else the one of Docker's configuration. A model whose gates fail is not pushed.
 */
@Mojo(name = "push", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
class PushMojo extends ImageGoal {

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        Verdict verdict = build.check();
        if (verdict.failed()) {
            throw new MojoFailureException(
                    "'%s' is not pushed: %s".formatted(build.name(), ConsoleReport.summary(verdict)));
        }
        image(build).push();
    }
}
