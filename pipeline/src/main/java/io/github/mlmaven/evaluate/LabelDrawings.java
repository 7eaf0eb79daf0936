package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.step.Curves;
import io.github.mlmaven.step.Curves.Curve;
import io.github.mlmaven.step.Curves.LabelCurves;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What drawings of a classification need of its rows, label by label. */
final class LabelDrawings {

    /** More labels than a person looks at. */
    private static final int MOST = 12;

    private final double confidence;

    private LabelDrawings(double confidence) {
        this.confidence = confidence;
    }

    /** @param confidence of intervals, in (0, 1) */
    static Curves of(ScoredLabels rows, double confidence) {
        List<OneAgainstRest> occurring = OneAgainstRest.each(rows).stream()
                .filter(label -> label.with().length > 0)
                .sorted(Comparator.comparingInt(label -> -label.with().length))
                .toList();
        return new Curves(
                Curves.FORMAT,
                occurring.stream()
                        .limit(MOST)
                        .map(new LabelDrawings(confidence)::curves)
                        .toList(),
                Math.max(0, occurring.size() - MOST),
                Optional.empty());
    }

    private LabelCurves curves(OneAgainstRest label) {
        return new LabelCurves(
                label.name(),
                label.with().length,
                label.without().length == 0 ? Optional.empty() : Optional.of(roc(label)),
                precision(label),
                new Bins(label, confidence).reliability());
    }

    /** From no row to all of them: a point for each score, the highest first. */
    private static Curve roc(OneAgainstRest label) {
        Thinning points = new Thinning();
        points.add(0, 0);
        descend(
                label,
                (with, without) ->
                        points.add((double) without / label.without().length, (double) with / label.with().length));
        return points.curve(OptionalDouble.of(RocCurve.area(label)));
    }

    private static Curve precision(OneAgainstRest label) {
        Thinning points = new Thinning();
        descend(
                label,
                (with, without) -> points.add((double) with / label.with().length, (double) with / (with + without)));
        return points.curve(OptionalDouble.of(PrecisionCurve.area(label)));
    }

    private static void descend(OneAgainstRest label, Reached reached) {
        double[] with = label.with();
        double[] without = label.without();
        int ofLabel = with.length;
        int ofOthers = without.length;
        while (ofLabel + ofOthers > 0) {
            double score = Math.max(highest(with, ofLabel), highest(without, ofOthers));
            while (ofLabel > 0 && Double.compare(with[ofLabel - 1], score) >= 0) {
                ofLabel--;
            }
            while (ofOthers > 0 && Double.compare(without[ofOthers - 1], score) >= 0) {
                ofOthers--;
            }
            reached.rows(with.length - ofLabel, without.length - ofOthers);
        }
    }

    private static double highest(double[] scores, int left) {
        return left == 0 ? Double.NEGATIVE_INFINITY : scores[left - 1];
    }

    /** Told how many rows score at least so high. */
    @FunctionalInterface
    private interface Reached {

        /**
         * Some score.
         *
         * @param with rows that have the label
         * @param without rows that do not
         */
        void rows(int with, int without);
    }

    /** Rows by the probability that they have the label, as it was said. */
    private static final class Bins {

        /** Those of scikit-learn's calibration_curve end at tenths too, where it is asked for ten. */
        private static final int COUNT = 10;

        private final double confidence;
        private final long[] rows = new long[COUNT];
        private final long[] hits = new long[COUNT];
        private final double[] said = new double[COUNT];

        Bins(OneAgainstRest label, double confidence) {
            this.confidence = confidence;
            for (int row = 0; row < label.size(); row++) {
                int bin = Calibration.bin(label.score(row), COUNT);
                rows[bin]++;
                hits[bin] += label.has(row) ? 1 : 0;
                said[bin] += label.score(row);
            }
        }

        List<Curves.Reliability> reliability() {
            List<Curves.Reliability> bins = new ArrayList<>();
            for (int bin = 0; bin < COUNT; bin++) {
                if (rows[bin] > 0) {
                    double observed = (double) hits[bin] / rows[bin];
                    bins.add(new Curves.Reliability(
                            rows[bin],
                            said[bin] / (double) rows[bin],
                            observed,
                            Intervals.ofShare(observed, (double) rows[bin], confidence)));
                }
            }
            return bins;
        }
    }
}
