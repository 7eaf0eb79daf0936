package io.github.mlmaven.data;

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
}
