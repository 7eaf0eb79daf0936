package io.github.mlmaven.train;

import io.github.mlmaven.api.ModelBytes;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.TrainerSettings;
import io.github.mlmaven.api.TrainingSet;
import io.github.mlmaven.model.TribuoFormats;
import io.github.mlmaven.task.TreeOutput;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import ml.dmlc.xgboost4j.java.Booster;
import org.tribuo.Output;
import org.tribuo.protos.core.ModelProto;

/** From rows to a model of trees, however they are grown. */
final class TreeFit {

    private final TrainingSet rows;
    private final int threads;
    private final TreeOutput<?> output;
    private final SortedMap<String, Object> parameters;

    /**
     * A fit.
     *
     * @param output what the trees learn of the rows' target
     * @param engine a trainer's settings in XGBoost's own names
     */
    TreeFit(TrainingSet rows, TrainerSettings settings, TreeOutput<?> output, SortedMap<String, Object> engine) {
        this.rows = rows;
        this.threads = settings.threads();
        this.output = output;
        this.parameters = new TreeMap<>(engine);
        parameters.put("tree_method", "hist");
        parameters.put("seed", settings.seed());
        parameters.putAll(output.objective());
    }

    /** What XGBoost is told that can change the result, by its own names. */
    SortedMap<String, Object> parameters() {
        return parameters;
    }

    TreeTrainer trainer(Progress progress) {
        return new TreeTrainer(parameters, output.startsFromShare(), threads, progress);
    }

    /** Grows the trees, and makes a model of them. */
    ModelBytes model(Function<TreeTrainer, Booster> grow, Progress progress) {
        Booster booster = grow.apply(trainer(progress));
        try {
            return TribuoData.bytes(TribuoFormats.TREES, proto(TreeModel.of(booster, parameters, rows), output));
        } finally {
            booster.dispose();
        }
    }

    private <T extends Output<T>> ModelProto proto(TreeModel model, TreeOutput<T> of) {
        return model.proto(of, new TribuoData<>(rows, of.output()));
    }
}
