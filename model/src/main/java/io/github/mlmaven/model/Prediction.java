package io.github.mlmaven.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a model says about one row. */
public sealed interface Prediction {

    /** A number, in the label's unit. */
    record Value(double value) implements Prediction {}

    /**
     * A label, and how probable each is.
     *
     * @param label the most probable, the first of equals
     * @param probabilities by label in the model's order, in [0, 1], summing to 1
     */
    record Label(String label, Map<String, Double> probabilities) implements Prediction {
        public Label {
            probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
        }
    }
}
