package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;

/**
 * How the cells of one column come out of the engine and become a column of a batch. Most kinds select two expressions: the
 * value, and its text where the value alone does not tell what stands there, which is hardly ever.
 *
 * <p>Reading is done by two threads: one takes the cells out of the engine's chunks into a {@link Buffer}, the other makes a
 * column of what a buffer holds, and a buffer is filled anew once its column was used.
 */
interface Cells {

    /** What a statement selects. */
    List<String> sql();

    /** Room for the cells of a chunk. */
    Buffer buffer();

    /** The cells of one chunk. */
    interface Buffer {

        /**
         * Takes the cells of a chunk.
         *
         * @param first the vector of the first of the expressions
         * @throws ClashException if a cell is not as a typed scan needs it
         */
        void fill(DuckDBDataChunkReader chunk, int first, int rows);

        /** The cells as a column, until the buffer is filled anew. */
        Column column(int rows);
    }

    /** Some value needs its text to be told, which a typed scan does not have: the source is read again with texts. */
    final class ClashException extends RuntimeException {

        private static final long serialVersionUID = 1;

        ClashException() {
            super("a value is not of its type", null, false, false);
        }
    }
}
