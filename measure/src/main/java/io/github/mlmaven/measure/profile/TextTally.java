package io.github.mlmaven.measure.profile;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.measure.CodePoints;
import io.github.mlmaven.measure.Frequency;
import io.github.mlmaven.measure.Hash;
import io.github.mlmaven.measure.HyperLogLog;
import io.github.mlmaven.measure.ValueCounts;
import io.github.mlmaven.measure.profile.ColumnStatistics.Lengths;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is kept of the texts of a column. */
final class TextTally {

    private final int most;
    private final Map<String, Long> values = new HashMap<>();
    /** Once there are more values than are kept. */
    private @Nullable HyperLogLog many;

    private long count;
    private long shortest = Long.MAX_VALUE;
    private long longest;
    private long characters;

    private @Nullable Dictionary dictionary;
    private long[] byCode = new long[0];
    private int[] touched = new int[64];
    private int codes;

    /** @param most different values that are kept */
    TextTally(int most) {
        this.most = most;
    }

    void add(Column.Texts column, int row) {
        int code = column.codes()[row];
        if (column.dictionary() != dictionary) {
            flush();
            dictionary = column.dictionary();
        }
        if (code >= byCode.length) {
            byCode = Arrays.copyOf(byCode, Math.max(2 * code, 64));
        }
        if (byCode[code]++ == 0) {
            if (codes == touched.length) {
                touched = Arrays.copyOf(touched, 2 * codes);
            }
            touched[codes++] = code;
        }
    }

    /** Counts by code become counts by text. */
    private void flush() {
        for (int i = 0; i < codes && dictionary != null; i++) {
            int code = touched[i];
            add(dictionary.text(code), byCode[code]);
            byCode[code] = 0;
        }
        codes = 0;
    }

    private void add(String text, long rows) {
        long length = text.codePointCount(0, text.length());
        count += rows;
        characters += length * rows;
        shortest = Math.min(shortest, length);
        longest = Math.max(longest, length);
        if (many == null) {
            values.merge(text, rows, Long::sum);
            if (values.size() > most) {
                many = estimate();
                values.clear();
            }
        } else {
            many.add(Hash.of(text));
        }
    }

    private HyperLogLog estimate() {
        HyperLogLog estimate = new HyperLogLog();
        values.keySet().forEach(text -> estimate.add(Hash.of(text)));
        return estimate;
    }

    /** Adds the texts of another, which goes on to have them. */
    void add(TextTally other) {
        flush();
        other.flush();
        if (other.many == null) {
            other.values.forEach(this::add);
            return;
        }
        HyperLogLog estimate = many == null ? estimate() : many;
        estimate.add(other.many);
        many = estimate;
        values.clear();
        count += other.count;
        characters += other.characters;
        shortest = Math.min(shortest, other.shortest);
        longest = Math.max(longest, other.longest);
    }

    long distinct() {
        flush();
        return many == null ? values.size() : Math.max(most + 1L, many.estimate());
    }

    boolean isExact() {
        flush();
        return many == null;
    }

    ValueCounts values() {
        flush();
        List<Frequency> rising = values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(CodePoints.ORDER))
                .map(entry -> new Frequency(entry.getKey(), entry.getValue()))
                .toList();
        return new ValueCounts(many == null, rising);
    }

    Optional<Lengths> lengths() {
        flush();
        return count == 0 ? Optional.empty() : Optional.of(new Lengths(shortest, longest, (double) characters / count));
    }
}
