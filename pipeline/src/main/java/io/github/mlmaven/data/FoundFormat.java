package io.github.mlmaven.data;

import io.github.mlmaven.spec.TextFormat;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A format that nobody told, and why it is thought to be that.
 *
 * @param reasons a phrase for each key of {@code data.csv} that says something
 * @param doubt what else the data could be, if it could be something else
 */
public record FoundFormat(TextFormat format, SortedMap<String, String> reasons, Optional<String> doubt) {

    /** What files are whose name says all. */
    public static final FoundFormat PLAIN = new FoundFormat(TextFormat.PLAIN, new TreeMap<>(), Optional.empty());

    public FoundFormat {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    /** Another format, of which one key has another reason. */
    public FoundFormat with(TextFormat other, String key, String reason) {
        SortedMap<String, String> more = new TreeMap<>(reasons);
        more.put(key, reason);
        return new FoundFormat(other, more, doubt);
    }

    /** The same, with something else that the data could be. */
    public FoundFormat doubted(String other) {
        return new FoundFormat(
                format, reasons, Optional.of(doubt.map(known -> known + "; ").orElse("") + other));
    }
}
