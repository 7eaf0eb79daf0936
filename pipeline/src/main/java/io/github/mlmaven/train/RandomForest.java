package io.github.mlmaven.train;

import io.github.mlmaven.api.ModelBytes;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Trainer;
import io.github.mlmaven.api.TrainerSettings;
import io.github.mlmaven.api.TrainingSet;
import java.util.SortedMap;

/** {@code random-forest}: a random forest. */
final class RandomForest implements Trainer {

    @Override
    public String name() {
        return "random-forest";
    }

    @Override
    public SortedMap<String, String> versions() {
        return Versions.trees();
    }

    @Override
    public ModelBytes train(TrainingSet rows, TrainerSettings settings, Progress progress) {
        ForestSettings forest = ForestSettings.of(settings.arguments());
        return new TreeFit(rows, settings, forest.engine()).model(trainer -> trainer.forest(rows.training()), progress);
    }
}
