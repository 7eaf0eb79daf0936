package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts: whoever reads a block finds their codes in a table of its own, and whoever uses the batches makes codes of one
 * dictionary of these, in the order of the rows.
 */
final class PlainTexts extends PlainField {

    private static final int UNKNOWN = -2;

    private final PlainMarks marks;
    private final PlainDictionary dictionaries;
    private final TextTable table = new TextTable();
    private int[] codes = new int[0];
    /** By the table's code that of the dictionary. */
    private int[] shared = new int[0];

    private int sharedSize;
    private @Nullable Dictionary sharedOf;

    /** @param dictionaries of the column, for all blocks */
    PlainTexts(PlainMarks marks, PlainDictionary dictionaries) {
        this.marks = marks;
        this.dictionaries = dictionaries;
    }

    @Override
    void begin() {
        if (table.size() > TextCells.LARGEST_DICTIONARY) {
            table.clear();
            sharedOf = null;
        }
    }

    @Override
    void reserve(int rows) {
        codes = Arrays.copyOf(codes, rows);
    }

    @Override
    int fast(byte[] bytes, int from, int row) {
        int to = from;
        int hash = 0;
        while (!marks.isEnd(bytes[to])) {
            hash = TextTable.hash(hash, bytes[to++]);
        }
        codes[row] = table.code(bytes, from, to, hash);
        return to;
    }

    @Override
    void set(byte[] bytes, int from, int to, int row) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = TextTable.hash(hash, bytes[at]);
        }
        codes[row] = table.code(bytes, from, to, hash);
    }

    @Override
    Column column(int rows) {
        Dictionary dictionary = dictionaries.next();
        if (dictionary != sharedOf) {
            sharedOf = dictionary;
            sharedSize = 0;
        }
        if (sharedSize < table.size()) {
            shared = Arrays.copyOf(shared, Math.max(shared.length, table.size()));
            Arrays.fill(shared, sharedSize, table.size(), UNKNOWN);
            sharedSize = table.size();
        }
        for (int row = 0; row < rows; row++) {
            int code = shared[codes[row]];
            codes[row] = code == UNKNOWN ? share(dictionary, codes[row]) : code;
        }
        return new Column.Texts(codes, rows, dictionary);
    }

    private int share(Dictionary dictionary, int code) {
        String text = table.text(code);
        shared[code] = marks.missing().texts().contains(text) ? Column.Texts.MISSING : dictionary.code(text);
        return shared[code];
    }
}
