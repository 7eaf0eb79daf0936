package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Tick;
import io.github.mlmaven.measure.LongStore;
import io.github.mlmaven.spec.Edge;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SplitBy;
import io.github.mlmaven.spec.SplitSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The bounds of a split's parts that only all rows tell: a time from which on rows are tested, or a hash below which they are,
 * for each label.
 *
 * @param test by label; of a split by time for no label
 * @param validation likewise
 */
record SplitBounds(Map<String, Long> test, Map<String, Long> validation) {

    static final SplitBounds NONE = new SplitBounds(Map.of(), Map.of());

    /** In the place of a label where there is none. */
    private static final String ALL = "";

    SplitBounds {
        test = new TreeMap<>(test);
        validation = new TreeMap<>(validation);
    }

    /** Reads columns of all rows of a source; as often as it is asked, what was taken so far does not count. */
    @FunctionalInterface
    interface Reading {
        void read(List<String> columns, Supplier<Consumer<Batch>> attempts);
    }

    /** Whether the rows must be read to know a split's bounds. */
    static boolean needsRows(ModelSpec spec) {
        SplitSpec split = spec.data().split();
        return split.by() == SplitBy.TIME || split.way().stratify();
    }

    /**
     * The bounds of a split.
     *
     * @param store for what is kept of each row to find them
     */
    static SplitBounds of(ModelSpec spec, List<Reading> sources, LongStore store) {
        if (!needsRows(spec)) {
            return NONE;
        }
        return spec.data().split().by() == SplitBy.TIME ? times(spec, sources, store) : labels(spec, sources, store);
    }

    OptionalLong testTime() {
        return at(test);
    }

    OptionalLong validationTime() {
        return at(validation);
    }

    private static OptionalLong at(Map<String, Long> bounds) {
        Long bound = bounds.get(ALL);
        return bound == null ? OptionalLong.empty() : OptionalLong.of(bound);
    }

    private static SplitBounds times(ModelSpec spec, List<Reading> sources, LongStore store) {
        SplitSpec split = spec.data().split();
        String column = split.column().orElseThrow();
        RankedLongs found = new RankedLongs(store);
        for (Reading source : sources) {
            long before = found.size();
            source.read(List.of(column), () -> {
                found.truncate(before);
                return batch -> {
                    if (batch.column(column) instanceof Column.Times times) {
                        for (int row = 0; row < batch.rows(); row++) {
                            if (!times.isMissing(row)) {
                                found.add(times.values()[row]);
                            }
                        }
                    }
                };
            });
        }
        OptionalLong after = split.way().after().isPresent()
                ? OptionalLong.of(ticks(spec, column, split.way().after().get()))
                : OptionalLong.empty();
        OptionalLong test = after.isPresent()
                ? after
                : latest(found, found.size(), rows(split.test().value(), found.size(), RoundingMode.CEILING));
        // Those before the first that is tested.
        long held = test.isEmpty() ? found.size() : found.below(test.getAsLong());
        OptionalLong validation = split.validation().value() == 0
                ? OptionalLong.empty()
                : latest(found, held, rows(split.validation().value(), found.size(), RoundingMode.CEILING));
        return new SplitBounds(bound(test), bound(validation));
    }

    private static Map<String, Long> bound(OptionalLong time) {
        return time.isPresent() ? Map.of(ALL, time.getAsLong()) : Map.of();
    }

    private static long ticks(ModelSpec spec, String column, Edge edge) {
        long micros = edge.exact().longValueExact();
        long perTick =
                Tick.MICROSECOND.perDay() / Tick.of(spec.column(column).type()).perDay();
        return Math.floorDiv(micros, perTick);
    }

    /** How many of some rows a share is: as it is written, not as a double is. */
    private static long rows(double share, long all, RoundingMode mode) {
        return BigDecimal.valueOf(share)
                .multiply(BigDecimal.valueOf(all))
                .setScale(0, mode)
                .longValueExact();
    }

    /** The time of the k-th latest of the first times, or of the first if there are fewer. */
    private static OptionalLong latest(RankedLongs times, long count, long kth) {
        return kth == 0 || count == 0 ? OptionalLong.empty() : OptionalLong.of(times.at(Math.max(0, count - kth)));
    }

    private static SplitBounds labels(ModelSpec spec, List<Reading> sources, LongStore store) {
        SplitSpec split = spec.data().split();
        String label = spec.data().label();
        Splits hashes = new Splits(spec, NONE);
        Set<String> columns = new LinkedHashSet<>(hashes.keyColumns());
        columns.add(label);
        Map<String, RankedLongs> byLabel = new HashMap<>();
        for (Reading source : sources) {
            Map<String, Long> before = new HashMap<>();
            byLabel.forEach((text, found) -> before.put(text, found.size()));
            source.read(List.copyOf(columns), () -> {
                byLabel.forEach((text, found) -> found.truncate(before.getOrDefault(text, 0L)));
                return batch -> {
                    Column labels = batch.column(label);
                    for (int row = 0; row < batch.rows(); row++) {
                        if (!labels.isMissing(row)) {
                            byLabel.computeIfAbsent(labels.text(row), absent -> new RankedLongs(store))
                                    .add(hashes.hash(batch, row));
                        }
                    }
                };
            });
        }
        Map<String, Long> test = new TreeMap<>();
        Map<String, Long> validation = new TreeMap<>();
        byLabel.forEach((text, found) -> {
            long tested = part(split.test().value(), found.size(), 1);
            long validated = part(split.validation().value(), found.size(), 1 + tested);
            test.put(text, above(found, tested));
            validation.put(text, above(found, tested + validated));
        });
        return new SplitBounds(test, validation);
    }

    /** So many rows as are a share, at least one where there is a share, and no more than leave some for the others. */
    private static long part(double share, long rows, long others) {
        long wanted = share == 0 ? 0 : Math.max(1, rows(share, rows, RoundingMode.HALF_UP));
        return Math.max(0, Math.min(wanted, rows - others));
    }

    /** The hash below which are so many. */
    private static long above(RankedLongs hashes, long count) {
        return count == 0 ? 0 : hashes.at(count - 1) + 1;
    }
}
