package io.github.mlmaven.train;

import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SpecFile;

/**
 * What a model is fitted by.
 *
 * @param spec the schema, the features, and what the trainer is told
 * @param catalog with the trainer and the transforms that the spec names
 * @param dataHash what the model says that it learned from
 * @param threads at least 1; changes the time, never the result
 */
public record FitSettings(ModelSpec spec, Catalog catalog, String dataHash, int threads) {

    /** The settings of a model.yaml. */
    public static FitSettings of(SpecFile file, String dataHash, int threads) {
        return new FitSettings(file.spec(), file.catalog(), dataHash, threads);
    }

    /** The trainer that the spec names. */
    public TrainerDescriptor trainer() {
        return catalog.trainer(spec.train().trainer());
    }
}
