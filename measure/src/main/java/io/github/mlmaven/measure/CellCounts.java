package io.github.mlmaven.measure;

/**
 * The cells of a column.
 *
 * @param values of the column's type
 * @param missing that are empty
 * @param clashes that are not of the column's type
 * @param notFinite those clashes that are numbers without being finite
 */
public record CellCounts(long values, long missing, long clashes, long notFinite) {

    public long rows() {
        return values + missing + clashes;
    }
}
