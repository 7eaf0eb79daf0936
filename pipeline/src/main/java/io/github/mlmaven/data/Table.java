package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.TableCheck;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.DataFiles;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * The rows of the declared sources, read by the engine each time they are asked for; a small table is kept in memory once it
 * was read. The first pass finds out how each source must be read, which part each row belongs to and how large the parts
 * are: a {@link #fold} that wants more than that gets it in the same pass.
 *
 * <p>Not thread-safe.
 */
public final class Table implements Rows, AutoCloseable {

    /** A table is kept if it takes less than this share of the engine's memory, which reading hardly needs. */
    private static final int KEPT_SHARE = 4;

    /** Of that memory, for what is kept of each row while folding. */
    private static final int FOLDED_SHARE = 8;

    private final Engine engine;
    private final Path output;
    private final SpecFile spec;
    private final int threads;
    private final LongFunction<SqlChecks.Limits> checkLimits;
    private final Sources sources;
    private final PartedRows rows;
    private final LongFile folded;
    private final SliceConditions slices;
    private final Helpers helpers;

    private Table(Engine engine, Path output, SpecFile spec, Sources sources, Allowance allowance) {
        this.engine = engine;
        this.output = output;
        this.spec = spec;
        this.threads = allowance.limits().threads();
        this.checkLimits = allowance.check();
        this.sources = sources;
        KeptBatches kept = new KeptBatches(allowance.keptBytes(), sources.bytes());
        this.folded = new LongFile(() -> engine.temporary("folded.bin"), bytes(allowance.limits()) / FOLDED_SHARE);
        this.helpers = new Helpers(threads);
        this.rows = new PartedRows(spec, sources, kept, LeftOut.of(engine, spec, Columns.of(spec.spec())), this::plan);
        this.slices = SliceConditions.of(engine, spec, Columns.of(spec.spec()));
        rows.tell(allowance.progress());
    }

    /**
     * Finds the data and looks at its headers.
     *
     * @throws MlException if there is no data file, or files of several formats
     */
    public static Table open(BuildPlace place, SpecFile spec, BuildLimits limits) {
        return open(place, spec, limits, Progress.SILENT);
    }

    /** The same for somebody who waits for its rows, and is told how many were read for the first time. */
    public static Table open(BuildPlace place, SpecFile spec, BuildLimits limits, Progress progress) {
        long keptBytes = bytes(limits) / KEPT_SHARE;
        return open(
                place,
                spec,
                new Allowance(limits, keptBytes, SqlChecks.Limits::over, SqlChecks.Limits.OF_QUERY, progress));
    }

    private static long bytes(BuildLimits limits) {
        return (long) limits.memoryMegabytes() << 20;
    }

    /**
     * What a table may use.
     *
     * @param keptBytes up to which it is kept in memory
     * @param check of a check over so many rows
     * @param query of a query over the files
     * @param progress who is told
     */
    record Allowance(
            BuildLimits limits,
            long keptBytes,
            LongFunction<SqlChecks.Limits> check,
            SqlChecks.Limits query,
            Progress progress) {

        Allowance(BuildLimits limits, long keptBytes, LongFunction<SqlChecks.Limits> check, SqlChecks.Limits query) {
            this(limits, keptBytes, check, query, Progress.SILENT);
        }

        Allowance(BuildLimits limits, long keptBytes) {
            this(limits, keptBytes, SqlChecks.Limits::over, SqlChecks.Limits.OF_QUERY);
        }
    }

    static Table open(BuildPlace place, SpecFile spec, Allowance allowance) {
        Map<String, List<Path>> files =
                DataFiles.resolve(place, spec.spec().data().from(), spec.keys());
        List<Path> all = files.values().stream().flatMap(List::stream).toList();
        Path output = ModelFiles.of(place.outputDirectory(), spec.name()).directory();
        // A result that several threads make in the order of the rows costs two thirds more.
        BuildLimits single = new BuildLimits(1, allowance.limits().memoryMegabytes());
        Engine engine = Engine.start(single, new Engine.Reach(all, output));
        engine.tell(allowance.progress());
        try {
            Sources sources = spec.spec().data().from().jdbc().isPresent()
                    ? Sources.ofSnapshot(
                            engine, spec, DatabaseFetch.files(place, spec).snapshot())
                    : Sources.open(
                            engine,
                            spec,
                            Sources.named(files, spec, place),
                            allowance.limits().threads(),
                            allowance.query());
            return new Table(engine, output, spec, sources, allowance);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    @Override
    public long count() {
        return rows.count();
    }

    @Override
    public long count(Part part) {
        Split sizes = split();
        return switch (part) {
            case TRAIN -> sizes.train();
            case VALIDATION -> sizes.validation();
            case TEST -> sizes.test();
        };
    }

    /** The rows of the sources that are not of the table. */
    public LeftOut leftOut() {
        return rows.leftOut();
    }

    /** Writes the quarantined rows as csv. */
    public void writeQuarantine(Path file) {
        QuarantineFile.write(file, this, leftOut().told());
    }

    /** The sizes of the parts, and which rows are tested. */
    public Split split() {
        return rows.split();
    }

    /** Knows no measures yet; what it keeps of each row does not take more memory than there is. */
    public Fold plan() {
        return new Fold(folded, helpers);
    }

    /**
     * Folds all rows with all columns of the schema, in one pass; {@link Part#of} tells the part of a row of its batches.
     *
     * @param fold knows its measures
     */
    public void fold(Fold fold) {
        rows.fold(fold);
    }

    @Override
    public void read(Part part, List<String> names, Consumer<Batch> sink) {
        rows.read(part, names, sink);
    }

    @Override
    public int[] where(Part part, String condition) {
        BitSet holding =
                slices.rows(condition, sources.all(), count() + leftOut().count());
        IntStream.Builder found = IntStream.builder();
        int[] place = {0};
        read(part, List.of(rows.columns().all().get(0).name()), batch -> {
            for (int row = 0; row < batch.rows(); row++, place[0]++) {
                if (holding.get(Math.toIntExact(batch.position(row)))) {
                    found.add(place[0]);
                }
            }
        });
        return found.build().toArray();
    }

    /**
     * Reads columns of all rows, whatever part they belong to.
     *
     * @param names of the schema, each once
     * @param sink gets every row once; what it is given is filled anew for the next batch
     */
    public void readAll(List<String> names, Consumer<Batch> sink) {
        rows.readAll(names, sink);
    }

    /**
     * Begins a file of rows; one at a time.
     *
     * @param names columns of the schema, which keep their names
     * @param made columns that follow them; one whose name is taken has an underscore more
     */
    public BatchFile file(List<String> names, Map<String, ColumnType> made) {
        return BatchFile.begin(engine, output, rows.columns().types(names), made);
    }

    /** The names of the columns that every source has, in the order of the first. */
    public List<String> header() {
        List<String> names = new ArrayList<>();
        for (Source source : sources.all()) {
            if (names.isEmpty()) {
                names.addAll(source.header());
            } else {
                names.retainAll(source.header());
            }
        }
        return names;
    }

    @Override
    public void writePredictions(Path file, Part part, List<PredictionColumn> predictions) {
        for (PredictionColumn column : predictions) {
            if (column.rows() != count(part)) {
                throw new IllegalArgumentException(
                        "%s values of '%s' for %s rows".formatted(column.rows(), column.name(), count(part)));
            }
        }
        new PredictionFile(engine, output, rows.columns(), spec.spec()).write(file, this, part, predictions);
    }

    /** What is wrong with the sources as such: their columns and malformed rows. */
    public List<Finding> findings() {
        split();
        return sources.findings();
    }

    /** Where rows stand: each row's position with what was found there. */
    public List<Offender> locate(SortedMap<Long, String> found) {
        return rows.locate(found);
    }

    /** What became of the user's own conditions in SQL, in their order. */
    public List<SqlOutcome> check(List<String> conditions) {
        split();
        if (conditions.isEmpty() || sources.all().isEmpty()) {
            return conditions.stream()
                    .<SqlOutcome>map(condition -> new SqlOutcome.Holds())
                    .toList();
        }
        try (SqlChecks checks = checks()) {
            return checks.run(conditions);
        } catch (UnstoppableCheckException e) {
            throw e.at(place(e.check()));
        }
    }

    private String place(String condition) {
        List<TableCheck> checks = spec.spec().checks();
        return IntStream.range(0, checks.size())
                .filter(i -> checks.get(i).sql().filter(condition::equals).isPresent())
                .mapToObj(i -> spec.at("checks", Integer.toString(i)))
                .findFirst()
                .orElseGet(() -> spec.at("checks"));
    }

    private SqlChecks checks() {
        List<Path> files = sources.all().stream().map(Source::readable).toList();
        return new SqlChecks(
                () -> engine.onThreads(threads, files),
                sources.all(),
                rows.columns(),
                checkLimits.apply(count()),
                rows.dropped());
    }

    @Override
    public SortedMap<String, String> versions() {
        return new TreeMap<>(Map.of("duckdb", engine.version()));
    }

    @Override
    public void close() {
        helpers.close();
        folded.close();
        engine.close();
    }
}
