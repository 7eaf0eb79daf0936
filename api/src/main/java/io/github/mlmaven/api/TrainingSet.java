package io.github.mlmaven.api;

import java.util.List;
import java.util.Optional;

/**
 * What a trainer learns from.
 *
 * @param features the names of the features, in their order
 * @param target what it learns to predict
 * @param training at least one row
 * @param validation rows held out to decide when to stop: present where the trainer's descriptor names a parameter for them,
 *     and that is not 0
 * @param dataHash what the rows are from, for a model that tells of it
 */
public record TrainingSet(
        List<String> features, Target target, EncodedRows training, Optional<EncodedRows> validation, String dataHash) {

    public TrainingSet {
        features = List.copyOf(features);
    }
}
