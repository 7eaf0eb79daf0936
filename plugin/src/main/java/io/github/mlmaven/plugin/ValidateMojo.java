package io.github.mlmaven.plugin;

import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Validates the data: schema, constraints and checks of model.yaml. An error fails the build, again in each build until the
 * data or its description is corrected; warnings are shown.
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
class ValidateMojo extends ModelGoal {

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        build.validate();
    }

    @Override
    Optional<Step<?>> step() {
        return Optional.of(Steps.VALIDATE);
    }
}
