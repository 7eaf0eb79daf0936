package io.github.mlmaven.evaluate;

/** Rows of a slice, by position among the test rows. */
final class SliceRows {

    private final String column;
    private final String value;
    private final int[] positions;

    SliceRows(String column, String value, int[] positions) {
        this.column = column;
        this.value = value;
        this.positions = positions;
    }

    String column() {
        return column;
    }

    String value() {
        return value;
    }

    int[] positions() {
        return positions;
    }
}
