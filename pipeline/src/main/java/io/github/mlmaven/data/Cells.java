package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/**
 * How the cells of one column come out of the engine and become a column of a batch. Most kinds select two expressions: the
 * value, and its text where the value alone does not tell what stands there, which is hardly ever.
 */
interface Cells {

    /** What a statement selects. */
    List<String> sql();

    /**
     * Makes a column of a chunk's rows.
     *
     * @param first the vector of the first of the expressions
     * @throws ClashException if a cell is not as a typed scan needs it
     */
    Column read(DuckDBDataChunkReader chunk, int first, int rows);

    /** Some value needs its text to be told, which a typed scan does not have: the source is read again with texts. */
    final class ClashException extends RuntimeException {

        private static final long serialVersionUID = 1;

        ClashException() {
            super("a value is not of its type", null, false, false);
        }
    }

    /** Takes the texts of cells. */
    @FunctionalInterface
    interface Texts {
        void accept(int row, String text);
    }

    /** Shows the texts that a vector has. */
    static void texts(DuckDBReadableVector vector, int rows, Texts sink) {
        for (int row = 0; row < rows; row++) {
            if (!vector.isNull(row)) {
                sink.accept(row, vector.getString(row));
            }
        }
    }

    /** The texts that a vector has, as clashes. */
    static List<Clash> clashes(DuckDBReadableVector vector, int rows) {
        List<Clash> clashes = new ArrayList<>();
        texts(vector, rows, (row, text) -> clashes.add(new Clash(row, text)));
        return clashes;
    }
}
