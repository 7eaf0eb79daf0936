package io.github.mlmaven.step;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code training.json}: how the model was made.
 *
 * @param modelFormat the name of the format that the model's file has
 * @param features the model's features in its order
 * @param files SHA-256 of each file of the model, by name
 * @param versions what made the model, by artifactId: tribuo, xgboost, duckdb, java
 */
public record Training(
        int format,
        Settings settings,
        String modelFormat,
        List<String> features,
        SortedMap<String, String> files,
        SortedMap<String, String> versions) {

    public static final int FORMAT = 2;

    public Training {
        features = List.copyOf(features);
        files = new TreeMap<>(files);
        versions = new TreeMap<>(versions);
    }

    /**
     * What the trainer was told.
     *
     * @param trainer its name
     * @param parameters all parameters of the trainer, defaults resolved
     */
    public record Settings(String trainer, long seed, SortedMap<String, String> parameters) {
        public Settings {
            parameters = new TreeMap<>(parameters);
        }
    }
}
