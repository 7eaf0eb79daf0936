package io.github.mlmaven.draft;

import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.evaluate.StandardErrors;
import io.github.mlmaven.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The gates that a first model passes, chosen by the task and by how often each label occurs. */
final class Gating {

    /** Of fewer test rows no gate holds unless it says so. */
    private static final int MIN_ROWS = 30;
    /** A label with more of the rows makes accuracy a poor judge. */
    private static final double MAJORITY = 0.7;

    private final ScoredRows rows;
    private final StandardErrors errors;
    private final List<GateGuess> gates = new ArrayList<>();
    private boolean better;

    private Gating(ScoredRows rows) {
        this.rows = rows;
        this.errors = new StandardErrors(rows);
    }

    /** @param rows of the test, predicted by the first model */
    static Gating of(Task task, ScoredRows rows) {
        Gating gating = new Gating(rows);
        if (task == Task.REGRESSION) {
            gating.numbers((ScoredNumbers) rows);
        } else {
            gating.labels((ScoredLabels) rows);
        }
        return gating;
    }

    List<GateGuess> gates() {
        return List.copyOf(gates);
    }

    /** Whether the model is better than one that looks at no input, by more than a standard error. */
    boolean isClearlyBetterThanNone() {
        return better;
    }

    private void numbers(ScoredNumbers scored) {
        double[] labels = new double[scored.size()];
        Arrays.setAll(labels, scored::label);
        double mean = Arrays.stream(labels).sum() / labels.length;
        double[] constant = new double[labels.length];
        Arrays.fill(constant, mean);
        OptionalDouble rmse = errors.value("rmse");
        OptionalDouble without = new StandardErrors(new ScoredNumbers(labels, constant)).value("rmse");
        boolean helps = rmse.orElse(0) < without.orElse(0);
        better = rmse.orElse(0) + error("rmse") < without.orElse(0);
        atMost("rmse", without(helps, "the mean", without.orElse(0)));
        atMost("mae", "");
        atLeast("r2", 0, "");
        notWorse("rmse", "max-increase");
    }

    private void labels(ScoredLabels scored) {
        double majority = majority(scored);
        double chance = 1.0 / scored.names().size();
        if (majority > MAJORITY) {
            double balanced = errors.value("balanced-accuracy").orElse(0);
            better = balanced - error("balanced-accuracy") > chance;
            atLeast(
                    "auc",
                    0.5,
                    ", of chance 0.5; accuracy says little where one label has " + Numbers.brief(100 * majority)
                            + " % of the rows");
            atLeast("balanced-accuracy", chance, without(balanced > chance, "the most frequent label", chance));
            atMost("log-loss", "");
            notWorse("log-loss", "max-increase");
        } else {
            double accuracy = errors.value("accuracy").orElse(0);
            better = accuracy - error("accuracy") > majority;
            atLeast("accuracy", 0, without(accuracy > majority, "the most frequent label", majority));
            atLeast("macro-f1", 0, "");
            atMost("log-loss", "");
            notWorse("accuracy", "max-decrease");
        }
    }

    private double error(String metric) {
        return errors.of(metric).orElse(0);
    }

    /** What a model would have that looks at no input. */
    private static String without(boolean helps, String constant, double value) {
        return (helps ? "; " : "; NO BETTER than without inputs: ") + constant + " for every row has "
                + Numbers.brief(value);
    }

    private static double majority(ScoredLabels scored) {
        long[] counts = new long[scored.names().size()];
        for (int row = 0; row < scored.size(); row++) {
            counts[scored.label(row)]++;
        }
        return Arrays.stream(counts).max().orElse(0) / (double) scored.size();
    }

    private void atMost(String metric, String more) {
        measured(metric)
                .ifPresent(measured -> gates.add(new GateGuess(
                        "metric: " + metric + ", max: " + YamlText.of(Room.above(measured.value(), measured.error()))
                                + minRows(),
                        measured.reason() + more)));
    }

    /** @param worst a limit that is not above this holds nothing back, and is no gate */
    private void atLeast(String metric, double worst, String more) {
        measured(metric).ifPresent(measured -> {
            BigDecimal limit = Room.below(measured.value(), measured.error());
            if (limit.doubleValue() > worst) {
                gates.add(new GateGuess(
                        "metric: " + metric + ", min: " + YamlText.of(limit) + minRows(), measured.reason() + more));
            }
        });
    }

    private void notWorse(String metric, String bound) {
        measured(metric).filter(measured -> measured.value() > 0).ifPresent(measured -> {
            double share = Room.ERRORS * measured.error() / measured.value();
            if (share < 1) {
                gates.add(new GateGuess(
                        "metric: " + metric + ", baseline: {" + bound + ": " + percent(share, RoundingMode.UP) + "}"
                                + minRows(),
                        "than the accepted model's"));
            }
        });
    }

    private static String percent(double share, RoundingMode mode) {
        return BigDecimal.valueOf(share).movePointRight(2).setScale(0, mode).toPlainString() + "%";
    }

    private String minRows() {
        return rows.size() < MIN_ROWS ? ", min-rows: " + rows.size() : "";
    }

    private Optional<Measured> measured(String metric) {
        OptionalDouble value = errors.value(metric);
        OptionalDouble error = errors.of(metric);
        return value.isEmpty() || error.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Measured(value.getAsDouble(), atLeastOneRow(value.getAsDouble(), error.getAsDouble())));
    }

    /** A test without a fault has no spread, and yet the next one may have some: one row's part stands for it. */
    private double atLeastOneRow(double value, double error) {
        return error > 0 ? error : Math.max(Math.abs(value), 1e-6) / rows.size();
    }

    private record Measured(double value, double error) {

        String reason() {
            return "it had " + Numbers.brief(value) + ", standard error "
                    + Numbers.brief(
                            new BigDecimal(error).round(new MathContext(2)).doubleValue());
        }
    }
}
