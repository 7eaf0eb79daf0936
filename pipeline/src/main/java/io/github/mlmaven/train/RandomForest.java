package io.github.mlmaven.train;

import io.github.mlmaven.api.ModelBytes;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Trainer;
import io.github.mlmaven.api.TrainerSettings;
import io.github.mlmaven.api.TrainingSet;
import io.github.mlmaven.task.TaskKind;
import io.github.mlmaven.task.TreeOutput;
import java.util.SortedMap;

/**
 * {@code random-forest}: trees that are grown apart, each on some of the rows and with some of the features for each split. A
 * leaf is the mean of its labels, or the share of a label in it; a prediction is the mean of the leaves.
 */
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
        TreeOutput<?> output = TaskKind.of(rows.target()).forest();
        return new TreeFit(rows, settings, output, forest.engine(rows))
                .model(trainer -> trainer.forest(rows.training(), output.width()), progress);
    }
}
