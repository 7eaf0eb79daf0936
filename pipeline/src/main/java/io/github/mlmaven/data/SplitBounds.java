package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Tick;
import io.github.mlmaven.spec.Edge;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SplitBy;
import io.github.mlmaven.spec.SplitSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
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

    /** The bounds of a split. */
    static SplitBounds of(ModelSpec spec, List<Reading> sources) {
        if (!needsRows(spec)) {
            return NONE;
        }
        return spec.data().split().by() == SplitBy.TIME ? times(spec, sources) : labels(spec, sources);
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

    private static SplitBounds times(ModelSpec spec, List<Reading> sources) {
        SplitSpec split = spec.data().split();
        String column = split.column().orElseThrow();
        Longs found = new Longs();
        for (Reading source : sources) {
            int before = found.size();
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
        long[] rising = found.rising();
        OptionalLong after = split.way().after().isPresent()
                ? OptionalLong.of(ticks(spec, column, split.way().after().get()))
                : OptionalLong.empty();
        OptionalLong test = after.isPresent()
                ? after
                : latest(rising, rising.length, rows(split.test().value(), rising.length, RoundingMode.CEILING));
        // The first of those that are tested.
        int held = test.isEmpty() ? rising.length : lower(rising, test.getAsLong());
        OptionalLong validation = split.validation().value() == 0
                ? OptionalLong.empty()
                : latest(rising, held, rows(split.validation().value(), rising.length, RoundingMode.CEILING));
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
    private static int rows(double share, int all, RoundingMode mode) {
        return BigDecimal.valueOf(share)
                .multiply(BigDecimal.valueOf(all))
                .setScale(0, mode)
                .intValueExact();
    }

    /** The time of the k-th latest of the first times, or of the first if there are fewer. */
    private static OptionalLong latest(long[] rising, int count, int kth) {
        return kth == 0 || count == 0 ? OptionalLong.empty() : OptionalLong.of(rising[Math.max(0, count - kth)]);
    }

    private static int lower(long[] rising, long bound) {
        int low = 0;
        int high = rising.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static SplitBounds labels(ModelSpec spec, List<Reading> sources) {
        SplitSpec split = spec.data().split();
        String label = spec.data().label();
        Splits hashes = new Splits(spec, NONE);
        Set<String> columns = new LinkedHashSet<>(hashes.keyColumns());
        columns.add(label);
        Map<String, Longs> byLabel = new HashMap<>();
        for (Reading source : sources) {
            Map<String, Integer> before = new HashMap<>();
            byLabel.forEach((text, found) -> before.put(text, found.size()));
            source.read(List.copyOf(columns), () -> {
                byLabel.forEach((text, found) -> found.truncate(before.getOrDefault(text, 0)));
                return batch -> {
                    Column labels = batch.column(label);
                    for (int row = 0; row < batch.rows(); row++) {
                        if (!labels.isMissing(row)) {
                            byLabel.computeIfAbsent(labels.text(row), absent -> new Longs())
                                    .add(hashes.hash(batch, row));
                        }
                    }
                };
            });
        }
        Map<String, Long> test = new TreeMap<>();
        Map<String, Long> validation = new TreeMap<>();
        byLabel.forEach((text, found) -> {
            long[] rising = found.rising();
            int tested = part(split.test().value(), rising.length, 1);
            int validated = part(split.validation().value(), rising.length, 1 + tested);
            test.put(text, above(rising, tested));
            validation.put(text, above(rising, tested + validated));
        });
        return new SplitBounds(test, validation);
    }

    /** So many rows as are a share, at least one where there is a share, and no more than leave some for the others. */
    private static int part(double share, int rows, int others) {
        int wanted = share == 0 ? 0 : Math.max(1, rows(share, rows, RoundingMode.HALF_UP));
        return Math.max(0, Math.min(wanted, rows - others));
    }

    /** The hash below which are so many. */
    private static long above(long[] rising, int count) {
        return count == 0 ? 0 : rising[count - 1] + 1;
    }

    /** Numbers, one after the other. */
    private static final class Longs {

        private long[] values = new long[1 << 10];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + size / 2);
            }
            values[size++] = value;
        }

        int size() {
            return size;
        }

        void truncate(int to) {
            size = Math.min(size, to);
        }

        long[] rising() {
            long[] rising = Arrays.copyOf(values, size);
            Arrays.sort(rising);
            return rising;
        }
    }
}
