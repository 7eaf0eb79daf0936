package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.DataFiles;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The rows of the declared source with the columns of the schema: numbers as double, integers as long, booleans, and
 * texts; in the order of the files and of their rows; each row in one {@link Part}. Whatever it answers depends on the data
 * and the spec alone, never on threads or memory.
 *
 * <p>A value that is not of its column's type is missing here. What could not be read is told by {@link #findings}; whoever
 * trains has made sure before that a validation passed.
 *
 * <p>Not thread-safe.
 */
public final class Table implements Rows, AutoCloseable {

    private final Engine engine;
    private final ModelSpec spec;
    private final Columns columns;
    private final Loaded loaded;
    private final CategoryCodes categories;
    private boolean hasParts;

    private Table(Engine engine, ModelSpec spec, Columns columns, Loaded loaded) {
        this.engine = engine;
        this.spec = spec;
        this.columns = columns;
        this.loaded = loaded;
        this.categories = new CategoryCodes(engine);
    }

    /**
     * Loads the data.
     *
     * @throws io.github.mlmaven.api.MlException if there is no data file, or files of several formats
     */
    public static Table open(BuildPlace place, SpecFile spec, BuildLimits limits) {
        List<Path> files = DataFiles.resolve(place.basedir(), spec.spec().data().source());
        Path output = ModelFiles.of(place.outputDirectory(), spec.name()).directory();
        Engine engine = Engine.start(limits, files, output);
        try {
            Columns columns = Columns.of(spec.spec());
            Loaded loaded = new Loader(engine, spec, columns, place.basedir()).load(files);
            return new Table(engine, spec.spec(), columns, loaded);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    @Override
    public long count() {
        return loaded.rows();
    }

    @Override
    public long count(Part part) {
        return rows(part);
    }

    @Override
    public void read(Part part, List<String> names, Consumer<Batch> sink) {
        assignParts();
        read(names, "part = " + part.code(), sink);
    }

    @Override
    public void read(long[] positions, List<String> names, Consumer<Batch> sink) {
        if (positions.length > 0) {
            String wanted = Arrays.stream(positions).mapToObj(Long::toString).collect(Collectors.joining(", "));
            read(names, "rowid in (" + wanted + ") order by rowid", sink);
        }
    }

    private void read(List<String> names, String which, Consumer<Batch> sink) {
        new ChunkBatches(categories, names.stream().map(columns::get).toList()).read(engine, which, sink);
    }

    @Override
    public SortedMap<String, String> versions() {
        return new TreeMap<>(Map.of("duckdb", engine.one("select version()", row -> row.getString(1))));
    }

    /** How many rows were read. */
    public long rows() {
        return loaded.rows();
    }

    /** How many rows a part has. */
    public long rows(Part part) {
        assignParts();
        return engine.one("select count(*) from t where part = " + part.code(), row -> row.getLong(1));
    }

    /** Whether a part has no row: quick where the first rows tell. */
    public boolean isEmpty(Part part) {
        String of = " where part = " + part.code();
        if (!hasParts) {
            String first =
                    "select count(*) from (select %s as part from t limit 10000)".formatted(Splits.part(spec, columns));
            if (engine.one(first + of, row -> row.getLong(1)) > 0) {
                return false;
            }
        }
        return rows(part) == 0;
    }

    /** Gives the table its column {@code part}, if it has none yet: whole rows take a moment to be hashed. */
    public void assignParts() {
        if (!hasParts) {
            engine.run("alter table t add column part tinyint");
            engine.run("update t set part = " + Splits.part(spec, columns));
            hasParts = true;
        }
    }

    /** What is wrong with the files as such: their columns and malformed rows. */
    public List<Finding> findings() {
        return loaded.findings();
    }

    /** Whether texts that are not of their column's type were found, and stand in the table {@code text} for queries. */
    public boolean hasClashes() {
        return loaded.hasText();
    }

    /** The sizes of the parts, and which rows are tested. */
    public Split split() {
        assignParts();
        return Splits.describe(engine, columns, spec);
    }

    /**
     * Reads columns of a part's rows in the order of the data.
     *
     * @param sink gets every row once
     */
    public void read(Part part, List<Selection> selections, Block sink) {
        assignParts();
        new Reader(engine, columns).read(part, selections, sink);
    }

    /** One column of a part's rows in the order of the data. */
    public double[] read(Part part, Selection selection) {
        double[] values = new double[Math.toIntExact(rows(part))];
        int[] filled = {0};
        read(part, List.of(selection), (block, rows) -> {
            System.arraycopy(block[0], 0, values, filled[0], rows);
            filled[0] += rows;
        });
        return values;
    }

    /** One column of a part's rows as text, as {@link #distinct} writes it, in the order of the data; missing is empty. */
    public String[] texts(Part part, String column) {
        assignParts();
        return engine.query(
                        "select coalesce(cast(%s as varchar), '') from t where part = %d"
                                .formatted(columns.sql(column), part.code()),
                        row -> row.getString(1))
                .toArray(String[]::new);
    }

    /** The different values of a part's rows as text, without missing: numbers and booleans rising, texts by code point. */
    public List<String> distinct(Part part, String column) {
        assignParts();
        return engine.query(
                "select distinct cast({0} as varchar), {0} from t where part = {1} and {0} is not null order by 2"
                        .replace("{0}", columns.sql(column))
                        .replace("{1}", Integer.toString(part.code())),
                row -> row.getString(1));
    }

    /** The exact median of a numeric or boolean column's values in a part: NaN if there are none. */
    public double median(Part part, String column) {
        assignParts();
        return engine.one(
                "select quantile_cont(cast(%s as double), 0.5) from t where part = %d"
                        .formatted(columns.sql(column), part.code()),
                row -> row.getDouble(1));
    }

    /** The most frequent values of a column in a part as text with their counts, most frequent first, then rising. */
    public List<Frequency> frequencies(Part part, String column, int limit) {
        assignParts();
        return engine.query(
                "select cast({0} as varchar), count(*) from t where part = {1} and {0} is not null group by {0} order by 2 desc, {0} limit {2}"
                        .replace("{0}", columns.sql(column))
                        .replace("{1}", Integer.toString(part.code()))
                        .replace("{2}", Integer.toString(limit)),
                row -> new Frequency(row.getString(1), row.getLong(2)));
    }

    /** A value as text, and how many rows have it. */
    public record Frequency(String value, long rows) {}

    /**
     * Writes rows of a part to a Parquet file: the row number from 0 as {@code row}, the id columns, the label, then the
     * given columns. The same content makes the same bytes.
     *
     * @param file within the model's folder of the build; has its old content or the new one, whatever happens
     * @param predictions at least one, each with one value for each row of the part
     */
    @Override
    public void writePredictions(Path file, Part part, List<PredictionColumn> predictions) {
        long rows = rows(part);
        for (PredictionColumn column : predictions) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        "%d values of '%s' for %d rows".formatted(column.rows(), column.name(), rows));
            }
        }
        new PredictionFile(engine, columns, spec).write(file, part, predictions);
    }

    /** For statements of our own: the name of a column within the table {@code t}. */
    public String sql(String column) {
        return columns.sql(column);
    }

    /**
     * Runs a query of our own over the table {@code t}, whose columns are named by {@link #sql}, whose {@code rowid} is the
     * row's number from 0 and whose {@code part}, once {@link #assignParts} was called, is 0 for training, 1 for validation
     * and 2 for test rows.
     */
    public <T> List<T> query(String sql, RowReader<T> reader) {
        return engine.query(sql, reader);
    }

    /** Like {@link #query} for a query that may be wrong. */
    public <T> List<T> tryQuery(String sql, RowReader<T> reader) throws SQLException {
        return engine.tryQuery(sql, reader);
    }

    /** The rows as evidence: each row's number from 0 with what was found there. */
    public List<Offender> offenders(SortedMap<Long, String> found) {
        return loaded.origins().offenders(found);
    }

    @Override
    public void close() {
        engine.close();
    }
}
