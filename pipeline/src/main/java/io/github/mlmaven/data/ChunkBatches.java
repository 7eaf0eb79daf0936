package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.data.Columns.SqlColumn;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/** The engine's chunks as batches. The first column of a result is the row's position, the others are the schema's. */
final class ChunkBatches {

    /** A dictionary of more texts than this is of keys or free text: the next chunk begins another. */
    private static final int LARGEST_DICTIONARY = 1 << 16;

    private final CategoryCodes categories;
    private final List<SqlColumn> columns;
    private final Map<String, Dictionary> dictionaries = new LinkedHashMap<>();

    ChunkBatches(CategoryCodes categories, List<SqlColumn> columns) {
        this.categories = categories;
        this.columns = columns;
    }

    /** Reads the rows of the table {@code t} that a condition chooses. */
    void read(Engine engine, String which, Consumer<Batch> sink) {
        String values =
                columns.stream().map(column -> ", " + categories.sql(column)).collect(Collectors.joining());
        String sql = "select rowid" + values + " from t where " + which;
        try (PreparedStatement statement = engine.prepare(sql);
                DuckDBChunkedResult result =
                        statement.unwrap(DuckDBPreparedStatement.class).query()) {
            while (result.nextChunk()) {
                sink.accept(batch(result.chunk()));
            }
        } catch (SQLException e) {
            throw engine.failure(e);
        }
    }

    private Batch batch(DuckDBDataChunkReader chunk) {
        int rows = Math.toIntExact(chunk.rowCount());
        DuckDBReadableVector position = chunk.vector(0);
        long[] positions = new long[rows];
        for (int row = 0; row < rows; row++) {
            positions[row] = position.getLong(row);
        }
        Map<String, Column> filled = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            filled.put(columns.get(i).name(), column(columns.get(i), chunk.vector(i + 1), rows));
        }
        return new Batch(rows, positions, filled);
    }

    private Column column(SqlColumn column, DuckDBReadableVector vector, int rows) {
        return switch (column.type()) {
            case NUMBER -> {
                double[] values = new double[rows];
                Arrays.setAll(values, row -> vector.getDouble(row, Double.NaN));
                yield new Column.Doubles(values, rows, List.of());
            }
            case INTEGER -> {
                long[] values = new long[rows];
                Arrays.setAll(values, row -> vector.getLong(row, Column.Longs.MISSING));
                yield new Column.Longs(values, rows, List.of());
            }
            case BOOLEAN -> {
                byte[] values = new byte[rows];
                for (int row = 0; row < rows; row++) {
                    values[row] =
                            vector.isNull(row) ? Column.Booleans.MISSING : (byte) (vector.getBoolean(row) ? 1 : 0);
                }
                yield new Column.Booleans(values, rows, List.of());
            }
            case CATEGORY, TEXT -> texts(column, vector, rows);
        };
    }

    private Column texts(SqlColumn column, DuckDBReadableVector vector, int rows) {
        Dictionary known = categories.dictionary(column);
        int[] codes = new int[rows];
        if (known != null) {
            Arrays.setAll(codes, row -> vector.getInt(row, Column.Texts.MISSING));
            return new Column.Texts(codes, rows, known);
        }
        Dictionary dictionary = dictionaries.compute(
                column.name(),
                (name, last) -> last == null || last.size() > LARGEST_DICTIONARY ? new Dictionary() : last);
        for (int row = 0; row < rows; row++) {
            String text = vector.getString(row);
            codes[row] = text == null ? Column.Texts.MISSING : dictionary.code(text);
        }
        return new Column.Texts(codes, rows, dictionary);
    }
}
