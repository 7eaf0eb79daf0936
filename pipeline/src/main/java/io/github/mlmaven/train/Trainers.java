package io.github.mlmaven.train;

import io.github.mlmaven.api.Extensions;
import io.github.mlmaven.api.Trainer;
import java.util.List;

/** The trainers that there is code for. */
final class Trainers {

    private Trainers() {}

    static Extensions<Trainer> known() {
        return Extensions.of(
                "trainer",
                Trainer.class,
                List.of(new BoostedTrees(), new RandomForest(), new LinearRegression(), new LogisticRegression()));
    }
}
