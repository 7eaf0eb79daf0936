package io.github.mlmaven.report;

import io.github.mlmaven.spec.BehaviourSpec;
import io.github.mlmaven.spec.BehaviourSpec.Bounds;
import io.github.mlmaven.spec.BehaviourSpec.Change;
import io.github.mlmaven.spec.BehaviourSpec.Kind;
import io.github.mlmaven.spec.Tolerance;
import io.github.mlmaven.step.Behaviour.Answer;
import io.github.mlmaven.step.Behaviour.Failing;
import io.github.mlmaven.step.Behaviour.Tried;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Behaved;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.text.Numbers;
import io.github.mlmaven.text.Shown;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a model does with rows that were changed, or made, for it, in words. */
final class BehaviourText {

    /** More rows would be no reading for a person; verdict.json has some more. */
    private static final int SHOWN = 3;

    private final GateResult gate;
    private final BehaviourSpec test;
    private final Tried tried;

    BehaviourText(GateResult gate, Behaved behaved) {
        this.gate = gate;
        this.test = behaved.test();
        this.tried = behaved.tried();
    }

    /** The test in short: {@code behaviour increasing[carat]}, with the share of rows where not all are meant. */
    String rule() {
        return "behaviour " + Shown.whole(test.title()) + (isOfAll() ? "" : " >= " + percent(atLeast()));
    }

    String sentence() {
        if (gate.ruling().reason() == Reason.NOT_TRIED) {
            return "%s: no row could be tried, so it does not pass (%s).%s".formatted(claim(), place(), leftOut());
        }
        String tooFew = gate.ruling().reason() == Reason.TOO_FEW_ROWS
                ? " But that is too few to pass: it takes %s (min-rows)."
                        .formatted(Numbers.count(gate.rule().minRows()))
                : "";
        return "%s: %s (%s).%s%s%s".formatted(claim(), share(), place(), tooFew, leftOut(), failing());
    }

    private String claim() {
        String answer = test.trial()
                .change()
                .label()
                .map(label -> "the probability of " + Shown.of(label))
                .orElse("the prediction");
        Optional<String> far = test.bounds().tolerance().map(Tolerance::text);
        return switch (test.kind()) {
            case INVARIANT ->
                changed() + " the prediction stays"
                        + far.map(most -> " within " + most).orElse("");
            case INCREASING -> changed() + " " + answer + " never falls" + beyond(far);
            case DECREASING -> changed() + " " + answer + " never rises" + beyond(far);
            case ROWS -> made();
        };
    }

    private static String beyond(Optional<String> far) {
        return far.map(most -> " by more than " + most).orElse("");
    }

    private String changed() {
        Change change = test.trial().change();
        if (change.by().isPresent()) {
            return "Where " + column() + " grows by " + change.by().get().text();
        }
        return change.values().isEmpty()
                ? "With another " + column()
                : "With "
                        + change.values().stream().map(Shown::of).collect(Collectors.joining(" or "))
                        + " as " + column();
    }

    private String made() {
        Optional<String> label = test.trial().change().label();
        Bounds bounds = test.bounds();
        String limits = bounds.min().map(min -> "at least " + min.text()).orElse("")
                + (bounds.min().isPresent() && bounds.max().isPresent() ? " and " : "")
                + bounds.max().map(max -> "at most " + max.text()).orElse("");
        if (label.isEmpty()) {
            return "The prediction for these rows is " + limits;
        }
        return limits.isEmpty()
                ? "The label of these rows is " + Shown.of(label.get())
                : "The probability of " + Shown.of(label.get()) + " for these rows is " + limits;
    }

    private String share() {
        String rows = test.kind() == Kind.ROWS ? "rows" : "test rows";
        boolean holds = gate.ruling().reason() != Reason.BROKEN;
        if (isOfAll() && holds) {
            return tried.rows() == 1
                    ? "true of the one " + (test.kind() == Kind.ROWS ? "row" : "test row")
                    : "true of all " + Numbers.count(tried.rows()) + " " + rows;
        }
        if (isOfAll()) {
            return "true of %s of %s %s, and not of all"
                    .formatted(Numbers.count(tried.held()), Numbers.count(tried.rows()), rows);
        }
        double share = tried.share().orElseThrow();
        return "true of %s of %s %s (%s), %sat least %s is required"
                .formatted(
                        Numbers.count(tried.held()),
                        Numbers.count(tried.rows()),
                        rows,
                        Numbers.apartFrom(percentage(share), percentage(atLeast())) + " %",
                        holds ? "" : "but ",
                        percent(atLeast()));
    }

    private String leftOut() {
        return tried.leftOut() == 0
                ? ""
                : " %s test rows were not tried: the model refuses them, or %s has no value there that can change so."
                        .formatted(Numbers.count(tried.leftOut()), column());
    }

    private String failing() {
        if (gate.ruling().reason() != Reason.BROKEN || tried.first().isEmpty()) {
            return "";
        }
        String rows = tried.first().stream().limit(SHOWN).map(this::failing).collect(Collectors.joining("; "));
        long more = tried.rows() - tried.held() - Math.min(SHOWN, tried.first().size());
        return " Not of " + rows + (more > 0 ? "; and " + Numbers.count(more) + " more" : "") + ".";
    }

    private String failing(Failing row) {
        Offender at = row.row();
        String place =
                Shown.whole(at.file()) + (at.isOnLine() ? " line " : " row ") + at.line() + FindingValues.key(at);
        if (row.before().isEmpty() || row.changed().isEmpty()) {
            return place + ", where " + predicted(row.after());
        }
        return "%s, where %s from %s to %s takes %s"
                .formatted(
                        place,
                        column(),
                        Shown.of(row.row().value()),
                        Shown.of(row.changed().get()),
                        moved(row.before().get(), row.after()));
    }

    private String predicted(Answer answer) {
        String number = Numbers.brief(answer.number());
        if (answer.label().isEmpty()) {
            return number + " is predicted";
        }
        return test.bounds().min().isPresent() || test.bounds().max().isPresent()
                ? "it is " + number
                : Shown.of(answer.label().get()) + " is predicted, with a probability of " + number;
    }

    private static String moved(Answer before, Answer after) {
        if (!before.label().equals(after.label())) {
            return "the label from %s to %s"
                    .formatted(
                            Shown.of(before.label().orElse("")),
                            Shown.of(after.label().orElse("")));
        }
        return "%s from %s to %s"
                .formatted(
                        before.label()
                                .map(label -> "the probability of " + Shown.of(label))
                                .orElse("the prediction"),
                        Numbers.apartFrom(before.number(), after.number()),
                        Numbers.apartFrom(after.number(), before.number()));
    }

    private String column() {
        return "'" + Shown.of(test.column().orElse("")) + "'";
    }

    private boolean isOfAll() {
        return atLeast() == 1;
    }

    private double atLeast() {
        return test.bounds().atLeast().value();
    }

    private static double percentage(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).doubleValue();
    }

    private static String percent(double share) {
        return Numbers.plain(percentage(share)) + " %";
    }

    private String place() {
        return gate.rule().place().toString();
    }
}
