package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts: whoever reads a block finds their codes in a table of its own, and whoever uses the batches makes codes of one
 * dictionary of these, in the order of the rows.
 */
final class PlainTexts extends PlainCoded {

    private static final int UNKNOWN = -2;

    private final PlainDictionary dictionaries;
    private int[] codes = new int[0];
    /** By the table's code that of the dictionary. */
    private int[] shared = new int[0];

    private int sharedSize;
    private @Nullable Dictionary sharedOf;

    /** @param dictionaries of the column, for all blocks */
    PlainTexts(PlainMarks marks, PlainDictionary dictionaries) {
        super(marks);
        this.dictionaries = dictionaries;
    }

    @Override
    void forget() {
        sharedOf = null;
    }

    @Override
    void reserve(int rows) {
        codes = Arrays.copyOf(codes, rows);
    }

    @Override
    boolean take(int row, int code) {
        codes[row] = code;
        return true;
    }

    @Override
    void clash(int row, int code) {
        throw new IllegalStateException("any text is a text");
    }

    @Override
    Column column(int rows) {
        Dictionary dictionary = dictionaries.next();
        if (dictionary != sharedOf) {
            sharedOf = dictionary;
            sharedSize = 0;
        }
        if (sharedSize < size()) {
            shared = Arrays.copyOf(shared, Math.max(shared.length, size()));
            Arrays.fill(shared, sharedSize, size(), UNKNOWN);
            sharedSize = size();
        }
        for (int row = 0; row < rows; row++) {
            int code = shared[codes[row]];
            codes[row] = code == UNKNOWN ? share(dictionary, codes[row]) : code;
        }
        return new Column.Texts(codes, rows, dictionary);
    }

    private int share(Dictionary dictionary, int code) {
        String text = text(code);
        shared[code] = isMissing(text) ? Column.Texts.MISSING : dictionary.code(text);
        return shared[code];
    }
}
