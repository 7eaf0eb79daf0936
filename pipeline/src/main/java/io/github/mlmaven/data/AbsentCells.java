package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.ColumnType;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;

/** The cells of a column that the source does not have: all are missing. */
record AbsentCells(ColumnType type) implements Cells {

    @Override
    public List<String> sql() {
        return List.of();
    }

    @Override
    public Column read(DuckDBDataChunkReader chunk, int first, int rows) {
        return switch (type) {
            case NUMBER -> NumberCells.missing(rows);
            case INTEGER -> IntegerCells.missing(rows);
            case BOOLEAN -> BooleanCells.missing(rows);
            case CATEGORY, TEXT -> TextCells.missing(rows);
        };
    }
}
