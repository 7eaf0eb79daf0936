package io.github.mlmaven.report;

import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Baseline;
import io.github.mlmaven.step.GateResult.Loss;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How a model does beside another one on the same rows, in words: whether it is worse beyond chance, and how far the rows can
 * tell.
 *
 * @param gate with a baseline of another build's model
 */
record PairedText(GateResult gate) {

    /** How far rows can tell, and how many it takes, are estimates: so many digits of them mean something. */
    private static final MathContext DIGITS = new MathContext(2, RoundingMode.CEILING);

    /** More rows than anybody tests a model with. */
    private static final double MANY = 1e12;

    /**
     * What the rows say.
     *
     * @param judged what the estimate says of the bound, without a full stop
     */
    String sentence(String judged) {
        String beside = "%s. On the same %s rows as %s"
                .formatted(judged, rows(), baseline().name());
        Optional<Loss> loss = baseline().loss();
        if (gate.ruling().reason() == Reason.BROKEN) {
            return beside
                    + (loss.isPresent()
                            ? " it is worse beyond chance, and by more than is allowed."
                            : " it is worse by more than is allowed; of this metric nobody knows what is chance.");
        }
        if (gate.ruling().reason() == Reason.HOLDS) {
            return beside
                    + (loss.isPresent() ? " any loss is smaller than is allowed." : ", going by the values alone.");
        }
        String strict = gate.outcome() == Outcome.INCONCLUSIVE ? "" : " The gate is strict.";
        return beside
                + loss.map(this::doubt)
                        .orElse(
                                " nothing is known of what is chance: that takes 10 rows, or groups of rows, and of a mean over labels 10 of each label.")
                + strict;
    }

    private String doubt(Loss loss) {
        boolean exceeds = loss.amount() > loss.tolerance();
        double told = 2 * loss.reach();
        String first = exceeds
                ? " that may be chance: "
                : " the true loss may be up to " + amount(loss, loss.amount() + loss.reach()) + ": ";
        if (told > loss.tolerance()) {
            return first
                    + "they can tell a change of %s apart, and this gate asks for %s, which %s."
                            .formatted(
                                    amount(loss, told),
                                    exactly(loss),
                                    loss.tolerance() == 0
                                            ? "no number of rows can"
                                            : "needs about " + needed(told / loss.tolerance()) + " rows");
        }
        double room = Math.abs(loss.tolerance() - loss.amount());
        return first
                + "they cannot tell, "
                + (room == 0
                        ? "and no number of them could."
                        : "about " + needed(Math.max(1, loss.reach() / room)) + " could.");
    }

    /** The rows of which a reach is so many times smaller: it shrinks with their root. */
    private String needed(double times) {
        double product = gate.measured().orElseThrow().rows() * times * times;
        if (!(product < MANY)) {
            return "1,000,000,000,000 or more";
        }
        BigDecimal rows = BigDecimal.valueOf(product).round(DIGITS);
        return Numbers.count(rows.setScale(0, RoundingMode.CEILING).longValue());
    }

    private static String amount(Loss loss, double amount) {
        BigDecimal shown = BigDecimal.valueOf(amount).round(DIGITS);
        return unit(loss, shown);
    }

    private static String exactly(Loss loss) {
        return unit(loss, BigDecimal.valueOf(loss.tolerance()).round(MathContext.DECIMAL32));
    }

    private static String unit(Loss loss, BigDecimal amount) {
        BigDecimal shown = loss.relative() ? amount.movePointRight(2) : amount;
        String text = shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
        return loss.relative() ? text + " %" : text;
    }

    /** The rule's end of the baseline: {@code baseline + 2 %}. */
    static String rule(Bound bound) {
        return switch (bound.kind()) {
            case MAX_INCREASE -> "<= baseline + " + MovementText.amount(bound);
            case MAX_DECREASE -> ">= baseline - " + MovementText.amount(bound);
            case MIN, MAX, MAX_GAP, MIN_RATIO -> throw new IllegalArgumentException("no movement: " + bound);
        };
    }

    private Baseline baseline() {
        return gate.baseline().orElseThrow();
    }

    private String rows() {
        return Numbers.count(gate.measured().orElseThrow().rows());
    }
}
