package io.github.mlmaven.train;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.spec.TrainSpec;
import io.github.mlmaven.step.Training.Settings;

/** A trainer's settings with all defaults, each number in its shortest plain form. */
final class Resolved {

    private Resolved() {}

    static Settings settings(TrainerDescriptor trainer, TrainSpec train) {
        return new Settings(
                trainer.name(),
                train.seed(),
                Arguments.of(trainer, train.parameters()).texts());
    }
}
