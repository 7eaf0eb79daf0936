package io.github.mlmaven.draft;

import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.evaluate.StandardErrors;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The gates that a first model passes, chosen by the task and by how often each label occurs. */
final class Gating {

    /** Of fewer test rows no gate holds unless it says so. */
    private static final int MIN_ROWS = 30;
    /** A label with more of the rows makes accuracy a poor judge. */
    private static final double MAJORITY = 0.7;
    /** A metric that is further than this many standard errors from that of a model without inputs is no chance. */
    private static final int CLEAR = 2;

    private final ScoredRows rows;
    private final StandardErrors errors;
    private final StandardErrors without;
    private final List<GateGuess> gates = new ArrayList<>();
    private final List<Measured> judged = new ArrayList<>();

    private Gating(ScoredRows rows) {
        this.rows = rows;
        this.errors = new StandardErrors(rows);
        this.without = new StandardErrors(WithoutInputs.of(rows));
    }

    /** @param rows of the test, predicted by the first model */
    static Gating of(Task task, ScoredRows rows) {
        Gating gating = new Gating(rows);
        if (task == Task.REGRESSION) {
            gating.numbers();
        } else {
            gating.labels((ScoredLabels) rows);
        }
        return gating;
    }

    List<GateGuess> gates() {
        return List.copyOf(gates);
    }

    /** The metrics beside those of a model without inputs, where none is better by more than two standard errors. */
    Optional<String> hardlyBetterThanNone() {
        return judged.stream().anyMatch(metric -> metric.gain() > CLEAR * metric.error())
                ? Optional.empty()
                : Optional.of(judged.stream()
                        .map(metric -> "%s %s (without inputs %s)"
                                .formatted(
                                        metric.name(), Numbers.brief(metric.value()), Numbers.brief(metric.without())))
                        .collect(Collectors.joining(", ")));
    }

    private void numbers() {
        atMost("rmse", "");
        atMost("mae", "");
        atLeast("r2", "");
        notWorse("rmse", "max-increase");
    }

    private void labels(ScoredLabels scored) {
        double majority = majority(scored);
        if (majority > MAJORITY) {
            atLeast(
                    "auc",
                    "; accuracy says little where one label has " + Numbers.brief(100 * majority) + " % of the rows");
            atLeast("balanced-accuracy", "");
            atMost("log-loss", "");
        } else {
            atLeast("accuracy", "");
            atLeast("macro-f1", "");
            atMost("log-loss", "");
            notWorse("accuracy", "max-decrease");
        }
        if (majority > MAJORITY || gates.stream().noneMatch(gate -> gate.rule().isPresent())) {
            notWorse("log-loss", "max-increase");
        }
    }

    private static double majority(ScoredLabels scored) {
        long[] counts = new long[scored.names().size()];
        long most = 0;
        for (int row = 0; row < scored.size(); row++) {
            most = Math.max(most, ++counts[scored.label(row)]);
        }
        return most / (double) scored.size();
    }

    private void atMost(String metric, String more) {
        measured(metric, -1)
                .ifPresent(measured -> limit(measured, "max", Room.above(measured.value(), measured.error()), more));
    }

    private void atLeast(String metric, String more) {
        measured(metric, 1)
                .ifPresent(measured -> limit(measured, "min", Room.below(measured.value(), measured.error()), more));
    }

    private void limit(Measured measured, String bound, BigDecimal limit, String more) {
        judged.add(measured);
        if (measured.sign() * limit.doubleValue() > measured.sign() * measured.without()) {
            gates.add(GateGuess.of(
                    "metric: " + measured.name() + ", " + bound + ": " + YamlText.of(limit) + minRows(),
                    measured.reason() + more + rare(measured.name())));
        } else {
            gates.add(GateGuess.none(
                    "no limit of " + measured.name() + ", which would hold nothing back: " + measured.reason() + more));
        }
    }

    /** Losses can grow to many times what they were; what is a share cannot lose more than all. */
    private void notWorse(String metric, String bound) {
        measured(metric, bound.equals("max-increase") ? -1 : 1)
                .filter(measured -> measured.value() > 0)
                .ifPresent(measured -> {
                    double share = Room.ERRORS * measured.error() / measured.value();
                    if (share < 1 || measured.sign() < 0) {
                        gates.add(GateGuess.of(
                                "metric: " + metric + ", baseline: {" + bound + ": " + percent(share) + "}" + minRows(),
                                "than the accepted model's"));
                    }
                });
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .setScale(0, RoundingMode.UP)
                        .toPlainString() + "%";
    }

    private String minRows() {
        return rows.size() < MIN_ROWS ? ", min-rows: " + rows.size() : "";
    }

    private Optional<Measured> measured(String metric, int sign) {
        OptionalDouble value = errors.value(metric);
        OptionalDouble error = errors.of(metric);
        OptionalDouble none = without.value(metric);
        return value.isEmpty() || error.isEmpty() || none.isEmpty()
                ? Optional.empty()
                : Optional.of(new Measured(
                        metric,
                        sign,
                        value.getAsDouble(),
                        spread(metric, value.getAsDouble(), error.getAsDouble()),
                        unrounded(none.getAsDouble())));
    }

    private String rare(String metric) {
        return rows.size() >= MIN_ROWS && reach(metric).isEmpty()
                ? "; inconclusive until there are 10 test rows of each label"
                : "";
    }

    private OptionalDouble reach(String metric) {
        return errors.reach(Catalog.builtIn().asked(metric));
    }

    /**
     * The standard error, or more where the interval reaches further than the room of a limit: a limit within the interval
     * would be uncertain from the start. A test without a fault has no spread, and yet the next one may have some: one row's
     * part stands for it.
     */
    private double spread(String metric, double value, double error) {
        double least = error > 0 ? error : Math.max(Math.abs(value), 1e-6) / rows.size();
        return Math.max(least, reach(metric).orElse(0) / (Room.ERRORS - 0.5));
    }

    /** Zero where sums in another order made a last digit of it. */
    private static double unrounded(double value) {
        return Math.abs(value) < 1e-12 ? 0 : value;
    }

    /**
     * A metric of the first model.
     *
     * @param sign 1 where more is better, else -1
     * @param error its standard error
     * @param without that of a model without inputs
     */
    private record Measured(String name, int sign, double value, double error, double without) {

        /** By how much it is better than a model without inputs. */
        double gain() {
            return sign * (value - without);
        }

        String reason() {
            return "it had %s, standard error %s; without inputs %s"
                    .formatted(
                            Numbers.brief(value),
                            Numbers.brief(new BigDecimal(error)
                                    .round(new MathContext(2))
                                    .doubleValue()),
                            Numbers.brief(without));
        }
    }
}
