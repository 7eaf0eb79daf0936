package io.github.mlmaven.measure.profile;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.measure.profile.ColumnStatistics.Distinct;
import io.github.mlmaven.measure.profile.ColumnStatistics.Texts;
import java.util.Optional;
import java.util.function.Function;

/**
 * The statistics of a column, of all rows and of some of them, in one pass.
 *
 * @param some the marks of a batch's rows: those with 0 are the some
 * @param most different numbers that are told apart exactly, see {@link NumberGrid}
 */
public record ColumnMeasure(String column, Function<Batch, byte[]> some, int most)
        implements Measure<ColumnMeasure.State, ColumnMeasure.Both> {

    /** Different texts that are counted, for each number that is told apart. */
    private static final int TEXTS = 2;

    /** Tables of more columns than this keep less of each. */
    private static final int MANY = 256;

    /** The numbers to tell apart in a table of some columns, so that a table of thousands does not take the memory. */
    public static int most(int columns) {
        return columns <= MANY ? 1 << 12 : Math.max(1 << 8, Integer.highestOneBit((1 << 20) / columns));
    }

    /**
     * Statistics of all rows, and of some.
     *
     * @param some of the marked rows
     */
    public record Both(ColumnStatistics all, ColumnStatistics some) {}

    /** What is kept while folding. */
    public static final class State {

        private final Cells some;
        private final Cells others;
        private double[] buffer = new double[0];

        private State(int most) {
            some = new Cells(most);
            others = new Cells(most);
        }

        /** NaN where one is missing; valid until numbers are asked for again. */
        private double[] numbers(Column found) {
            if (found instanceof Column.Doubles doubles) {
                return doubles.values();
            }
            if (buffer.length < found.rows()) {
                buffer = new double[found.rows()];
            }
            for (int row = 0; row < found.rows(); row++) {
                buffer[row] = found.number(row);
            }
            return buffer;
        }
    }

    private static final class Cells {

        private long rows;
        private long values;
        private final NumberTally numbers;
        private final TextTally texts;
        private boolean hasTexts;

        Cells(int most) {
            numbers = new NumberTally(most);
            texts = new TextTally(TEXTS * most);
        }

        void add(Cells other) {
            rows += other.rows;
            values += other.values;
            hasTexts |= other.hasTexts;
            numbers.add(other.numbers);
            texts.add(other.texts);
        }

        ColumnStatistics value() {
            Distinct distinct = hasTexts
                    ? new Distinct(texts.distinct(), texts.isExact())
                    : new Distinct(numbers.distinct(), numbers.isExact());
            return new ColumnStatistics(
                    rows,
                    values,
                    distinct,
                    hasTexts || values == 0 ? Optional.empty() : Optional.of(numbers.value()),
                    hasTexts ? Optional.of(new Texts(texts.values(), texts.lengths())) : Optional.empty());
        }
    }

    @Override
    public State start() {
        return new State(most);
    }

    @Override
    public void add(State state, Batch batch) {
        Column found = batch.column(column);
        byte[] marks = some.apply(batch);
        if (found instanceof Column.Texts texts) {
            addTexts(state, texts, marks);
        } else {
            addNumbers(state, state.numbers(found), marks, batch.rows());
        }
    }

    private static void addTexts(State state, Column.Texts texts, byte[] marks) {
        int[] codes = texts.codes();
        for (int row = 0; row < texts.rows(); row++) {
            Cells cells = marks[row] == 0 ? state.some : state.others;
            cells.rows++;
            if (codes[row] != Column.Texts.MISSING) {
                cells.values++;
                cells.hasTexts = true;
                cells.texts.add(texts, row);
            }
        }
    }

    private static void addNumbers(State state, double[] values, byte[] marks, int rows) {
        for (int row = 0; row < rows; row++) {
            Cells cells = marks[row] == 0 ? state.some : state.others;
            cells.rows++;
            if (!Double.isNaN(values[row])) {
                cells.values++;
                cells.numbers.add(values[row]);
            }
        }
    }

    @Override
    public void merge(State state, State other) {
        state.some.add(other.some);
        state.others.add(other.others);
    }

    @Override
    public Both value(State state) {
        Cells all = new Cells(most);
        all.add(state.some);
        all.add(state.others);
        return new Both(all.value(), state.some.value());
    }
}
