package io.github.mlmaven.draft;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which trainer learns first, by how many rows and inputs there are.
 *
 * @param testShare the share of rows that test, in percent
 * @param reason a phrase
 */
record TrainerGuess(String name, SortedMap<String, String> parameters, int testShare, String reason) {

    /** With fewer rows, a forest needs no tuning, and boosted trees do. */
    private static final int FEW = 1_000;
    /** With more rows, a test of a tenth is as sure as anybody needs. */
    private static final int MANY = 500_000;
    /** With more inputs, what a full-grown tree costs is its histograms of them, at each of its nodes. */
    private static final int WIDE = 500;

    TrainerGuess {
        parameters = new TreeMap<>(parameters);
    }

    /** @param inputs columns that a model learns from */
    static TrainerGuess of(long rows, long inputs) {
        int testShare = rows < FEW ? 30 : rows > MANY ? 10 : 20;
        if (inputs > WIDE) {
            return boosted(
                    Map.of("rounds", "50", "learning-rate", "0.2", "max-depth", "3", "max-bins", "32"),
                    testShare,
                    "many inputs: a few small trees choose among them");
        }
        return rows < FEW
                ? new TrainerGuess(
                        "random-forest",
                        new TreeMap<>(Map.of("trees", "100")),
                        testShare,
                        "few rows: trees that are grown apart need no tuning")
                : boosted(
                        Map.of("rounds", "100", "learning-rate", "0.2", "max-depth", "6"),
                        testShare,
                        "boosted trees: strong on tables, and they take missing values as they are");
    }

    private static TrainerGuess boosted(Map<String, String> parameters, int testShare, String reason) {
        return new TrainerGuess("xgboost", new TreeMap<>(parameters), testShare, reason);
    }
}
