package io.github.mlmaven.draft;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.data.NumeralText;
import io.github.mlmaven.measure.Hash;
import io.github.mlmaven.measure.LongSet;
import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is seen of a column while its texts go by. */
final class ColumnScan {

    /** Different texts that are counted one by one. */
    static final int COUNTED = 1_000;

    /** Different values that are told apart while none came again; of more, nobody knows whether one does. */
    private static final int TOLD_APART = 1 << 22;

    /** Different values that are told apart once one came again: they only have to be many. */
    private static final int MANY = 100_000;

    private final TreeMap<String, Long> doubtful = new TreeMap<>();
    private final FormCounts forms;
    private final LongSet seen = new LongSet(64);
    private @Nullable TreeMap<String, Long> counts = new TreeMap<>();
    private boolean repeated;
    private long rows;
    private long values;

    private @Nullable Dictionary dictionary;
    private long[] pending = new long[0];

    /** @param written how numbers are */
    ColumnScan(NumeralText written) {
        forms = new FormCounts(written);
    }

    void add(Column.Texts column) {
        rows += column.rows();
        if (column.dictionary() != dictionary) {
            flush();
            dictionary = column.dictionary();
        }
        if (pending.length < dictionary.size()) {
            pending = Arrays.copyOf(pending, Math.max(dictionary.size(), 2 * pending.length));
        }
        int[] codes = column.codes();
        for (int row = 0; row < column.rows(); row++) {
            if (codes[row] != Column.Texts.MISSING) {
                pending[codes[row]]++;
            }
        }
    }

    /** Counts each text of a dictionary once, with its rows. */
    private void flush() {
        if (dictionary == null) {
            return;
        }
        for (int code = 0; code < dictionary.size(); code++) {
            if (pending[code] > 0) {
                add(dictionary.text(code), pending[code]);
            }
        }
        Arrays.fill(pending, 0);
    }

    private void add(String text, long count) {
        if (MissingText.of(text) != MissingText.NO) {
            doubtful.merge(text, count, Long::sum);
            return;
        }
        values += count;
        forms.add(text, count);
        repeated |= count > 1;
        if (seen.size() < (repeated ? MANY : TOLD_APART)) {
            repeated |= !seen.add(Hash.of(text));
        }
        if (counts != null) {
            counts.merge(text, count, Long::sum);
            if (counts.size() > COUNTED) {
                counts = null;
            }
        }
    }

    /** What was seen, once all rows went by. */
    SeenColumn facts(String name) {
        flush();
        dictionary = null;
        boolean unique = !repeated && seen.size() < TOLD_APART;
        TreeMap<String, Long> listed = counts == null ? new TreeMap<>() : counts;
        return new SeenColumn(
                name,
                new SeenColumn.Size(rows, values, seen.size(), unique),
                forms.facts(),
                new SeenColumn.Listed(counts != null, listed),
                doubtful);
    }
}
