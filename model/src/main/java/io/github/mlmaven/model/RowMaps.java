package io.github.mlmaven.model;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import java.util.List;
import java.util.Map;

/** Turns rows as maps of named values into a batch of a model's inputs. */
final class RowMaps {

    private final Inputs inputs;

    RowMaps(Inputs inputs) {
        this.inputs = inputs;
    }

    /**
     * The rows, column by column.
     *
     * @throws io.github.mlmaven.api.MlException naming the first row that names an input which the model does not have
     */
    Batch read(List<? extends Map<String, ?>> rows, RowName names) {
        int[] found = new int[rows.size()];
        Column[] columns = new Column[inputs.columns().size()];
        for (int i = 0; i < columns.length; i++) {
            ColumnBuilder column = ColumnBuilder.of(inputs.columns().get(i).type(), found.length);
            String name = inputs.columns().get(i).name();
            for (int row = 0; row < found.length; row++) {
                Object value = rows.get(row).get(name);
                if (value != null) {
                    found[row]++;
                    column.set(row, value);
                }
            }
            columns[i] = column.column(found.length);
        }
        for (int row = 0; row < found.length; row++) {
            if (found[row] < rows.get(row).size()) {
                requireKnown(rows.get(row), names.of(row));
            }
        }
        return Batch.of(inputs.header(), found.length, columns);
    }

    private void requireKnown(Map<String, ?> row, String name) {
        for (String key : row.keySet()) {
            if (inputs.header().index(key) < 0) {
                throw inputs.unknown(key, name);
            }
        }
    }
}
