package io.github.mlmaven.data;

/** Takes rows as they are read, some thousand at a time. */
@FunctionalInterface
public interface Block {

    /**
     * Takes the next rows.
     *
     * @param columns the values by selection, then by row; reused for the next block
     * @param rows how many rows the block has, from position 0
     */
    void accept(double[][] columns, int rows);
}
