package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import java.util.List;

/**
 * A column to read as numbers.
 *
 * @param values empty for the values themselves (a boolean is 0 or 1); else a value is read as its position in this list
 *     and as -1 where the list does not have it. A missing value is NaN in both
 */
public record Selection(String column, List<String> values) {

    public Selection {
        values = List.copyOf(values);
    }

    /** The values of a numeric or boolean column. */
    public static Selection number(String column) {
        return new Selection(column, List.of());
    }

    /** The positions of a column's values, written as {@link Table#distinct} gives them, in a list. */
    public static Selection index(String column, List<String> values) {
        return new Selection(column, values);
    }

    /** What is read of a batch's rows. */
    double[] numbers(Batch batch) {
        Column found = batch.column(column);
        double[] numbers = new double[batch.rows()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = found.isMissing(row)
                    ? Double.NaN
                    : values.isEmpty() ? found.number(row) : values.indexOf(found.text(row));
        }
        return numbers;
    }
}
