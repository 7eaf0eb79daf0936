package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Arguments.Reading;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.evaluate.Variation.Scale;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The metrics of classifications that are told something. */
final class ToldLabels {

    static final List<ToldMetric<ScoredLabels>> ALL = List.of(
            new ToldMetric<>("precision", in -> OneLabel.precision(label(in))),
            new ToldMetric<>("recall", in -> OneLabel.recall(label(in))),
            new ToldMetric<>("f1", in -> OneLabel.score(label(in), 1)),
            new ToldMetric<>("f-beta", in -> OneLabel.score(label(in), in.real("beta"))),
            new ToldMetric<>("macro-f-beta", in -> scores(in.real("beta"), false)),
            new ToldMetric<>("weighted-f-beta", in -> scores(in.real("beta"), true)),
            new ToldMetric<>("specificity", in -> OneLabel.specificity(label(in))),
            new ToldMetric<>("selection-rate", in -> OneLabel.selection(label(in))),
            new ToldMetric<>("auc", in -> against(label(in), RocCurve::area, RocCurve::moves, Scale.AREA)),
            new ToldMetric<>(
                    "average-precision",
                    in -> against(label(in), PrecisionCurve::area, PrecisionCurve::moves, Scale.SHARE)),
            new ToldMetric<>("top-k", in -> amongFirst(in.rank("k"))),
            new ToldMetric<>("gain", in -> {
                double share = in.share("at");
                return ofScores(label(in), label -> label.gain(share));
            }),
            new ToldMetric<>("lift", in -> {
                double share = in.share("at");
                return ofScores(label(in), label -> label.gain(share) / share);
            }),
            new ToldMetric<>("cost", in -> {
                Costs costs = new Costs(in.costs("costs"));
                return new Varied<>(
                        costs::mean,
                        Variation.ofAll(rows -> Influence.ofMean(rows.size(), costs.ofRow(rows)), Scale.SIZE));
            }));

    private ToldLabels() {}

    /** The metric of one label where it is told one, and else of all. */
    static Optional<ToldMetric<ScoredLabels>> of(String name) {
        return ALL.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }

    private static String label(Reading in) {
        return in.label("label").orElseThrow();
    }

    private static Varied<ScoredLabels> scores(double beta, boolean weighted) {
        return new Varied<>(
                rows -> Confusion.score(rows, beta, weighted),
                new Variation<>(
                        rows -> new LabelShares(rows).scores(beta, weighted),
                        (rows, groups) -> weighted ? groups.count() : Support.ofEachLabel(rows, groups),
                        Scale.SHARE));
    }

    private static Varied<ScoredLabels> against(
            String label,
            ToDoubleFunction<OneAgainstRest> measure,
            Function<OneAgainstRest, double[]> moves,
            Scale scale) {
        return new Varied<>(
                rows -> measure.applyAsDouble(OneAgainstRest.of(rows, label)),
                new Variation<>(
                        rows -> moves.apply(OneAgainstRest.of(rows, label)),
                        (rows, groups) -> Support.ofLabel(rows, OneLabel.place(rows, label), groups),
                        scale));
    }

    private static Varied<ScoredLabels> ofScores(String label, ToDoubleFunction<OneAgainstRest> measure) {
        return new Varied<>(rows -> measure.applyAsDouble(OneAgainstRest.of(rows, label)), Optional.empty());
    }

    private static Varied<ScoredLabels> amongFirst(int k) {
        return Varied.mean((rows, row) -> place(rows, row, k) < k ? 1 : 0, Scale.PROPORTION);
    }

    /** How many labels come before that of a row: the more probable ones, and of equal ones those before it. */
    private static int place(ScoredLabels rows, int row, int k) {
        if (k >= rows.names().size()) {
            throw new MlException(
                    "The metric top-k is asked for of the %s most probable labels, and the model has %s: each row has its label among them."
                            .formatted(k, rows.names().size()),
                    "Write a smaller k in model.yaml.");
        }
        int own = rows.label(row);
        double score = rows.probability(row, own);
        int before = 0;
        for (int label = 0; label < rows.names().size(); label++) {
            double other = rows.probability(row, label);
            before += other > score || (other == score && label < own) ? 1 : 0;
        }
        return before;
    }
}
