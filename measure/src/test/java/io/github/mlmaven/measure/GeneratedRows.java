package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Measure;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;

/** Generated rows, for the tests of other packages. */
public final class GeneratedRows {

    private final List<Cells> rows;

    private GeneratedRows(List<Cells> rows) {
        this.rows = rows;
    }

    public static Arbitrary<GeneratedRows> any() {
        return Cells.rows().map(GeneratedRows::new);
    }

    /** Marks every third row by its position with 0. */
    public byte[] everyThird(Batch batch) {
        byte[] marks = new byte[batch.rows()];
        for (int row = 0; row < marks.length; row++) {
            marks[row] = (byte) (batch.position(row) % 3);
        }
        return marks;
    }

    /** What a measure says in one batch, made sure to be the same however rows are folded. */
    public <S, V> V value(Measure<S, V> measure, long seed, Function<V, String> content) {
        Folds.value(measure, rows, seed, content);
        return Folds.plain(measure, rows);
    }

    public List<String> ask(String sql) {
        return SqlOracle.ask(rows, sql);
    }

    @Override
    public String toString() {
        return rows.toString();
    }
}
