package io.github.mlmaven.report;

import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Comparison.Change;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Interval;
import io.github.mlmaven.text.Numbers;
import java.util.List;
import java.util.Optional;

/**
 * A metric of all test rows as tables show it, beside the baseline's on the same rows; what is not known is {@value #NONE}.
 *
 * @param metric its name
 * @param now the value with its interval
 * @param baseline the value of the baseline's model
 * @param moved from there to now, with the interval of the difference
 */
public record MetricText(String metric, Of now, String baseline, Of moved) {

    private static final String NONE = "-";

    /** A number and where its true value probably is. */
    public record Of(String value, String interval) {}

    /** Each metric of an evaluation, in its order. */
    public static List<MetricText> of(Evaluation evaluation, Comparison comparison) {
        return evaluation.metrics().stream()
                .map(metric -> of(metric, evaluation, comparison))
                .toList();
    }

    private static MetricText of(Reported metric, Evaluation evaluation, Comparison comparison) {
        Optional<Double> now =
                Optional.ofNullable(evaluation.overall().metrics().get(metric.name()));
        Optional<Interval> interval =
                Optional.ofNullable(evaluation.overall().intervals().get(metric.name()));
        Optional<Change> change = comparison
                .overall()
                .flatMap(changes -> Optional.ofNullable(changes.metrics().get(metric.name())));
        return new MetricText(
                metric.name(),
                new Of(shown(now), interval.map(MetricText::interval).orElse(NONE)),
                shown(change.map(Change::baseline)),
                new Of(
                        change.flatMap(found -> now.map(value -> signed(value - found.baseline())))
                                .orElse(NONE),
                        change.flatMap(Change::difference)
                                .map(found -> signed(found.low()) + " .. " + signed(found.high()))
                                .orElse(NONE)));
    }

    private static String shown(Optional<Double> number) {
        return number.map(Numbers::brief).orElse(NONE);
    }

    /** {@code 0.91 .. 0.95}. */
    public static String interval(Interval interval) {
        return Numbers.brief(interval.low()) + " .. " + Numbers.brief(interval.high());
    }

    private static String signed(double number) {
        return (number > 0 ? "+" : "") + Numbers.brief(number);
    }

    /** How a table calls intervals: {@code 95 % interval}. */
    public static String heading(Evaluation evaluation) {
        return Numbers.brief(100 * evaluation.confidence()) + " % interval";
    }
}
