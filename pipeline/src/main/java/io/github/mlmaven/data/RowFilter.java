package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column.Clash;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecPlace;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a condition keeps: those for which it is true. It is held to what a check is held to, so that it says the same
 * of a row whenever it is asked.
 *
 * <p>A row that has in a column of the condition what is not of the column's type is kept whatever the condition makes of the
 * lack of a value: it is a finding, and not a row that nobody wants.
 */
final class RowFilter {

    /** A source is not known to be large before it was read. */
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final Engine engine;
    private final Condition condition;
    private final Columns columns;
    private final List<TableColumn> mentioned;

    private RowFilter(Engine engine, Condition condition, Columns columns, ParsedCheck parsed) {
        this.engine = engine;
        this.condition = condition;
        this.columns = columns;
        this.mentioned = columns.of(parsed.mentioned());
    }

    /**
     * The filter of a spec, if it has one.
     *
     * @throws MlException if its condition is none
     */
    static Optional<RowFilter> of(Engine engine, SpecFile spec, Columns columns) {
        return spec.spec()
                .data()
                .where()
                .map(sql -> of(
                        engine,
                        columns,
                        new Condition(
                                sql,
                                "data.where",
                                spec.place("data", "where"),
                                "true for the rows to keep, such as: price is not null")));
    }

    /**
     * The filter of a condition.
     *
     * @throws MlException if it is none
     */
    static RowFilter of(Engine engine, Columns columns, Condition condition) {
        List<String> names = columns.all().stream().map(TableColumn::name).toList();
        ParsedCheck parsed = ParsedCheck.of(condition.sql(), engine, names);
        RowFilter filter = new RowFilter(engine, condition, columns, parsed);
        parsed.problem().ifPresent(reason -> {
            throw filter.refused(reason, null);
        });
        Casts.define(engine);
        return filter;
    }

    /**
     * What model.yaml says of rows.
     *
     * @param key that says it
     * @param right what a right one is
     */
    record Condition(String sql, String key, SpecPlace place, String right) {}

    /** The condition as an expression that is true or false. */
    String sql() {
        // A line break, so that a comment at its end does not hide what follows.
        return "coalesce((" + condition.sql() + "\n), false)";
    }

    /**
     * Which rows of a source are not kept, as it is read at the moment.
     *
     * @throws SQLException if the source cannot be read so
     * @throws MlException if the condition cannot be evaluated
     */
    Dropped dropped(Source source) throws SQLException {
        String rows = source.sql(mentioned.isEmpty() ? columns.all().subList(0, 1) : mentioned);
        BitSet dropped = new BitSet();
        long[] count = {0};
        // Where no aggregate and no window function can stand: they tell of other rows than their own.
        String sql = ("with numbered as materialized (select row_number() over () - 1 as %1$s, * from (%2$s))"
                        + " select false, %1$s from numbered where not %3$s union all select true, count(*) from numbered")
                .formatted(Sql.identifier(columns.unused("#row")), rows, sql());
        engine.tryEach(LIMIT, sql, row -> {
            if (row.getBoolean(1)) {
                count[0] = row.getLong(2);
            } else {
                dropped.set(Math.toIntExact(row.getLong(2)));
            }
        });
        return new Dropped(dropped, count[0]);
    }

    /**
     * Rows that are not kept.
     *
     * @param rows from 0
     * @param of how many rows there are
     */
    record Dropped(BitSet rows, long of) {

        /** Nothing of a source without a filter. */
        static final Dropped NONE = new Dropped(new BitSet(), -1);
    }

    /**
     * Marks the rows of a batch that are not kept.
     *
     * @param first the position of the source's first row
     * @param codes of all rows, of which some become {@link PartMarks#DROPPED}
     * @return how many
     */
    int mark(Batch batch, Dropped dropped, long first, byte[] codes) {
        int count = 0;
        for (int row = 0; row < codes.length; row++) {
            if (dropped.rows().get((int) (batch.position(row) - first)) && !clashes(batch, row)) {
                codes[row] = PartMarks.DROPPED;
                count++;
            }
        }
        return count;
    }

    private boolean clashes(Batch batch, int row) {
        for (TableColumn column : mentioned) {
            for (Clash clash : batch.column(column.name()).clashes()) {
                if (clash.row() == row) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A failure of the engine that is no fault of the source. */
    MlException failure(SQLException e) {
        if (Engine.isOutOfSpace(e)) {
            return engine.failure(e);
        }
        String reason = e instanceof SQLTimeoutException
                ? "it takes longer than %s minutes".formatted(LIMIT.toMinutes())
                : ConditionFault.of(
                        String.valueOf(e.getMessage()),
                        columns.all().stream().map(TableColumn::name).toList());
        return refused(reason, e);
    }

    private MlException refused(String reason, @Nullable Throwable cause) {
        String problem = "%s cannot be evaluated (%s): %s.".formatted(condition.key(), condition.place(), reason);
        String remedy = "Write one SQL condition that is " + condition.right() + ".";
        return cause == null ? new MlException(problem, remedy) : new MlException(problem, remedy, cause);
    }
}
