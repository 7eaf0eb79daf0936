package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.evaluate.Variation.Scale;
import java.util.List;

/** The metrics of regressions that are told something. */
final class ToldNumbers {

    static final List<ToldMetric<ScoredNumbers>> ALL = List.of(
            new ToldMetric<>("pinball", in -> {
                double alpha = in.real("alpha");
                return Varied.mean((rows, row) -> loss(rows, row, alpha), Scale.SIZE);
            }),
            new ToldMetric<>("within", in -> {
                double distance = in.real("distance");
                return Varied.mean((rows, row) -> error(rows, row) <= distance ? 1 : 0, Scale.PROPORTION);
            }),
            new ToldMetric<>("within-share", in -> {
                double share = in.share("share");
                return Varied.mean(
                        (rows, row) -> error(rows, row) <= share * Math.abs(rows.label(row)) ? 1 : 0, Scale.PROPORTION);
            }));

    private ToldNumbers() {}

    private static double error(ScoredNumbers rows, int row) {
        return Math.abs(rows.prediction(row) - rows.label(row));
    }

    /** R. Koenker and G. Bassett, "Regression quantiles", 1978. */
    private static double loss(ScoredNumbers rows, int row, double alpha) {
        double missing = rows.label(row) - rows.prediction(row);
        return missing >= 0 ? alpha * missing : (alpha - 1) * missing;
    }
}
