package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.EncodedRows;
import io.github.mlmaven.api.FittedTransform;
import io.github.mlmaven.api.Metric;
import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.model.Encoder;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.step.Curves.Importance;
import io.github.mlmaven.step.Curves.ImportantColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * How much worse a model is where a column's values are shuffled among the rows: L. Breiman, "Random forests", 2001, on test
 * rows. The features that are made of the column are shuffled together.
 */
final class ColumnImportance {

    private static final int MOST_ROWS = 2_000;
    private static final int FEWEST_ROWS = 100;
    private static final int MOST_SHUFFLES = 5;

    /** More predictions would take longer than the rest of an evaluation. */
    private static final int MOST_PREDICTIONS = 200_000;

    private final Scoring scoring;
    private final Encoder encoder;
    private final EncodedRows rows;
    private final AskedMetric metric;
    private final Metric code;

    private ColumnImportance(Scoring scoring, EncodedRows rows, AskedMetric metric) {
        this.scoring = scoring;
        this.encoder = scoring.model().encoder();
        this.rows = rows;
        this.metric = metric;
        this.code = Metrics.code(metric);
    }

    /**
     * The importance of each input of a model, by the first metric that has a better side; empty where there is none, or it is
     * not defined for these rows.
     *
     * @param test all test rows; of many, some
     * @param seed of the shuffles
     */
    static Optional<Importance> of(Scoring scoring, EncodedRows test, List<AskedMetric> metrics, long seed) {
        int columns = scoring.model().encoder().inputs().size();
        int most = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, MOST_PREDICTIONS / Math.max(1, columns)));
        return metrics.stream()
                .filter(metric -> metric.better() != Better.NEITHER)
                .findFirst()
                .map(metric -> new ColumnImportance(scoring, some(test, most), metric))
                .flatMap(importance -> importance.importance(seed));
    }

    /** So many rows at most, equally far apart. */
    private static EncodedRows some(EncodedRows rows, int most) {
        if (rows.rows() <= most) {
            return rows;
        }
        float[] values = new float[most * rows.features()];
        double[] labels = new double[most];
        for (int i = 0; i < most; i++) {
            int row = (int) ((long) i * rows.rows() / most);
            System.arraycopy(rows.values(), row * rows.features(), values, i * rows.features(), rows.features());
            labels[i] = rows.labels()[row];
        }
        return new EncodedRows(rows.features(), values, labels);
    }

    private Optional<Importance> importance(long seed) {
        double whole = measured(rows);
        if (!Double.isFinite(whole)) {
            return Optional.empty();
        }
        List<ImportantColumn> columns = new ArrayList<>();
        for (String column : encoder.inputs()) {
            // A column's shuffles are its own: another one beside it changes nothing.
            worse(column, whole, new Random(seed ^ column.hashCode())).ifPresent(columns::add);
        }
        columns.sort(Comparator.comparingDouble(ImportantColumn::worse).reversed());
        return Optional.of(new Importance(metric.name(), rows.rows(), shuffles(), columns));
    }

    private int shuffles() {
        long once = Math.max(1, (long) rows.rows() * encoder.inputs().size());
        return (int) Math.min(MOST_SHUFFLES, Math.max(1, MOST_PREDICTIONS / once));
    }

    private Optional<ImportantColumn> worse(String column, double whole, Random random) {
        int[] features = features(column);
        double[] losses = new double[shuffles()];
        for (int i = 0; i < losses.length; i++) {
            double shuffled = measured(shuffled(features, random));
            losses[i] = metric.better() == Better.LOWER ? shuffled - whole : whole - shuffled;
        }
        if (Arrays.stream(losses).anyMatch(loss -> !Double.isFinite(loss))) {
            return Optional.empty();
        }
        Arrays.sort(losses);
        return Optional.of(new ImportantColumn(
                column, Arrays.stream(losses).sum() / losses.length, losses[0], losses[losses.length - 1]));
    }

    /** The places of all features that are made of a column. */
    private int[] features(String column) {
        return encoder.transforms().stream()
                .filter(transform -> transform.inputs().contains(column))
                .map(FittedTransform::features)
                .flatMap(List::stream)
                .mapToInt(encoder.features()::indexOf)
                .toArray();
    }

    private EncodedRows shuffled(int[] features, Random random) {
        int[] from = new int[rows.rows()];
        Arrays.setAll(from, row -> row);
        for (int i = from.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int taken = from[i];
            from[i] = from[other];
            from[other] = taken;
        }
        float[] values = rows.values().clone();
        for (int row = 0; row < from.length; row++) {
            for (int feature : features) {
                values[row * rows.features() + feature] = rows.values()[from[row] * rows.features() + feature];
            }
        }
        return new EncodedRows(rows.features(), values, rows.labels());
    }

    private double measured(EncodedRows some) {
        return scoring.of(some).rows().measure(code);
    }
}
