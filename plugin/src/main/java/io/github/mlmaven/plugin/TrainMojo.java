package io.github.mlmaven.plugin;

import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Trains the model, after validating its data, and leaves it in {@code target/ml/NAME/model}. */
@Mojo(name = "train", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
class TrainMojo extends ModelGoal {

    /** Skips this goal. */
    @Parameter(property = "ml.train.skip", defaultValue = "false")
    boolean skip;

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        build.train();
    }

    @Override
    Optional<Step<?>> step() {
        return Optional.of(Steps.TRAIN);
    }

    @Override
    boolean skipped() {
        return skip;
    }
}
