package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.api.Tick;
import io.github.mlmaven.measure.Counts;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.spec.Domain;
import io.github.mlmaven.spec.Edge;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How cells break the rules of their column. */
final class Offences {

    private Offences() {}

    /** Numbers that are not finite, or all other texts that are not of the column's type. */
    static Offence clash(String column, boolean notFinite) {
        return (batch, found) -> {
            for (Clash clash : batch.column(column).clashes()) {
                if (Counts.isNotFinite(clash.text()) == notFinite) {
                    found.add(batch.position(clash.row()), clash::text);
                }
            }
        };
    }

    /** All texts that are not of the column's type. */
    static Offence clash(String column) {
        return (batch, found) ->
                batch.column(column).clashes().forEach(clash -> found.add(batch.position(clash.row()), clash::text));
    }

    /** Numbers below the least or above the greatest that is allowed; whole numbers to the last digit. */
    static Offence outside(String name, Domain domain) {
        double min = domain.min().map(Edge::real).orElse(Double.NEGATIVE_INFINITY);
        double max = domain.max().map(Edge::real).orElse(Double.POSITIVE_INFINITY);
        long least = domain.min().map(edge -> whole(edge, RoundingMode.CEILING)).orElse(Long.MIN_VALUE);
        long greatest =
                domain.max().map(edge -> whole(edge, RoundingMode.FLOOR)).orElse(Long.MAX_VALUE);
        return (batch, found) -> {
            Column column = batch.column(name);
            if (column instanceof Column.Times times) {
                // Edges are in microseconds, and so many are in a tick.
                long micros = Tick.MICROSECOND.perDay() / times.tick().perDay();
                long[] values = times.values();
                for (int row = 0; row < batch.rows(); row++) {
                    boolean present = values[row] != Column.Times.MISSING;
                    if (present && (values[row] * micros < least || values[row] * micros > greatest)) {
                        add(batch, column, row, found);
                    }
                }
            } else if (column instanceof Column.Doubles numbers) {
                double[] values = numbers.values();
                for (int row = 0; row < batch.rows(); row++) {
                    if (values[row] < min || values[row] > max) {
                        add(batch, column, row, found);
                    }
                }
            } else if (column instanceof Column.Longs numbers) {
                long[] values = numbers.values();
                for (int row = 0; row < batch.rows(); row++) {
                    if (values[row] != Column.Longs.MISSING && (values[row] < least || values[row] > greatest)) {
                        add(batch, column, row, found);
                    }
                }
            }
        };
    }

    /** The whole number next to an edge, or the last beyond which there is none in data. */
    private static long whole(Edge edge, RoundingMode mode) {
        BigInteger whole = edge.exact().setScale(0, mode).toBigInteger();
        return whole.bitLength() < Long.SIZE
                ? whole.longValue()
                : whole.signum() < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE;
    }

    /** Cells without any value: a clash is something else. */
    static Offence missing(String name) {
        return (batch, found) -> {
            Column column = batch.column(name);
            Set<Integer> clashes = column.clashes().stream().map(Clash::row).collect(Collectors.toSet());
            for (int row = 0; row < batch.rows(); row++) {
                if (column.isMissing(row) && !clashes.contains(row)) {
                    found.add(batch.position(row), () -> "");
                }
            }
        };
    }

    private static void add(Batch batch, Column column, int row, Found found) {
        found.add(batch.position(row), () -> column.text(row));
    }

    /** Texts that are not allowed; each is looked at once. */
    static final class NotAllowed implements Offence {

        private final String name;
        private final Predicate<String> allowed;
        private @Nullable Dictionary of;
        private boolean[] byCode = new boolean[0];
        private int known;

        NotAllowed(String name, Predicate<String> allowed) {
            this.name = name;
            this.allowed = allowed;
        }

        @Override
        public void find(Batch batch, Found found) {
            // Only categories and texts have such rules.
            Column.Texts texts = (Column.Texts) batch.column(name);
            learn(texts.dictionary());
            int[] codes = texts.codes();
            for (int row = 0; row < batch.rows(); row++) {
                if (codes[row] != Column.Texts.MISSING && !byCode[codes[row]]) {
                    add(batch, texts, row, found);
                }
            }
        }

        private void learn(Dictionary dictionary) {
            if (dictionary != of) {
                of = dictionary;
                known = 0;
            }
            if (dictionary.size() > byCode.length) {
                byCode = Arrays.copyOf(byCode, Math.max(dictionary.size(), 2 * byCode.length));
            }
            for (; known < dictionary.size(); known++) {
                byCode[known] = allowed.test(dictionary.text(known));
            }
        }
    }
}
