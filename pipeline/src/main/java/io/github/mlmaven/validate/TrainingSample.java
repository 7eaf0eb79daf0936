package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.measure.Hash;
import java.util.List;
import java.util.TreeMap;

/**
 * Some training rows that have a label: those whose positions have the lowest hashes, so that they depend on the rows alone.
 *
 * @param kept how many at most
 */
record TrainingSample(List<String> columns, String label, int kept)
        implements Measure<TreeMap<Long, TrainingSample.Row>, List<TrainingSample.Row>> {

    /** Stands for a missing value: the bits of no number, and hardly ever the hash of a text. */
    static final long MISSING = Double.doubleToRawLongBits(Double.NaN);

    /** A row. */
    static final class Row {

        private final long[] cells;
        private final String label;
        private final double number;

        /**
         * A row that has a label.
         *
         * @param cells of each column the bits of its number, or the hash of its text; not copied
         * @param number the label's, if it is one
         */
        Row(long[] cells, String label, double number) {
            this.cells = cells;
            this.label = label;
            this.number = number;
        }

        long cell(int column) {
            return cells[column];
        }

        String label() {
            return label;
        }

        double number() {
            return number;
        }
    }

    @Override
    public TreeMap<Long, Row> start() {
        return new TreeMap<>();
    }

    @Override
    public void add(TreeMap<Long, Row> state, Batch batch) {
        byte[] parts = Part.codes(batch);
        Column labels = batch.column(label);
        for (int row = 0; row < batch.rows(); row++) {
            long hash = Hash.mix(batch.position(row));
            boolean wanted = state.size() < kept || hash < state.lastKey();
            if (wanted && parts[row] == Part.TRAIN.code() && !labels.isMissing(row)) {
                state.put(hash, row(batch, labels, row));
                trim(state);
            }
        }
    }

    private Row row(Batch batch, Column labels, int row) {
        long[] cells = new long[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            Column column = batch.column(columns.get(i));
            if (column.isMissing(row)) {
                cells[i] = MISSING;
            } else {
                cells[i] = column instanceof Column.Texts
                        ? Hash.of(column.text(row))
                        : Double.doubleToRawLongBits(column.number(row) + 0.0);
            }
        }
        return new Row(cells, labels.text(row), labels instanceof Column.Texts ? Double.NaN : labels.number(row));
    }

    private void trim(TreeMap<Long, Row> state) {
        while (state.size() > kept) {
            state.pollLastEntry();
        }
    }

    @Override
    public void merge(TreeMap<Long, Row> state, TreeMap<Long, Row> other) {
        state.putAll(other);
        trim(state);
    }

    @Override
    public List<Row> value(TreeMap<Long, Row> state) {
        return List.copyOf(state.values());
    }
}
