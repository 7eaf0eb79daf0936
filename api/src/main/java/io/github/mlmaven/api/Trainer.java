package io.github.mlmaven.api;

import java.util.Collections;
import java.util.SortedMap;

/**
 * What trains a model as a {@link TrainerDescriptor} says: an implementation has its name. It binds its parameters by
 * {@link Arguments#bind}, all of them. The same rows and settings make the same bytes.
 */
public interface Trainer extends Extension {

    /**
     * Trains.
     *
     * @param progress is told how far it is
     * @throws MlException if the rows cannot be learned from, or the trainer cannot run
     */
    ModelBytes train(TrainingSet rows, TrainerSettings settings, Progress progress);

    /** The software that can change the model, by artifactId. */
    default SortedMap<String, String> versions() {
        return Collections.emptySortedMap();
    }
}
