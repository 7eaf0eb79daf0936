package io.github.mlmaven.draft;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which trainer learns first, by how many rows there are.
 *
 * @param testShare the share of rows that test, in percent
 * @param reason a phrase
 */
record TrainerGuess(String name, SortedMap<String, String> parameters, int testShare, String reason) {

    /** With fewer rows, a forest needs no tuning, and boosted trees do. */
    private static final int FEW = 1_000;
    /** With more rows, a test of a tenth is as sure as anybody needs. */
    private static final int MANY = 500_000;

    TrainerGuess {
        parameters = new TreeMap<>(parameters);
    }

    static TrainerGuess of(long rows) {
        if (rows < FEW) {
            return new TrainerGuess(
                    "random-forest",
                    new TreeMap<>(Map.of("trees", "100")),
                    30,
                    "few rows: trees that are grown apart need no tuning");
        }
        return new TrainerGuess(
                "xgboost",
                new TreeMap<>(Map.of("rounds", "100", "learning-rate", "0.2", "max-depth", "6")),
                rows > MANY ? 10 : 20,
                "boosted trees: strong on tables, and they take missing values as they are");
    }
}
