package io.github.mlmaven.plugin;

import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.step.Verdict;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Pushes the image to the registry that its name begins with. The login is the server of {@code settings.xml} whose id is
 * the registry's host and port, else the one of Docker's configuration. A model whose gates fail is not pushed. Bound
 * by the packaging {@code ml-model} alone, an image without a registry in its name is no error, and nothing is pushed.
 */
@Mojo(name = "push", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
class PushMojo extends ImageGoal {

    /** As Maven names what a packaging binds. */
    private static final String DEFAULT_EXECUTION = "default-push";

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        if (isBoundByPackaging() && RegistryLogins.registry(image).isEmpty()) {
            build.log().info("nothing is pushed: the image '" + image + "' has no registry in its name (ml.image)");
            return;
        }
        Verdict verdict = build.check();
        if (verdict.failed()) {
            throw new MojoFailureException(
                    "'%s' is not pushed: %s".formatted(build.name(), ConsoleReport.summary(verdict, acceptCommand())));
        }
        image(build).push();
    }

    // Nobody asked for it: whoever wants a push names a registry, binds the goal or calls it.
    private boolean isBoundByPackaging() {
        return execution.getSource() == MojoExecution.Source.LIFECYCLE
                && execution.getExecutionId().equals(DEFAULT_EXECUTION)
                && project.getPackaging().equals(ModelClue.PACKAGING);
    }
}
