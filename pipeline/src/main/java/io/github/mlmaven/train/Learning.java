package io.github.mlmaven.train;

import io.github.mlmaven.api.Measure;
import io.github.mlmaven.api.Transform.Plan;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Rows;
import io.github.mlmaven.measure.Fold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What transforms want to know of the training rows: measured in one pass over the columns of which something is wanted, or
 * in more where it would not fit into memory. Where nothing is wanted, nothing is read.
 */
final class Learning {

    /** How many numbers are kept at a time, of which some take a few dozen bytes each. */
    private static final long KEPT = 1 << 23;
    /** How many numbers a measure keeps at most. */
    private static final long KEPT_BY_ONE = 1 << 20;

    private final Map<String, Fold> wanted = new LinkedHashMap<>();

    /** Takes the measures of a column. */
    Plan of(String column) {
        return new Plan() {
            @Override
            public <V> Supplier<V> measure(Measure<?, V> measure) {
                return wanted.computeIfAbsent(column, name -> new Fold()).plan(measure)::value;
            }
        };
    }

    /** Measures all that was planned. */
    void read(Rows rows) {
        long each = Math.max(1, Math.min(rows.count(Part.TRAIN), KEPT_BY_ONE));
        int together = (int) Math.min(Integer.MAX_VALUE, KEPT / each);
        List<String> columns = new ArrayList<>(wanted.keySet());
        for (int from = 0; from < columns.size(); from += together) {
            List<String> some = columns.subList(from, (int) Math.min((long) from + together, columns.size()));
            List<Fold> folds = some.stream().map(wanted::get).toList();
            rows.read(Part.TRAIN, some, batch -> folds.forEach(fold -> fold.add(batch)));
        }
    }
}
