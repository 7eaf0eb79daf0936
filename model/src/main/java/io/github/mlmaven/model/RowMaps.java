package io.github.mlmaven.model;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Schema.Input;
import java.util.List;
import java.util.Map;

/** Turns rows as maps of named values into a batch that is what a model's inputs say. */
final class RowMaps {

    private final Inputs inputs;
    private final String[] names;
    private final ColumnType[] types;
    private final boolean[] required;
    /** Whether each row has to be looked at again. */
    private final boolean held;

    RowMaps(Inputs inputs) {
        this.inputs = inputs;
        List<Input> columns = inputs.columns();
        this.names = inputs.header().names().toArray(String[]::new);
        this.types = columns.stream().map(Input::type).toArray(ColumnType[]::new);
        this.held = inputs.holdsMore();
        this.required = new boolean[names.length];
        for (int i = 0; i < required.length; i++) {
            required[i] = columns.get(i).required();
        }
    }

    /**
     * One row.
     *
     * @throws io.github.mlmaven.api.MlException naming an input that is unknown, missing or of another type
     */
    Batch read(Map<String, ?> row) {
        int found = 0;
        boolean suspect = held;
        Column[] columns = new Column[names.length];
        for (int i = 0; i < columns.length; i++) {
            Object value = row.get(names[i]);
            found += value == null ? 0 : 1;
            // Most values of most rows, and to make a column of one is most of what a row costs beside the model.
            if (types[i] == ColumnType.NUMBER && value instanceof Double number && Double.isFinite(number)) {
                columns[i] = new Column.Doubles(new double[] {number}, 1, List.of());
                continue;
            }
            ColumnBuilder column = inputs.column(i, 1);
            if (value != null) {
                column.set(0, value);
            }
            suspect |= value == null ? required[i] : column.hasClashes();
            columns[i] = column.column(1);
        }
        if (found < row.size()) {
            requireKnown(row, RowName.NONE.of(0));
        }
        return checked(Batch.of(inputs.header(), 1, columns), suspect, RowName.NONE);
    }

    /**
     * Many rows.
     *
     * @throws io.github.mlmaven.api.MlException as for one row, naming the row
     */
    Batch read(List<? extends Map<String, ?>> rows) {
        boolean suspect = held;
        int[] found = new int[rows.size()];
        Column[] columns = new Column[names.length];
        for (int i = 0; i < columns.length; i++) {
            ColumnBuilder column = inputs.column(i, found.length);
            for (int row = 0; row < found.length; row++) {
                Object value = rows.get(row).get(names[i]);
                if (value != null) {
                    found[row]++;
                    column.set(row, value);
                }
                suspect |= value == null && required[i];
            }
            suspect |= column.hasClashes();
            columns[i] = column.column(found.length);
        }
        for (int row = 0; row < found.length; row++) {
            if (found[row] < rows.get(row).size()) {
                requireKnown(rows.get(row), RowName.INDEX.of(row));
            }
        }
        return checked(Batch.of(inputs.header(), found.length, columns), suspect, RowName.INDEX);
    }

    // A value that is missing where it may not be, or that clashes, was seen on the way: no other batch is looked at
    // again, unless values are held to more.
    private Batch checked(Batch batch, boolean suspect, RowName names) {
        if (suspect) {
            inputs.check(batch, names);
        }
        return batch;
    }

    private void requireKnown(Map<String, ?> row, String name) {
        for (String key : row.keySet()) {
            if (inputs.header().index(key) < 0) {
                throw inputs.unknown(key, name);
            }
        }
    }
}
