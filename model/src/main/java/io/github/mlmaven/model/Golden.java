package io.github.mlmaven.model;

import io.github.mlmaven.api.MlException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code golden.json}: rows and what was said about them when the model was made, by the code that made it. Whoever loads or
 * serves the model can replay them by the code that serves.
 */
public record Golden(int format, List<Case> cases) {

    /** The version of the file. */
    public static final int FORMAT = 1;

    public Golden {
        cases = List.copyOf(cases);
    }

    /**
     * One row and its outputs.
     *
     * @param row values by input; a missing value is absent
     * @param value for a regression
     * @param label for a classification
     * @param probabilities for a classification
     */
    public record Case(
            Map<String, Object> row,
            Optional<Double> value,
            Optional<String> label,
            Map<String, Double> probabilities) {

        public Case {
            row = Map.copyOf(row);
            probabilities = new LinkedHashMap<>(probabilities);
        }

        /** A row, whose missing values are absent, and what was said about it. */
        public static Case of(Map<String, ?> row, Prediction prediction) {
            Map<String, Object> values = new LinkedHashMap<>(row);
            if (prediction instanceof Prediction.Label label) {
                return new Case(values, Optional.empty(), Optional.of(label.label()), label.probabilities());
            }
            return new Case(values, Optional.of(((Prediction.Value) prediction).value()), Optional.empty(), Map.of());
        }
    }

    /** Golden predictions of this format. */
    public static Golden of(List<Case> cases) {
        return new Golden(FORMAT, cases);
    }

    /**
     * Replays all rows.
     *
     * @throws MlException naming the first row whose outputs are not exactly those recorded
     */
    public void check(MlModel model) {
        for (int i = 0; i < cases.size(); i++) {
            Case recorded = cases.get(i);
            Case now = Case.of(recorded.row(), model.predict(recorded.row()));
            if (!now.equals(recorded)) {
                throw new MlException(
                        "Golden row %s: the model says %s, recorded was %s."
                                .formatted(i, outputs(now), outputs(recorded)),
                        "The model or the code that runs it is not the one that was trained: package it again.");
            }
        }
    }

    private static String outputs(Case outputs) {
        return outputs.value()
                .map(Object::toString)
                .orElseGet(() -> outputs.label().orElse("") + " " + outputs.probabilities());
    }
}
