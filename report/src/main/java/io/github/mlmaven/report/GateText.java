package io.github.mlmaven.report;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.step.BaselineOrigin;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Baseline;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Waived;
import io.github.mlmaven.text.Numbers;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A gate in words: the rule in short, and what became of it in whole sentences. */
public final class GateText {

    private final GateResult gate;
    private final AcceptCommand accept;

    private GateText(GateResult gate, AcceptCommand accept) {
        this.gate = gate;
        this.accept = accept;
    }

    /** The rule in short: {@code rmse <= 600}. */
    public static String rule(GateResult gate) {
        return new GateText(gate, AcceptCommand.ONLY).rule();
    }

    /**
     * Metric, value, limit and baseline, and what to do where there is something.
     *
     * @param accept what accepts the model
     */
    public static String sentence(GateResult gate, AcceptCommand accept) {
        return new GateText(gate, accept).sentence();
    }

    private String rule() {
        Optional<BehaviourText> behaviour = behaviour();
        if (behaviour.isPresent()) {
            return behaviour.get().rule();
        }
        if (gate.measured().isEmpty()) {
            return isOfContract() ? "contract" : gate.baseline().isPresent() ? "baseline" : "gates";
        }
        Optional<Bound> bound = gate.rule().bound();
        return name()
                + bound.map(found -> " " + (isPaired() ? PairedText.rule(found) : rule(found)))
                        .orElse("");
    }

    private static String rule(Bound bound) {
        return switch (bound.kind()) {
            case MIN -> ">= " + Numbers.brief(bound.amount());
            case MAX -> "<= " + Numbers.brief(bound.amount());
            case MAX_GAP -> "apart by <= " + Numbers.brief(bound.amount());
            case MIN_RATIO -> "lowest / highest >= " + Numbers.brief(bound.amount());
            case MAX_INCREASE -> "<= accepted + " + MovementText.amount(bound);
            case MAX_DECREASE -> ">= accepted - " + MovementText.amount(bound);
        };
    }

    private String sentence() {
        String told = behaviour().map(BehaviourText::sentence).orElseGet(this::reason);
        return told + gate.waived().map(GateText::waived).orElse("");
    }

    private Optional<BehaviourText> behaviour() {
        return gate.behaviour().map(behaved -> new BehaviourText(gate, behaved));
    }

    private static String waived(Waived waived) {
        String by = waived.owner() + ": " + waived.reason();
        return switch (waived.end()) {
            case COUNTS -> " Waived until " + waived.until() + " by " + by + ".";
            case EXPIRED -> " The waiver ended on " + waived.until() + ", by " + by + ".";
            case EXCEEDED ->
                " The waiver until " + waived.until() + " does not reach so far"
                        + (waived.value().isPresent()
                                ? ": it is of " + Numbers.brief(waived.value().getAsDouble())
                                : "")
                        + ", by " + by + ".";
        };
    }

    private String reason() {
        return switch (gate.ruling().reason()) {
            case HOLDS, BROKEN -> isPaired() ? new PairedText(gate).sentence(judged()) : judged() + ".";
            case UNCERTAIN ->
                isPaired()
                        ? new PairedText(gate).sentence(judged())
                        : new UncertainText(gate)
                                .sentence(judged(), gate.between().isPresent() ? GapText.word(gate) : name());
            case CONTRACT_KEPT -> ContractText.kept(gate.contract().orElseThrow(), place());
            case CONTRACT_BROKEN -> ContractText.broken(gate.contract().orElseThrow(), place());
            case CONTRACT_UNKNOWN ->
                "What callers of the last release rely on is not known: no model of a release was read (%s)."
                        .formatted(place());
            case BASELINE_UNREACHED -> BaselineText.unreached(gate.baseline().orElseThrow());
            case BASELINE_UNUSABLE -> BaselineText.unusable(gate.baseline().orElseThrow());
            case OTHER_ROWS -> otherRows();
            case NOT_MEASURED ->
                "%s is not defined for its %s test rows, so the gate %s (%s)."
                        .formatted(name(), Numbers.count(measured().rows()), end(), place());
            case NO_BASELINE ->
                "%s is %s, and there is no accepted model yet to compare it with (%s). '%s' makes this model the accepted one."
                        .formatted(name(), Numbers.brief(value()), place(), accept);
            case NOT_IN_BASELINE ->
                isPaired()
                        ? notOfBaseline()
                        : "The lock has no accepted %s, so its change cannot be judged (%s). Accept the model again with '%s', or remove the baseline."
                                .formatted(name(), place(), accept);
            case TOO_FEW_ROWS -> tooFewRows();
            case VANISHED -> vanished();
            case NO_SLICE -> noSlice("the evaluation has no slice of it");
            case NO_SLICE_LARGE_ENOUGH -> noSlice("each slice has fewer test rows than min-rows, " + minRows());
            case ONLY_SLICE ->
                "%s has no other slice to be held against that has %s test rows, so the gate %s (%s)."
                        .formatted(name(), minRows(), end(), place());
            case NOT_TRIED -> "No row could be tried (%s).".formatted(place());
            case NO_GATES ->
                "%s has no gates, so nothing says how good the model must be. Add some, such as 'gates: [{metric: ..., max: ...}]'."
                        .formatted(gate.rule().place().file());
            case NONE_JUDGED ->
                "No gate of %s could be judged, and this build requires one (ml.required). The other lines say what each would need."
                        .formatted(gate.rule().place().file());
        };
    }

    private boolean isOfContract() {
        return switch (gate.ruling().reason()) {
            case CONTRACT_KEPT, CONTRACT_BROKEN, CONTRACT_UNKNOWN -> true;
            default -> false;
        };
    }

    /** Whether it compares with another build's model. */
    private boolean isPaired() {
        return gate.baseline()
                .filter(found -> found.origin() != BaselineOrigin.LOCK)
                .isPresent();
    }

    private String notOfBaseline() {
        return "%s is not defined for the baseline %s on these rows, so its change cannot be judged (%s)."
                .formatted(name(), gate.baseline().orElseThrow().name(), place());
    }

    private String judged() {
        Bound bound = gate.rule().bound().orElseThrow();
        boolean holds = gate.ruling().reason() != Reason.BROKEN && !exceeds();
        if (gate.between().isPresent()) {
            return GapText.sentence(gate, holds) + " (" + place() + ")";
        }
        if (!bound.kind().isMovement()) {
            return limited(bound, holds) + " (" + place() + ")";
        }
        Baseline baseline = gate.baseline().orElseThrow();
        String moved = new MovementText(bound, baseline.value().orElseThrow(), value()).sentence(name(), holds);
        return moved + " (" + place() + ")" + (baseline.sameRows() ? "" : ". The accepted value is of other test rows");
    }

    private boolean exceeds() {
        Optional<Baseline> baseline =
                gate.baseline().filter(found -> found.value().isPresent());
        Bound bound = gate.rule().bound().orElseThrow();
        return bound.kind().isMovement()
                && baseline.filter(found ->
                                MovementText.exceeds(bound, found.value().getAsDouble(), value()))
                        .isPresent();
    }

    // Neither rise nor fall: which of the two it would be on the same rows, nobody knows.
    private String otherRows() {
        double accepted = gate.baseline().orElseThrow().value().orElseThrow();
        return "%s cannot be compared: the accepted %s is of other test rows than %s, which it is now (%s). '%s', in the change that brings the rows, makes the two comparable."
                .formatted(
                        name(),
                        Numbers.apartFrom(accepted, value()),
                        Numbers.apartFrom(value(), accepted),
                        place(),
                        accept);
    }

    // With digits enough to tell value and limit apart.
    private String limited(Bound bound, boolean holds) {
        boolean least = bound.kind().isLeast();
        return "%s is %s, %s%s %s is %s"
                .formatted(
                        name(),
                        Numbers.apartFrom(value(), bound.amount()),
                        holds ? "" : "but ",
                        least ? "at least" : "at most",
                        Numbers.apartFrom(bound.amount(), value()),
                        least ? "required" : "allowed");
    }

    private String tooFewRows() {
        String rows = Numbers.count(measured().rows());
        if (measured().of().isPresent()) {
            return "%s is not judged: the slice has %s test rows, and min-rows is %s (%s)."
                    .formatted(name(), rows, minRows(), place());
        }
        return "%s. But %s test rows are too few to pass a gate: it takes %s. Hold out more rows (data.split), or set the gate's min-rows."
                .formatted(judged(), rows, minRows());
    }

    private String vanished() {
        String accepted = gate.baseline()
                .map(Baseline::value)
                .filter(OptionalDouble::isPresent)
                .map(value -> " as " + Numbers.brief(value.getAsDouble()))
                .orElse("");
        return "%s was accepted%s, and this evaluation does not have it. If that is meant, '%s' accepts the model without it."
                .formatted(name(), accepted, accept);
    }

    private String noSlice(String reason) {
        return "%s was judged on no slice, so the gate %s: %s (%s).".formatted(name(), end(), reason, place());
    }

    /** What becomes of a gate that could not be judged and should have been. */
    private String end() {
        return gate.outcome() == Outcome.FAIL ? "fails" : "does not hold";
    }

    /** The metric and its rows: {@code rmse}, {@code mae of cut = Fair}, {@code mae of cut} for every slice, or a slice alone. */
    private String name() {
        Optional<String> slice = measured()
                .of()
                .map(name ->
                        name.column() + name.value().map(value -> " = " + value).orElse(""));
        return Stream.concat(measured().metric().stream(), slice.stream()).collect(Collectors.joining(" of "));
    }

    private Measured measured() {
        return gate.measured().orElseThrow();
    }

    private double value() {
        return measured().value().orElseThrow();
    }

    private String minRows() {
        return Numbers.count(gate.rule().minRows());
    }

    private String place() {
        return gate.rule().place().toString();
    }
}
