package io.github.mlmaven.step;

import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code history-CLASSIFIER.json}: how well the released versions of a model did in their own builds.
 *
 * @param metrics of all of them, the last one's first
 * @param releases the oldest first
 */
public record History(int format, List<Reported> metrics, List<Release> releases) {

    public static final int FORMAT = 1;

    public History {
        metrics = List.copyOf(metrics);
        releases = List.copyOf(releases);
    }

    /**
     * A version.
     *
     * @param testRows which rows were tested, as in {@link Evaluation#testRows()}
     * @param scores over all test rows
     * @param problem why nothing is known of it, as a phrase; empty where something is
     */
    public record Release(
            String version, Optional<String> testRows, Optional<Scores> scores, Optional<String> problem) {

        public static Release of(String version, Evaluation evaluation) {
            return new Release(
                    version, Optional.of(evaluation.testRows()), Optional.of(evaluation.overall()), Optional.empty());
        }

        public static Release unknown(String version, String problem) {
            return new Release(version, Optional.empty(), Optional.empty(), Optional.of(problem));
        }

        private Optional<Point> point(String metric) {
            return scores.flatMap(found -> {
                Double value = found.metrics().get(metric);
                Interval interval = found.intervals().get(metric);
                return value == null || interval == null
                        ? Optional.empty()
                        : Optional.of(new Point(version, value, interval));
            });
        }
    }

    /** A metric of a version, where an interval of it is known. */
    public record Point(String version, double value, Interval interval) {}

    /**
     * That the last version is worse than an earlier one, by more than the intervals of the two allow for.
     *
     * @param metric which one
     * @param best of the earlier versions the one with the best value
     * @param last the last version
     */
    public record Fall(String metric, Point best, Point last) {}

    /**
     * The metrics of which the last version is worse than the best one before it. Losses that each were allowed add up: no
     * gate sees that, as each compares with the version before.
     */
    public List<Fall> falls() {
        List<Fall> falls = new ArrayList<>();
        for (Reported metric : metrics) {
            List<Point> points = releases.stream()
                    .flatMap(release -> release.point(metric.name()).stream())
                    .toList();
            boolean isOfLast = !points.isEmpty()
                    && points.get(points.size() - 1)
                            .version()
                            .equals(releases.get(releases.size() - 1).version());
            if (metric.better() != Better.NEITHER && points.size() > 1 && isOfLast) {
                fall(metric, points).ifPresent(falls::add);
            }
        }
        return falls;
    }

    private static Optional<Fall> fall(Reported metric, List<Point> points) {
        int sign = metric.better() == Better.HIGHER ? 1 : -1;
        Point last = points.get(points.size() - 1);
        Point best = points.get(0);
        for (Point point : points.subList(0, points.size() - 1)) {
            best = sign * point.value() > sign * best.value() ? point : best;
        }
        Interval change = Interval.ofDifference(last.value(), last.interval(), best.value(), best.interval());
        boolean isWorse = sign > 0 ? change.high() < 0 : change.low() > 0;
        return isWorse ? Optional.of(new Fall(metric.name(), best, last)) : Optional.empty();
    }
}
