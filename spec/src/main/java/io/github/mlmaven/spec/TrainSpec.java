package io.github.mlmaven.spec;

import io.github.mlmaven.api.TrainerDescriptor;
import java.util.Map;

/** How the model is trained. */
public record TrainSpec(
        @Doc("The trainer.") @Default("xgboost") @Named(TrainerDescriptor.class)
        String trainer,

        @Doc("The seed of every random choice.") @Default("42")
        long seed,

        @Doc("The trainer's parameters; absent ones have the trainer's defaults.")
        @Default("{}")
        @Example("rounds: 200")
        @AtMost(1_000)
        Map<String, String> parameters) {

    public TrainSpec {
        parameters = Ordered.copy(parameters);
    }
}
