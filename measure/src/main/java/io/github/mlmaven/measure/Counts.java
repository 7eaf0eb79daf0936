package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import io.github.mlmaven.api.Measure;
import java.util.Locale;
import java.util.regex.Pattern;

/** How many cells of a column have a value, none, or one that is not of its type. */
public record Counts(String column) implements Measure<Counts.Tally, CellCounts> {

    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(nan|inf|infinity)");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?");

    /** What is kept while folding. */
    public static final class Tally {

        private long rows;
        private long values;
        private long clashes;
        private long notFinite;

        private Tally() {}
    }

    /** Whether a text is a number that is not finite: NaN, infinite, or beyond what a double can hold. */
    public static boolean isNotFinite(String text) {
        String number = text.strip().toLowerCase(Locale.ROOT);
        return NOT_FINITE.matcher(number).matches()
                || (DECIMAL.matcher(number).matches() && Double.isInfinite(Double.parseDouble(number)));
    }

    @Override
    public Tally start() {
        return new Tally();
    }

    @Override
    public void add(Tally state, Batch batch) {
        Column found = batch.column(column);
        state.rows += batch.rows();
        state.values += values(found);
        for (Clash clash : found.clashes()) {
            state.clashes++;
            if (isNotFinite(clash.text())) {
                state.notFinite++;
            }
        }
    }

    private static long values(Column column) {
        int rows = column.rows();
        long values = 0;
        if (column instanceof Column.Doubles numbers) {
            double[] all = numbers.values();
            for (int row = 0; row < rows; row++) {
                values += Double.isNaN(all[row]) ? 0 : 1;
            }
            return values;
        }
        for (int row = 0; row < rows; row++) {
            values += column.isMissing(row) ? 0 : 1;
        }
        return values;
    }

    @Override
    public void merge(Tally state, Tally other) {
        state.rows += other.rows;
        state.values += other.values;
        state.clashes += other.clashes;
        state.notFinite += other.notFinite;
    }

    @Override
    public CellCounts value(Tally state) {
        return new CellCounts(state.values, state.rows - state.values - state.clashes, state.clashes, state.notFinite);
    }
}
