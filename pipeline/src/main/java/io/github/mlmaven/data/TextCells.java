package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/**
 * Texts. For those that are known beforehand the engine gives their places in the list, which is far cheaper than a text for
 * each cell.
 */
final class TextCells implements Cells {

    /** A dictionary of more texts than this is of keys or free text: the next batch begins another. */
    static final int LARGEST_DICTIONARY = 1 << 16;

    private final List<String> sql;
    private final List<String> known;
    /** Of the thread that makes columns. */
    private Dictionary dictionary;

    /**
     * The texts of an expression.
     *
     * @param known different texts that are likely to come
     */
    TextCells(String text, List<String> known) {
        this.known = known;
        this.dictionary = Dictionary.of(known);
        String place = "cast(enum_code(try_cast(%s as enum(%s))) as integer)".formatted(text, Sql.literals(known));
        this.sql = known.isEmpty()
                ? List.of(text)
                : List.of(place, "case when (%s) is null then %s end".formatted(place, text));
    }

    @Override
    public List<String> sql() {
        return sql;
    }

    @Override
    public Buffer buffer() {
        return new CodeBuffer();
    }

    private final class CodeBuffer implements Buffer {

        private final SparseTexts texts = new SparseTexts();
        private int[] codes = new int[0];

        @Override
        public void fill(DuckDBDataChunkReader chunk, int first, int rows) {
            if (codes.length < rows) {
                codes = new int[rows];
            }
            if (known.isEmpty()) {
                Arrays.fill(codes, Column.Texts.MISSING);
                texts.fill(chunk.vector(first), rows);
                return;
            }
            DuckDBReadableVector places = chunk.vector(first);
            for (int row = 0; row < rows; row++) {
                codes[row] = places.getInt(row, Column.Texts.MISSING);
            }
            texts.fill(chunk.vector(first + 1), rows);
        }

        @Override
        public Column column(int rows) {
            if (dictionary.size() > LARGEST_DICTIONARY) {
                dictionary = Dictionary.of(known);
            }
            for (int i = 0; i < texts.size(); i++) {
                codes[texts.row(i)] = dictionary.code(texts.text(i));
            }
            return new Column.Texts(codes, rows, dictionary);
        }
    }
}
