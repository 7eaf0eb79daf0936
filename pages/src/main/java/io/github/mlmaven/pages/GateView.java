package io.github.mlmaven.pages;

import io.github.mlmaven.report.GateText;
import io.github.mlmaven.report.MetricText;
import io.github.mlmaven.report.VerdictText;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Baseline;
import io.github.mlmaven.step.GateResult.Loss;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.Interval;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A gate: what became of it in words, and on a line where there is a number.
 *
 * @param place in model.yaml
 */
record GateView(String anchor, Mark mark, String rule, String place, String sentence, Optional<Drawn> drawn) {

    /**
     * The number on its line.
     *
     * @param figures the same as texts
     */
    record Drawn(Scale scale, List<Figure> figures) {

        Drawn {
            figures = List.copyOf(figures);
        }

        /** The drawing in words, for who does not see it. */
        String says() {
            return figures.stream()
                    .map(figure -> figure.name() + " " + figure.value())
                    .collect(Collectors.joining(", "));
        }
    }

    /** @param css the class of the style sheet */
    record Figure(String css, String name, String value) {}

    static GateView of(GateResult gate, int number, VerdictText words) {
        return new GateView(
                "gate-" + number,
                mark(gate.outcome()),
                VisibleText.value(GateText.rule(gate)),
                VisibleText.value(gate.rule().place().toString()),
                VisibleText.sentence(words.sentence(gate)),
                drawn(gate));
    }

    static Mark mark(Outcome outcome) {
        return switch (outcome) {
            case PASS -> new Mark(Mark.Tone.GOOD, "PASS");
            case INCONCLUSIVE -> new Mark(Mark.Tone.QUIET, "INCONCLUSIVE");
            case WARN -> new Mark(Mark.Tone.WARNING, "WARN");
            case FAIL -> new Mark(Mark.Tone.ERROR, "FAIL");
        };
    }

    private static Optional<Drawn> drawn(GateResult gate) {
        Optional<Bound> bound = gate.rule().bound();
        OptionalDouble value = gate.measured().map(GateResult.Measured::value).orElse(OptionalDouble.empty());
        if (bound.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble baseline = gate.baseline().map(Baseline::value).orElse(OptionalDouble.empty());
        OptionalDouble limit = limit(bound.get(), baseline);
        Scale.Marks marks = new Scale.Marks(value.getAsDouble(), interval(gate, bound.get()), limit, baseline);
        Scale.Allowed allowed = isLeast(bound.get()) ? Scale.Allowed.ABOVE : Scale.Allowed.BELOW;
        return Optional.of(new Drawn(Scale.of(marks, marks.range(), allowed), figures(gate, bound.get(), marks)));
    }

    private static boolean isLeast(Bound bound) {
        return bound.kind().isLeast() || bound.kind() == Kind.MAX_DECREASE;
    }

    /** In the metric's unit: of a movement as far from the baseline as it may go. */
    private static OptionalDouble limit(Bound bound, OptionalDouble baseline) {
        if (!bound.kind().isMovement()) {
            return OptionalDouble.of(bound.amount());
        }
        if (baseline.isEmpty()) {
            return OptionalDouble.empty();
        }
        double from = baseline.getAsDouble();
        double limit = from + direction(bound) * bound.amount() * (bound.relative() ? Math.abs(from) : 1);
        return Double.isFinite(limit) ? OptionalDouble.of(limit) : OptionalDouble.empty();
    }

    private static int direction(Bound bound) {
        return bound.kind() == Kind.MAX_INCREASE ? 1 : -1;
    }

    /** Of a movement from another model's value on the same rows what the gate goes by: that of the difference. */
    private static Optional<Interval> interval(GateResult gate, Bound bound) {
        Optional<Loss> loss = gate.baseline().flatMap(Baseline::loss);
        if (loss.isEmpty()) {
            return gate.measured().flatMap(GateResult.Measured::interval);
        }
        double from = gate.baseline().orElseThrow().value().orElseThrow();
        double unit = direction(bound) * (loss.get().relative() ? Math.abs(from) : 1);
        double one = from + unit * (loss.get().amount() - loss.get().reach());
        double other = from + unit * (loss.get().amount() + loss.get().reach());
        return Double.isFinite(one) && Double.isFinite(other)
                ? Optional.of(new Interval(Math.min(one, other), Math.max(one, other)))
                : Optional.empty();
    }

    private static List<Figure> figures(GateResult gate, Bound bound, Scale.Marks marks) {
        List<Figure> figures = new ArrayList<>();
        double value = marks.value();
        figures.add(new Figure(
                "point",
                "value",
                marks.limit().isPresent()
                        ? Numbers.apartFrom(value, marks.limit().getAsDouble())
                        : Numbers.brief(value)));
        boolean paired = gate.baseline().flatMap(Baseline::loss).isPresent();
        marks.interval()
                .ifPresent(found -> figures.add(
                        new Figure("reach", paired ? "by the change" : "interval", MetricText.interval(found))));
        marks.limit()
                .ifPresent(limit -> figures.add(
                        new Figure("limit", isLeast(bound) ? "at least" : "at most", Numbers.apartFrom(limit, value))));
        marks.baseline()
                .ifPresent(baseline ->
                        figures.add(new Figure("accepted", paired ? "baseline" : "accepted", Numbers.brief(baseline))));
        return figures;
    }
}
