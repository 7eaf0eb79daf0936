package io.github.mlmaven.data;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Conditions in SQL that were written by the user. As with a CHECK in SQL, a row breaks one if it is false; where it is
 * unknown because a value is missing, it holds.
 *
 * <p>Each is parsed first and must be one expression over the row, see {@link ParsedCheck}, so that it can end no statement of
 * ours and begin another; the engine that runs it, on all threads, can reach no file but the data; and all statements for a
 * check together have one limit of time, after which nobody waits for it, see {@link CheckEngine}.
 */
final class SqlChecks implements AutoCloseable {

    private static final int SHOWN = 5;

    private static final long ROWS_A_MINUTE = 10_000_000;

    private final CheckEngine engine;
    private final Columns columns;
    private final Duration limit;
    private final String rows;
    private final String position;
    private final boolean whole;

    /**
     * Checks of rows.
     *
     * @param engines start what is closed with this
     * @param limits of one check
     * @param leftOut the positions of rows of the sources that are not looked at
     */
    SqlChecks(Supplier<Engine> engines, List<Source> sources, Columns columns, Limits limits, long[] leftOut) {
        this.engine = new CheckEngine(() -> prepared(engines.get(), leftOut), limits.grace());
        this.limit = limits.time();
        this.whole = leftOut.length == 0;
        this.position = Sql.identifier(columns.unused("#row"));
        this.columns = columns;
        this.rows =
                sources.stream().map(source -> source.sql(columns.all())).collect(Collectors.joining(" union all "));
    }

    /**
     * How long one check or query may take.
     *
     * @param time for all of its statements together
     * @param grace that the engine has to stop when that is over
     */
    record Limits(Duration time, Duration grace) {

        /** How many rows a query goes through is not known before. */
        static final Limits OF_QUERY = new Limits(Duration.ofMinutes(30), Duration.ofSeconds(5));

        /** Over some rows: a minute, and another for each ten million of them. It stops within milliseconds, if it does. */
        static Limits over(long rows) {
            return new Limits(Duration.ofMinutes(1 + rows / ROWS_A_MINUTE), Duration.ofSeconds(5));
        }
    }

    private static Engine prepared(Engine engine, long[] leftOut) {
        if (leftOut.length > 0) {
            engine.append("left_out", "position", leftOut);
        }
        Casts.define(engine);
        return engine;
    }

    /**
     * The outcome of each condition: by one statement for all, unless one fails on the way or that takes long.
     *
     * @throws UnstoppableCheckException if the engine goes on with one of them when its time is over
     */
    List<SqlOutcome> run(List<String> conditions) {
        List<String> names = names();
        List<ParsedCheck> parsed = conditions.stream()
                .map(sql -> ParsedCheck.of(sql, engine.engine(), names))
                .toList();
        List<TimeAllowance> times = conditions.stream()
                .map(sql -> new TimeAllowance(engine, sql, limit))
                .toList();
        List<Optional<String>> problems = IntStream.range(0, conditions.size())
                .mapToObj(i -> parsed.get(i)
                        .problem()
                        .or(() -> unreadable(parsed.get(i)))
                        .or(() -> binding(conditions.get(i), times.get(i))))
                .toList();
        List<Integer> valid = IntStream.range(0, conditions.size())
                .filter(i -> problems.get(i).isEmpty())
                .boxed()
                .toList();
        List<Long> broken = new ArrayList<>(together(
                valid.stream().map(conditions::get).toList(),
                valid.stream().map(times::get).toList()));
        List<SqlOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Optional<String> problem = problems.get(i);
            outcomes.add(
                    problem.isPresent()
                            ? new SqlOutcome.Invalid(problem.get())
                            : outcome(conditions.get(i), parsed.get(i), broken.remove(0), times.get(i)));
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

    /** What {@link #count} says; the half that is left of each one's time is its own. */
    private List<Long> together(List<String> conditions, List<TimeAllowance> times) {
        Duration half = limit.dividedBy(2);
        long began = System.nanoTime();
        List<Long> broken = count(conditions, half);
        Duration used = Duration.ofNanos(System.nanoTime() - began);
        times.forEach(time -> time.use(used.compareTo(half) < 0 ? used : half));
        return broken;
    }

    /** What is wrong with a condition as far as can be told without the rows. */
    private Optional<String> binding(String sql, TimeAllowance time) {
        try {
            time.query("explain " + count(sql), row -> row.getString(1));
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

    /** How many rows break each condition; -1 where each has to be evaluated alone. */
    private List<Long> count(List<String> conditions, Duration time) {
        List<Long> alone = conditions.stream().map(sql -> -1L).toList();
        if (conditions.size() < 2) {
            return alone;
        }
        String counts = conditions.stream().map(SqlChecks::counted).collect(Collectors.joining(", "));
        try {
            return engine.tryQuery(time, "select %s from (%s)".formatted(counts, looked()), row -> {
                        List<Long> broken = new ArrayList<>();
                        for (int i = 1; i <= conditions.size(); i++) {
                            broken.add(row.getLong(i));
                        }
                        return broken;
                    })
                    .map(counted -> counted.get(0))
                    .orElse(alone);
        } catch (SQLException e) {
            return alone;
        }
    }

    private SqlOutcome outcome(String sql, ParsedCheck parsed, long broken, TimeAllowance time) {
        try {
            long count = broken >= 0
                    ? broken
                    : time.query(count(sql), row -> row.getLong(1)).get(0);
            return count == 0
                    ? holding(sql, parsed, time)
                    : new SqlOutcome.Broken(count, first(sql, parsed.mentioned(), time));
        } catch (SQLException e) {
            return new SqlOutcome.Invalid(reason(e));
        }
    }

    /** Whether a condition that no row breaks is broken by a drawn one. One that these cannot be asked of is not suspected. */
    private SqlOutcome holding(String sql, ParsedCheck parsed, TimeAllowance time) {
        Optional<String> count = DrawnRows.count(parsed.condition(), columns.of(parsed.mentioned()), broken(sql));
        if (count.isEmpty()) {
            return new SqlOutcome.Holds();
        }
        try {
            long drawn = time.query(count.get(), row -> row.getLong(1)).get(0);
            return drawn == 0 ? new SqlOutcome.HoldsAlways(DrawnRows.COUNT) : new SqlOutcome.Holds();
        } catch (SQLException e) {
            return new SqlOutcome.Holds();
        }
    }

    private SortedMap<Long, String> first(String sql, List<String> mentioned, TimeAllowance time) throws SQLException {
        SortedMap<Long, String> first = new TreeMap<>();
        time.query(
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
        if (e instanceof SQLTimeoutException) {
            return "it takes longer than the %s seconds that a check has in all".formatted(limit.toSeconds());
        }
        return Engine.isOutOfSpace(e)
                ? "it needs more memory than the data engine may use, which is %s MB (ml.memory)"
                        .formatted(engine.engine().memoryMegabytes())
                : ConditionFault.of(String.valueOf(e.getMessage()), names());
    }

    private List<String> names() {
        return columns.all().stream().map(TableColumn::name).toList();
    }

    @Override
    public void close() {
        engine.close();
    }
}
