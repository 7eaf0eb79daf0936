package io.github.mlmaven.train;

import io.github.mlmaven.api.ModelBytes;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Trainer;
import io.github.mlmaven.api.TrainerSettings;
import io.github.mlmaven.api.TrainingSet;
import io.github.mlmaven.task.TaskKind;
import java.util.SortedMap;

/** {@code xgboost}: gradient-boosted trees. */
final class BoostedTrees implements Trainer {

    @Override
    public String name() {
        return "xgboost";
    }

    @Override
    public SortedMap<String, String> versions() {
        return Versions.trees();
    }

    @Override
    public ModelBytes train(TrainingSet rows, TrainerSettings settings, Progress progress) {
        BoostingSettings boosting = BoostingSettings.of(settings.arguments());
        return new TreeFit(rows, settings, TaskKind.of(rows.target()).boosted(), boosting.engine())
                .model(trainer -> trainer.boost(rows, boosting.rounds(), boosting.patience()), progress);
    }
}
