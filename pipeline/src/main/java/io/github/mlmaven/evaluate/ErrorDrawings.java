package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.step.Curves;
import io.github.mlmaven.step.Curves.Errors;
import io.github.mlmaven.step.Curves.Pairs;
import io.github.mlmaven.step.Profile.Bins;
import io.github.mlmaven.step.Profile.Quantile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What drawings of a regression need of its rows: how labels and predictions lie together, and how errors are spread. */
final class ErrorDrawings {

    private static final int SQUARES = 32;
    private static final int BARS = 41;

    /** So much of the numbers is drawn: one that is far from all others would press them together. */
    private static final double OUTSIDE = 0.005;

    private static final List<Double> SHARES = List.of(0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0);

    private ErrorDrawings() {}

    static Curves of(ScoredNumbers rows) {
        double[] errors = IntStream.range(0, rows.size())
                .mapToDouble(row -> rows.prediction(row) - rows.label(row))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        Optional<Errors> found = errors.length == 0 ? Optional.empty() : Optional.of(of(rows, errors));
        return new Curves(Curves.FORMAT, List.of(), 0, found);
    }

    private static Errors of(ScoredNumbers rows, double[] errors) {
        double[] edges = edges(errors, BARS);
        long[] counts = new long[BARS];
        long beyond = 0;
        for (double error : errors) {
            int bar = place(edges, error);
            if (bar < 0) {
                beyond++;
            } else {
                counts[bar]++;
            }
        }
        return new Errors(
                pairs(rows),
                new Bins(boxed(edges), LongStream.of(counts).boxed().toList()),
                beyond,
                SHARES.stream()
                        .map(share -> new Quantile(share, quantile(errors, share)))
                        .toList());
    }

    private static Pairs pairs(ScoredNumbers rows) {
        double[] numbers = IntStream.range(0, rows.size())
                .boxed()
                .flatMapToDouble(row -> DoubleStream.of(rows.label(row), rows.prediction(row)))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double[] edges = edges(numbers, SQUARES);
        long[][] counts = new long[SQUARES][SQUARES];
        long outside = 0;
        for (int row = 0; row < rows.size(); row++) {
            int label = place(edges, rows.label(row));
            int prediction = place(edges, rows.prediction(row));
            if (label < 0 || prediction < 0) {
                outside++;
            } else {
                counts[label][prediction]++;
            }
        }
        return new Pairs(
                boxed(edges),
                Arrays.stream(counts)
                        .map(row -> LongStream.of(row).boxed().toList())
                        .toList(),
                outside);
    }

    private static List<Double> boxed(double[] numbers) {
        return DoubleStream.of(numbers).boxed().toList();
    }

    /** Equally far apart, around nearly all of some numbers, which rise. */
    private static double[] edges(double[] numbers, int bins) {
        double low = quantile(numbers, OUTSIDE);
        double high = quantile(numbers, 1 - OUTSIDE);
        if (!(low < high)) {
            double reach = Math.max(0.5, Math.abs(low) / 2);
            low -= reach;
            high += reach;
        }
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            // Shares of both ends: their difference may be more than a number can be.
            edges[i] = low * ((double) (bins - i) / bins) + high * ((double) i / bins);
        }
        Arrays.sort(edges);
        return edges;
    }

    /** The bin that a number is in, which has its lower end, the last one both; -1 for none. */
    private static int place(double[] edges, double number) {
        int bins = edges.length - 1;
        if (!(number >= edges[0] && number <= edges[bins])) {
            return -1;
        }
        int found = Arrays.binarySearch(edges, number);
        return Math.min(bins - 1, found >= 0 ? found : -found - 2);
    }

    /** Between two of the numbers in proportion, as NumPy has it. */
    private static double quantile(double[] rising, double share) {
        double place = share * (rising.length - 1);
        int below = (int) place;
        if (below == rising.length - 1) {
            return rising[below];
        }
        double part = place - below;
        return rising[below] * (1 - part) + rising[below + 1] * part;
    }
}
