package io.github.mlmaven.data;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Conditions in SQL that were written by the user. As with a CHECK in SQL, a row breaks one if it is false; where it is
 * unknown because a value is missing, it holds.
 *
 * <p>Each is parsed first and must be one expression over the row, see {@link ParsedCheck}, so that it can end no statement of
 * ours and begin another; the engine that runs it, on all threads, can reach no file but the data; and no statement runs for
 * longer than a limit.
 */
final class SqlChecks implements AutoCloseable {

    private static final int SHOWN = 5;

    private static final long ROWS_A_MINUTE = 10_000_000;

    private final Engine engine;
    private final Columns columns;
    private final Duration limit;
    private final String rows;
    private final String position;
    private final boolean whole;

    /**
     * Checks of rows.
     *
     * @param engine is closed with this
     * @param limit of the time that one statement may take
     * @param leftOut the positions of rows of the sources that are not looked at
     */
    SqlChecks(Engine engine, List<Source> sources, Columns columns, Duration limit, long[] leftOut) {
        this.engine = engine;
        this.limit = limit;
        this.whole = leftOut.length == 0;
        this.position = Sql.identifier(columns.unused("#row"));
        if (!whole) {
            engine.append("left_out", "position", leftOut);
        }
        Casts.define(engine);
        this.columns = columns;
        this.rows =
                sources.stream().map(source -> source.sql(columns.all())).collect(Collectors.joining(" union all "));
    }

    /** How long a statement may take over some rows: a minute, and another for each ten million of them. */
    static Duration limit(long rows) {
        return Duration.ofMinutes(1 + rows / ROWS_A_MINUTE);
    }

    /** The outcome of each condition: by one statement for all, unless one fails on the way. */
    List<SqlOutcome> run(List<String> conditions) {
        List<String> names = columns.all().stream().map(TableColumn::name).toList();
        List<ParsedCheck> parsed = conditions.stream()
                .map(sql -> ParsedCheck.of(sql, engine, names))
                .toList();
        List<Optional<String>> problems = IntStream.range(0, conditions.size())
                .mapToObj(i -> parsed.get(i)
                        .problem()
                        .or(() -> unreadable(parsed.get(i)))
                        .or(() -> binding(conditions.get(i))))
                .toList();
        List<String> valid = IntStream.range(0, conditions.size())
                .filter(i -> problems.get(i).isEmpty())
                .mapToObj(conditions::get)
                .toList();
        List<Long> broken = new ArrayList<>(count(valid));
        List<SqlOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Optional<String> problem = problems.get(i);
            outcomes.add(
                    problem.isPresent()
                            ? new SqlOutcome.Invalid(problem.get())
                            : outcome(conditions.get(i), parsed.get(i).mentioned(), broken.remove(0)));
        }
        return outcomes;
    }

    /** The engine reads not all that our own code reads. */
    private Optional<String> unreadable(ParsedCheck check) {
        return columns.all().stream()
                .filter(column -> check.mentioned().contains(column.name()) && !TimeCasts.reads(column))
                .findFirst()
                .map(column ->
                        "the engine cannot read '%s' in the format %s and the zone %s; it can read numbers in UTC"
                                .formatted(
                                        column.name(),
                                        column.time().format().orElse("of ISO 8601"),
                                        column.time().zone()));
    }

    /** What is wrong with a condition as far as can be told without the rows. */
    private Optional<String> binding(String sql) {
        try {
            engine.tryQuery("explain " + count(sql), row -> row.getString(1));
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(reason(e));
        }
    }

    private String count(String sql) {
        return "select %s from (%s)".formatted(counted(sql), looked());
    }

    private static String broken(String sql) {
        // A line break, so that a comment at its end does not hide what follows.
        return "not (" + sql + "\n)";
    }

    private static String counted(String sql) {
        return "count(*) filter (where " + broken(sql) + ")";
    }

    /** The rows that are looked at, with their positions: whatever is asked of them is not asked of the others. */
    private String numbered() {
        String all = "select row_number() over () - 1 as %s, * from (%s)".formatted(position, rows);
        return whole ? all : "select * from (%s) anti join left_out on %s = left_out.position".formatted(all, position);
    }

    /** The same where positions do not matter. */
    private String looked() {
        return whole ? rows : numbered();
    }

    /** How many rows break each condition; -1 where all have to be evaluated alone, as one fails. */
    private List<Long> count(List<String> conditions) {
        if (conditions.isEmpty()) {
            return List.of();
        }
        String counts = conditions.stream().map(SqlChecks::counted).collect(Collectors.joining(", "));
        try {
            return engine.tryQuery(limit, "select %s from (%s)".formatted(counts, looked()), row -> {
                        List<Long> broken = new ArrayList<>();
                        for (int i = 1; i <= conditions.size(); i++) {
                            broken.add(row.getLong(i));
                        }
                        return broken;
                    })
                    .get(0);
        } catch (SQLException e) {
            failIfOutOfSpace(e);
            return conditions.stream().map(sql -> -1L).toList();
        }
    }

    private SqlOutcome outcome(String sql, List<String> mentioned, long broken) {
        try {
            long count = broken >= 0
                    ? broken
                    : engine.tryQuery(limit, count(sql), row -> row.getLong(1)).get(0);
            return count == 0 ? new SqlOutcome.Holds() : new SqlOutcome.Broken(count, first(sql, mentioned));
        } catch (SQLException e) {
            return new SqlOutcome.Invalid(reason(e));
        }
    }

    private SortedMap<Long, String> first(String sql, List<String> mentioned) throws SQLException {
        SortedMap<Long, String> first = new TreeMap<>();
        engine.tryQuery(
                limit,
                "with numbered as %6$s (%3$s) select %1$s, %2$s from numbered where %4$s order by 1 limit %5$s"
                        .formatted(
                                position,
                                found(mentioned),
                                numbered(),
                                broken(sql),
                                SHOWN,
                                whole ? "not materialized" : "materialized"),
                row -> first.put(row.getLong(1), row.getString(2)));
        return first;
    }

    /** The values of columns, as an expression. */
    private static String found(List<String> mentioned) {
        return mentioned.isEmpty()
                ? "''"
                : mentioned.stream()
                        .map(name -> "%s || coalesce(regexp_replace(cast(%s as varchar), '[.]0$', ''), 'missing')"
                                .formatted(Sql.literal(name + " = "), Sql.identifier(name)))
                        .collect(Collectors.joining(" || ', ' || "));
    }

    private String reason(SQLException e) {
        failIfOutOfSpace(e);
        if (e instanceof SQLTimeoutException) {
            return "it takes longer than %s seconds".formatted(limit.toSeconds());
        }
        return firstLine(String.valueOf(e.getMessage()));
    }

    private void failIfOutOfSpace(SQLException e) {
        if (Engine.isOutOfSpace(e)) {
            throw engine.failure(e);
        }
    }

    static String firstLine(String message) {
        return message.lines().findFirst().orElse("unknown").replaceAll("[.!]+$", "");
    }

    @Override
    public void close() {
        engine.close();
    }
}
