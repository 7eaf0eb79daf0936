package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.spec.SourceKeys;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.worker.StuckException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code data.query}, made once and kept as a file until the table is closed: everything that reads it reads the
 * same rows in the same order. It is made by one thread, and its rows are in the query's own order, and where that leaves some
 * equal, or there is none, in that of the columns from the first to the last; so it is the same whatever the machine.
 *
 * <p>The query can read the declared files alone: by its form, see {@link ParsedQuery}, and by the engine, which can reach
 * nothing else.
 */
final class QueryResult {

    private static final Pattern NO_CELL =
            Pattern.compile("(STRUCT|MAP|UNION|LIST)\\b.*|.*\\]|BLOB|BIT|GEOMETRY.*|VARIANT");
    private static final Pattern PLAIN =
            Pattern.compile("BOOLEAN|U?(TINY|SMALL|BIG)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*|VARCHAR|DATE|TIMESTAMP.*");

    private static final String DESCRIBE = "describe ";

    /** What to do about dates that are texts. */
    private static final String TEXT_TIME =
            " A date that no file writes as 2026-01-31 is a text to the query: strptime(COLUMN, '%d.%m.%Y') makes a time of 31.01.2026.";

    private final SpecFile spec;
    private final String sql;
    private final SqlChecks.Limits limits;
    private final Progress progress;
    private final List<QueryTable> tables = new ArrayList<>();

    private QueryResult(SpecFile spec, SqlChecks.Limits limits, Progress progress) {
        this.spec = spec;
        this.sql = spec.spec().data().from().query().orElseThrow();
        this.limits = limits;
        this.progress = progress;
    }

    /**
     * Makes it.
     *
     * @param engine that made the sources of the files, and will read the result
     * @param files by their tables
     * @param missing the texts that stand for a missing value
     * @throws MlException if the query is none, fails, or takes too long
     */
    static Source of(
            Engine engine,
            SpecFile spec,
            Map<String, List<Source>> files,
            MissingTexts missing,
            SqlChecks.Limits limits) {
        Path file = engine.temporary("query.parquet");
        QueryResult result = new QueryResult(spec, limits, engine.progress());
        Engine asked = engine.beside();
        try (CheckEngine within = new CheckEngine(() -> asked, limits.grace())) {
            within.engine();
            Casts.define(asked);
            files.forEach((name, sources) -> result.tables.add(
                    QueryTable.define(asked, spec.keys(), new QueryTable.Files(name, sources), missing)));
            result.write(within, file);
        }
        return new ParquetFile(
                engine,
                new FileName(file, spec.keys().query(), 0),
                spec.spec().data().id());
    }

    private void write(CheckEngine engine, Path file) {
        ParsedQuery query = ParsedQuery.of(sql, engine.engine(), spec.keys(), tables);
        query.fault().ifPresent(fault -> {
            throw refused(fault, null);
        });
        query.problem().ifPresent(reason -> {
            throw refused(reason, null);
        });
        try {
            Map<String, String> columns = columns(engine.engine());
            String ordered = query.ordered(engine.engine(), columns.size());
            boolean ended = engine.tryRun(
                    limits.time(),
                    "copy (select %s from (%s)) to %s (format parquet)"
                            .formatted(cells(columns), ordered, Sql.literal(file)),
                    second -> progress.tick(
                            spec.keys().query() + " runs, second",
                            second,
                            limits.time().toSeconds()));
            if (!ended) {
                throw new MlException(
                        "%s%s took longer than the %s that it has, and the data engine could not be stopped at it."
                                .formatted(spec.keys().query(), place(), time()),
                        "Simplify it: make no long lists or texts.",
                        new StuckException("the data engine goes on with the query"));
            }
        } catch (SQLTimeoutException e) {
            throw refused(
                    "it takes longer than the " + time() + " that it has",
                    "Ask for less: narrow its joins, or make the rows in a step before.",
                    e);
        } catch (SQLException e) {
            if (Engine.isOutOfSpace(e)) {
                throw engine.engine().failure(e);
            }
            throw refused(QueryFault.ofValues(String.valueOf(e.getMessage())), e);
        }
    }

    private String time() {
        long minutes = limits.time().toMinutes();
        return minutes > 0 ? minutes + " minutes" : limits.time().toSeconds() + " seconds";
    }

    /** The names of the columns and their types, as the engine calls them. */
    private Map<String, String> columns(Engine engine) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        Map<String, String> seen = new LinkedHashMap<>();
        List<String> again = new ArrayList<>();
        try {
            engine.tryQuery(DESCRIBE + sql, row -> {
                String name = row.getString(1);
                if (seen.put(name.toLowerCase(Locale.ROOT), name) != null) {
                    again.add(name);
                }
                columns.put(name, row.getString(2));
                return name;
            });
        } catch (SQLTimeoutException e) {
            throw e;
        } catch (SQLException e) {
            if (Engine.isOutOfSpace(e)) {
                throw e;
            }
            throw refused(QueryFault.ofNames(String.valueOf(e.getMessage()), DESCRIBE + sql, DESCRIBE), e);
        }
        if (!again.isEmpty()) {
            throw refused(
                    "it has two columns '%s'; name the columns that it selects, or join 'using (%s)'"
                            .formatted(again.get(0), again.get(0)),
                    null);
        }
        columns.forEach((name, type) -> {
            if (NO_CELL.matcher(type).matches()) {
                throw refused("its column '%s' is %s, and a cell has one value".formatted(name, type), null);
            }
        });
        return columns;
    }

    /** The columns by types that a file keeps as they are. */
    private static String cells(Map<String, String> columns) {
        return columns.entrySet().stream()
                .map(column -> {
                    String name = Sql.identifier(column.getKey());
                    if (PLAIN.matcher(column.getValue()).matches()) {
                        return name;
                    }
                    String type = column.getValue().endsWith("HUGEINT") ? "decimal(38, 0)" : "varchar";
                    return "cast(%s as %s) as %s".formatted(name, type, name);
                })
                .collect(Collectors.joining(", "));
    }

    private MlException refused(QueryFault fault, @Nullable Throwable cause) {
        return refused(
                fault.reason(),
                switch (fault.kind()) {
                    case FORM -> "Correct the query there.";
                    case NAMES ->
                        "Correct the query there; there is " + tables() + "." + (fault.ofTime() ? TEXT_TIME : "");
                    case VALUES ->
                        "Correct the value in its file, or read it with try_cast, which makes a missing one of what is none."
                                + (fault.ofTime() ? TEXT_TIME : "");
                },
                cause);
    }

    private MlException refused(String reason, @Nullable Throwable cause) {
        return refused(reason, "Write one selection of rows; there is " + tables() + ".", cause);
    }

    private MlException refused(String reason, String remedy, @Nullable Throwable cause) {
        String problem = "%s cannot be evaluated%s: %s.".formatted(spec.keys().query(), place(), reason);
        return cause == null ? new MlException(problem, remedy) : new MlException(problem, remedy, cause);
    }

    /** Where the query stands, if it stands in a file. */
    private String place() {
        return spec.keys() == SourceKeys.MODEL_YAML ? " (%s)".formatted(spec.place("data", "query")) : "";
    }

    private String tables() {
        return tables.stream().map(QueryTable::words).collect(Collectors.joining(" and "));
    }
}
