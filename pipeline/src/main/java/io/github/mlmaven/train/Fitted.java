package io.github.mlmaven.train;

import io.github.mlmaven.api.ModelBytes;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.model.Encoder;
import io.github.mlmaven.model.Golden;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.step.Training.Settings;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model that was fitted.
 *
 * @param schema what goes in and what comes out
 * @param golden rows and what the model says about them
 */
public record Fitted(Encoder encoder, Schema schema, ModelBytes model, Golden golden, Making making) {

    /**
     * How it was made.
     *
     * @param settings what the trainer was told, defaults resolved
     * @param versions what made it, by artifactId
     */
    public record Making(Settings settings, SortedMap<String, String> versions) {
        public Making {
            versions = new TreeMap<>(versions);
        }
    }

    /** The model, ready to predict by the code that serves it. */
    public MlModel load() {
        return TrainedModel.load(encoder, schema, model, making);
    }
}
