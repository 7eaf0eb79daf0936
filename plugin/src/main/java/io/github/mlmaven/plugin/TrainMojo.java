package io.github.mlmaven.plugin;

import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Trains the model, after validating its data, and leaves it in {@code target/ml/NAME/model}. */
@Mojo(name = "train", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
class TrainMojo extends ModelGoal {

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        build.train();
    }

    @Override
    Optional<Step<?>> step() {
        return Optional.of(Steps.TRAIN);
    }
}
