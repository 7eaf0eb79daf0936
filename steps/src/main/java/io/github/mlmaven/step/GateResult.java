package io.github.mlmaven.step;

import io.github.mlmaven.spec.BehaviourSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One bound of a gate and what became of it, as data: what it says in words is {@code report}'s alone.
 *
 * @param id of the result, unique in its verdict, the same in each build: {@code rmse[cut=Ideal].max}
 * @param measured what the rule bounds; empty for the result that there is no rule
 * @param baseline what a movement is measured from; empty where there is none, and for limits
 * @param waived what the lock says of a result that fails, or would; empty where it says nothing
 * @param about of the result that is about something else than a metric; empty for all others
 */
public record GateResult(
        String id,
        Rule rule,
        Optional<Measured> measured,
        Optional<Baseline> baseline,
        Ruling ruling,
        Optional<Waived> waived,
        About about) {

    /** A result that nobody waived. */
    public GateResult(String id, Rule rule, Optional<Measured> measured, Optional<Baseline> baseline, Ruling ruling) {
        this(id, rule, measured, baseline, ruling, Optional.empty(), About.NOTHING);
    }

    public Outcome outcome() {
        return ruling.outcome();
    }

    /** Whether it fails whichever model is the accepted one: a lock of the very model that was judged does not mend it. */
    public boolean failsHoweverAccepted() {
        return outcome() == Outcome.FAIL
                && switch (ruling.reason()) {
                    case NOT_MEASURED,
                            UNCERTAIN,
                            NO_SLICE,
                            NO_SLICE_LARGE_ENOUGH,
                            ONLY_SLICE,
                            NO_GATES,
                            NONE_JUDGED,
                            BASELINE_UNREACHED,
                            BASELINE_UNUSABLE,
                            CONTRACT_BROKEN,
                            CONTRACT_UNKNOWN,
                            NOT_TRIED -> true;
                    case BROKEN, NOT_IN_BASELINE ->
                        baseline.stream().noneMatch(compared -> compared.origin() == BaselineOrigin.LOCK);
                    case HOLDS, CONTRACT_KEPT, NO_BASELINE, OTHER_ROWS, VANISHED, TOO_FEW_ROWS -> false;
                };
    }

    /** The same result with another id. */
    public GateResult named(String name) {
        return new GateResult(name, rule, measured, baseline, ruling, waived, about);
    }

    /** The same result, of which the lock says something. */
    public GateResult waived(Waived by) {
        Outcome outcome = by.end() == Waived.End.COUNTS ? Outcome.WARN : ruling.outcome();
        Ruling softened = new Ruling(outcome, ruling.reason());
        return new GateResult(id, rule, measured, baseline, softened, Optional.of(by), about);
    }

    /** The same result, which is about a contract. */
    public GateResult about(Kept kept) {
        return about(new About(Optional.of(kept), Optional.empty(), Optional.empty()));
    }

    /** The same result, which is about the slices that are farthest apart. */
    public GateResult about(Between slices) {
        return about(new About(Optional.empty(), Optional.of(slices), Optional.empty()));
    }

    /** The same result, which is about the model's behaviour. */
    public GateResult about(Behaved behaved) {
        return about(new About(Optional.empty(), Optional.empty(), Optional.of(behaved)));
    }

    private GateResult about(About subject) {
        return new GateResult(id, rule, measured, baseline, ruling, waived, subject);
    }

    public Optional<Kept> contract() {
        return about.contract();
    }

    public Optional<Between> between() {
        return about.between();
    }

    public Optional<Behaved> behaviour() {
        return about.behaviour();
    }

    /**
     * What a result is about beside a metric: one of these, or none.
     *
     * @param contract what callers rely on
     * @param between the slices that are farthest apart, of a bound on that
     * @param behaviour what the model does with rows that were changed or made
     */
    public record About(Optional<Kept> contract, Optional<Between> between, Optional<Behaved> behaviour) {

        static final About NOTHING = new About(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A test of the model's behaviour, and what became of it.
     *
     * @param test as model.yaml has it
     */
    public record Behaved(BehaviourSpec test, Behaviour.Tried tried) {}

    /**
     * The two slices of a column whose metric is farthest apart.
     *
     * @param lowest their names' values, and what was measured of each
     */
    public record Between(String lowest, double low, String highest, double high) {}

    /**
     * A contract, and what the project's version says of it.
     *
     * @param now the version of the project
     * @param admitted the greatest change that it admits
     */
    public record Kept(Contract contract, String now, Contract.Level admitted) {}

    /** What a lock calls it where it is waived: with its bound, so that a waiver of one bound is none of another. */
    public String waiverName() {
        return id
                + rule.bound()
                        .map(bound -> " "
                                + BigDecimal.valueOf(bound.amount())
                                        .stripTrailingZeros()
                                        .toPlainString() + (bound.relative() ? " of the baseline" : ""))
                        .orElse("");
    }

    /** Whether somebody may answer for it for a time: it fails by a metric, and not since something is absent. */
    public boolean mayBeWaived() {
        return outcome() == Outcome.FAIL
                && switch (ruling.reason()) {
                    case BROKEN, UNCERTAIN, NOT_MEASURED, NOT_IN_BASELINE -> true;
                    default -> false;
                };
    }

    /**
     * What a lock says of a gate that fails.
     *
     * @param until the last day on which it counts
     */
    public record Waived(String until, String owner, String reason, OptionalDouble value, End end) {

        /** Whether it counts. */
        public enum End {
            COUNTS,
            /** Its last day is over. */
            EXPIRED,
            /** The metric is worse than the one that somebody answers for. */
            EXCEEDED
        }
    }

    /** What a gate, or all of them together, say; the worst of several is the last. */
    public enum Outcome {
        PASS,
        /** The gate could not be judged, and says why; the build goes on. */
        INCONCLUSIVE,
        WARN,
        FAIL
    }

    /** Why the outcome is what it is. */
    public enum Reason {
        /** The bound holds. */
        HOLDS,
        BROKEN,
        /** The rows cannot tell whether the bound holds: an interval reaches beyond it, or so few rows have none. */
        UNCERTAIN,
        /** The metric is not defined for these rows, or is no finite number. */
        NOT_MEASURED,
        /** No model was accepted yet. */
        NO_BASELINE,
        /** The baseline does not have the metric. */
        NOT_IN_BASELINE,
        /** Whether there is a release to compare with could not be found out. */
        BASELINE_UNREACHED,
        /** The project's version admits what callers of the baseline's model see change. */
        CONTRACT_KEPT,
        /** It does not. */
        CONTRACT_BROKEN,
        /** There is no model of which callers could be known. */
        CONTRACT_UNKNOWN,
        /** The baseline's model cannot be put to the test on these rows. */
        BASELINE_UNUSABLE,
        /** The baseline is of other test rows: what moved may be the rows alone. */
        OTHER_ROWS,
        /** An accepted slice, or an accepted metric, is not measured any more. */
        VANISHED,
        /** The slice, or the whole test split, has fewer test rows than the rule wants. */
        TOO_FEW_ROWS,
        /** The evaluation has no slice of the column. */
        NO_SLICE,
        /** Every slice of the column has too few rows. */
        NO_SLICE_LARGE_ENOUGH,
        /** Slices are to be held against each other, and only one has enough rows. */
        ONLY_SLICE,
        /** A test of the model's behaviour has no row to try. */
        NOT_TRIED,
        /** model.yaml has no gates. */
        NO_GATES,
        /** There are gates, and none of them could be judged. */
        NONE_JUDGED
    }

    public record Ruling(Outcome outcome, Reason reason) {}

    /**
     * What must hold.
     *
     * @param place in model.yaml
     * @param bound empty where the rule was not applied
     * @param minRows how many test rows a slice must have to be judged
     * @param severity what a broken rule is
     */
    public record Rule(SpecPlace place, Optional<Bound> bound, long minRows, Severity severity) {}

    /**
     * A metric of some test rows.
     *
     * @param metric its key; empty for every metric of the rows, and for the share of rows of which a test holds
     * @param of the slice; empty for all test rows
     * @param rows how many test rows it is of
     * @param value absent where it was not measured or is no finite number
     * @param interval where its true value probably is, as far as that is known
     */
    public record Measured(
            Optional<String> metric,
            Optional<SliceName> of,
            long rows,
            OptionalDouble value,
            Optional<Interval> interval) {

        /** A metric that was measured. */
        public static Measured of(String metric, Optional<SliceName> of, long rows, double value) {
            return new Measured(Optional.of(metric), of, rows, OptionalDouble.of(value), Optional.empty());
        }

        /** Its name among the accepted metrics, as {@link Facts} has it: {@code rmse[cut=Ideal]}. */
        public String fact() {
            return metric.orElse("") + of.map(SliceName::toString).orElse("");
        }
    }

    /**
     * Rows by a column.
     *
     * @param value the value that they have in it; empty for every slice of the column
     */
    public record SliceName(String column, Optional<String> value) {

        /** The slice that {@link #toString} made a text of, as far as its column has no equals sign; none of an empty text. */
        public static Optional<SliceName> parse(String text) {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            String inner = text.substring(1, text.length() - 1);
            int equals = inner.indexOf('=');
            return Optional.of(
                    equals < 0
                            ? new SliceName(inner, Optional.empty())
                            : new SliceName(inner.substring(0, equals), Optional.of(inner.substring(equals + 1))));
        }

        @Override
        public String toString() {
            return "[" + column + value.map(text -> "=" + text).orElse("") + "]";
        }
    }

    /**
     * What is compared with.
     *
     * @param name of its model, as {@link BaselineModel.Told} has it; empty for the lock
     * @param value the metric then, or of the same rows; absent if it is not known
     * @param sameRows whether it was measured on the same test rows
     * @param loss how much worse this model is; empty where values alone are compared
     * @param obstacles why its model says nothing of these rows
     */
    public record Baseline(
            BaselineOrigin origin,
            String name,
            OptionalDouble value,
            boolean sameRows,
            Optional<Loss> loss,
            List<Obstacle> obstacles) {

        public Baseline {
            obstacles = List.copyOf(obstacles);
        }

        /** A value of the lock. */
        public static Baseline ofLock(OptionalDouble value, boolean sameRows) {
            return new Baseline(BaselineOrigin.LOCK, "", value, sameRows, Optional.empty(), List.of());
        }

        /** The same, with the loss of this model. */
        public Baseline losing(Loss much) {
            return new Baseline(origin, name, value, sameRows, Optional.of(much), obstacles);
        }
    }

    /**
     * How much worse than its baseline a model is on the same rows, in the direction that a gate bounds.
     *
     * @param amount negative where it is better
     * @param reach how far above the estimate the true loss may be, with a confidence of 95 % to that side; as far below
     * @param tolerance what is allowed
     * @param relative whether all three are shares of the baseline's magnitude, rather than in the metric's unit
     * @param beyondChance whether it is a loss at all, among all that the gates compare
     */
    public record Loss(double amount, double reach, double tolerance, boolean relative, boolean beyondChance) {

        /** Whether any loss is smaller than what is allowed. */
        public boolean isSurelyAllowed() {
            return amount + reach <= tolerance;
        }
    }
}
