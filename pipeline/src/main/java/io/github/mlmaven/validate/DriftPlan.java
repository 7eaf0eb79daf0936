package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.drift.DriftCounts;
import io.github.mlmaven.spec.DriftSpec.Allowed;
import io.github.mlmaven.step.DataDrift;
import io.github.mlmaven.step.DataDrift.Comparison;
import io.github.mlmaven.step.DataDrift.Movement;
import io.github.mlmaven.step.DataDrift.Since;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Profile.ValueCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Rows that are held against a profile. */
final class DriftPlan {

    /** The chance that any column is said to drift although none did. */
    static final double ERROR = 0.01;

    private final Since since;
    private final Profile before;
    private final List<String> columns;
    private final Predicate<String> times;
    private final Allowed allowed;
    private final Map<String, Fold.Result<DriftCounts.Counted>> counted = new LinkedHashMap<>();

    /** @param times which of the columns are dates or timestamps */
    DriftPlan(Since since, Profile before, List<String> columns, Predicate<String> times, Allowed allowed) {
        this.since = since;
        this.before = before;
        this.columns = columns;
        this.times = times;
        this.allowed = allowed;
    }

    Since since() {
        return since;
    }

    private KnownValues before(String column) {
        return new KnownValues(Objects.requireNonNull(before.columns().get(column)), times.test(column));
    }

    void plan(Fold fold, Function<Batch, boolean[]> rows) {
        columns.forEach(column -> counted.put(
                column, fold.plan(new DriftCounts(column, rows, before(column).as()))));
    }

    /** Once the rows were folded. */
    Comparison comparison() {
        double error = ERROR / Math.max(1, columns.size());
        SortedMap<String, List<Movement>> movements = new TreeMap<>();
        SortedMap<String, DataDrift.Counted> spread = new TreeMap<>();
        long[] rows = {0};
        counted.forEach((column, result) -> {
            DriftCounts.Counted now = result.value();
            rows[0] = now.rows();
            spread.put(column, spread(before(column), now));
            movements.put(column, new ColumnDrift(before.rows(), before(column), now, error).movements(allowed));
        });
        return new Comparison(since, before.rows(), rows[0], movements, spread);
    }

    private static DataDrift.Counted spread(KnownValues before, DriftCounts.Counted now) {
        boolean numeric = before.before().numbers().isPresent();
        List<ValueCount> named = before.named();
        return new DataDrift.Counted(
                numeric ? now.bins() : List.of(),
                IntStream.range(0, numeric ? 0 : named.size())
                        .mapToObj(i ->
                                new ValueCount(named.get(i).value(), now.names().get(i)))
                        .toList());
    }
}
