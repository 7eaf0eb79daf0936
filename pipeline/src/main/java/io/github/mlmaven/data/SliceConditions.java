package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.data.RowFilter.Condition;
import io.github.mlmaven.data.RowFilter.Dropped;
import io.github.mlmaven.spec.EvaluateSpec.SliceSpec;
import io.github.mlmaven.spec.SpecFile;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The conditions of {@code evaluate.slices}, and the rows for which they are true. */
final class SliceConditions {

    /** By the condition. */
    private final SortedMap<String, RowFilter> filters = new TreeMap<>();

    private SliceConditions() {}

    /**
     * Those of a spec.
     *
     * @throws MlException if one is no condition on a row
     */
    static SliceConditions of(Engine engine, SpecFile spec, Columns columns) {
        SliceConditions conditions = new SliceConditions();
        List<SliceSpec> slices = spec.spec().evaluate().slices();
        for (int i = 0; i < slices.size(); i++) {
            String[] keys = {"evaluate", "slices", Integer.toString(i), "where"};
            slices.get(i)
                    .where()
                    .map(sql -> new Condition(
                            sql,
                            "A condition of evaluate.slices",
                            spec.place(keys),
                            "true for the rows of the slice, such as: carat > 2"))
                    .ifPresent(condition ->
                            conditions.filters.put(condition.sql(), RowFilter.of(engine, columns, condition)));
        }
        return conditions;
    }

    /**
     * The positions of the rows for which a condition is true.
     *
     * @param condition of one of the slices
     * @param rows how many the sources have
     * @throws MlException if it cannot be evaluated, or the sources have another number of rows now
     */
    BitSet rows(String condition, List<Source> sources, long rows) {
        RowFilter filter = filters.get(condition);
        if (filter == null) {
            throw new IllegalArgumentException("no slice has the condition: " + condition);
        }
        BitSet holding = new BitSet();
        long first = 0;
        for (Source source : sources) {
            try {
                Dropped others = filter.dropped(source);
                holding.set(Math.toIntExact(first), Math.toIntExact(first + others.of()));
                for (int row = others.rows().nextSetBit(0);
                        row >= 0;
                        row = others.rows().nextSetBit(row + 1)) {
                    holding.clear(Math.toIntExact(first + row));
                }
                first += others.of();
            } catch (SQLException e) {
                throw filter.failure(e);
            }
        }
        if (first != rows) {
            throw new MlException("The data changed while it was read.", "Build again once it is complete.");
        }
        return holding;
    }
}
