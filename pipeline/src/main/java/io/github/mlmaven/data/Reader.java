package io.github.mlmaven.data;

import io.github.mlmaven.data.Columns.SqlColumn;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/** Reads columns as numbers, chunk by chunk, in the order of the data. */
final class Reader {

    private final Engine engine;
    private final Columns columns;

    Reader(Engine engine, Columns columns) {
        this.engine = engine;
        this.columns = columns;
    }

    void read(Part part, List<Selection> selections, Block sink) {
        String values = selections.stream().map(this::value).collect(Collectors.joining(", "));
        String sql = "select %s from t where part = %d".formatted(values, part.code());
        try (PreparedStatement statement = engine.prepare(sql);
                DuckDBChunkedResult result =
                        statement.unwrap(DuckDBPreparedStatement.class).query()) {
            double[][] block = new double[selections.size()][];
            while (result.nextChunk()) {
                sink.accept(block, fill(block, result.chunk()));
            }
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    private static int fill(double[][] block, DuckDBDataChunkReader chunk) {
        int rows = Math.toIntExact(chunk.rowCount());
        for (int column = 0; column < block.length; column++) {
            if (block[column] == null || block[column].length < rows) {
                block[column] = new double[rows];
            }
            DuckDBReadableVector vector = chunk.vector(column);
            double[] values = block[column];
            for (int row = 0; row < rows; row++) {
                values[row] = vector.getDouble(row, Double.NaN);
            }
        }
        return rows;
    }

    private String value(Selection selection) {
        SqlColumn column = columns.get(selection.column());
        if (selection.values().isEmpty()) {
            return "cast(%s as double)".formatted(column.sql());
        }
        String text = "cast(%s as varchar)".formatted(column.sql());
        // The codes of an enumeration are found by a hash table, once for the query.
        return "case when %s is not null then cast(coalesce(enum_code(try_cast(%s as enum(%s))), -1) as double) end"
                .formatted(column.sql(), text, Sql.literals(selection.values()));
    }
}
