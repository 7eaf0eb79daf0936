package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.api.MlException;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
    /** A column of more texts than this is of keys: it is cheaper to read them than to look for them. */
    private static final int MOST_KNOWN = 1 << 12;

    private final Engine engine;
    private final Path output;
    private final SpecFile spec;
    private final int threads;
    private final LongFunction<SqlChecks.Limits> checkLimits;
    private final Sources sources;
    private final PartMarks parts = new PartMarks();
    private final KeptBatches kept;
    private final LeftOut leftOut;
    /** With the texts that the first pass has seen. */
    private Columns columns;

    private long[] rows = new long[0];
    private @Nullable Split split;

    private Table(Engine engine, Path output, SpecFile spec, Sources sources, Allowance allowance) {
        this.engine = engine;
        this.output = output;
        this.spec = spec;
        this.threads = allowance.limits().threads();
        this.checkLimits = allowance.check();
        this.columns = Columns.of(spec.spec());
        this.sources = sources;
        this.kept = new KeptBatches(allowance.keptBytes(), sources.bytes());
        this.leftOut = LeftOut.of(engine, spec, columns);
    }

    /**
     * Finds the data and looks at its headers.
     *
     * @throws MlException if there is no data file, or files of several formats
     */
    public static Table open(BuildPlace place, SpecFile spec, BuildLimits limits) {
        return open(place, spec, new Allowance(limits, ((long) limits.memoryMegabytes() << 20) / KEPT_SHARE));
    }

    /**
     * What a table may use.
     *
     * @param keptBytes up to which it is kept in memory
     * @param check of a check over so many rows
     */
    record Allowance(BuildLimits limits, long keptBytes, LongFunction<SqlChecks.Limits> check) {

        Allowance(BuildLimits limits, long keptBytes) {
            this(limits, keptBytes, SqlChecks.Limits::over);
        }
    }

    static Table open(BuildPlace place, SpecFile spec, Allowance allowance) {
        List<Path> files = DataFiles.resolve(place.basedir(), spec.spec().data().source());
        Path output = ModelFiles.of(place.outputDirectory(), spec.name()).directory();
        // A result that several threads make in the order of the rows costs two thirds more.
        BuildLimits single = new BuildLimits(1, allowance.limits().memoryMegabytes());
        Engine engine = Engine.start(single, new Engine.Reach(files, output));
        try {
            Sources sources = Sources.open(
                    engine, spec, place.basedir(), files, allowance.limits().threads());
            return new Table(engine, output, spec, sources, allowance);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    @Override
    public long count() {
        split();
        return Arrays.stream(rows).sum() - leftOut.count();
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
        split();
        return leftOut;
    }

    /** Writes the quarantined rows as csv. */
    public void writeQuarantine(Path file) {
        split();
        QuarantineFile.write(file, this, leftOut.told());
    }

    /** The sizes of the parts, and which rows are tested. */
    public Split split() {
        Split known = split;
        if (known == null) {
            known = new FirstPass(new Fold()).run();
            split = known;
        }
        return known;
    }

    /**
     * Folds all rows with all columns of the schema, in one pass; {@link Part#of} tells the part of a row of its batches.
     *
     * @param fold knows its measures
     */
    public void fold(Fold fold) {
        if (split == null) {
            split = new FirstPass(fold).run();
        } else {
            read(columns.all(), batch -> {
                Batch rows = parts.kept(batch);
                fold.add(Part.mark(rows, parts.of(rows)));
            });
        }
    }

    @Override
    public void read(Part part, List<String> names, Consumer<Batch> sink) {
        split();
        read(columns.of(names), batch -> {
            Batch picked = parts.pick(batch, part);
            if (picked.rows() > 0) {
                sink.accept(picked);
            }
        });
    }

    /**
     * Reads columns of all rows, whatever part they belong to.
     *
     * @param names of the schema, each once
     * @param sink gets every row once; what it is given is filled anew for the next batch
     */
    public void readAll(List<String> names, Consumer<Batch> sink) {
        split();
        read(columns.of(names), sink);
    }

    /**
     * Begins a file of rows; one at a time.
     *
     * @param names columns of the schema, which keep their names
     * @param made columns that follow them; one whose name is taken has an underscore more
     */
    public BatchFile file(List<String> names, Map<String, ColumnType> made) {
        return BatchFile.begin(engine, output, columns.types(names), made);
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

    /** Reads columns of all rows, whose parts are known. */
    private void read(List<TableColumn> wanted, Consumer<Batch> sink) {
        if (kept.isWhole()) {
            List<String> names = wanted.stream().map(TableColumn::name).toList();
            kept.forEach(batch -> sink.accept(batch.only(names)));
            return;
        }
        long first = 0;
        for (int i = 0; i < rows.length; i++) {
            Source source = sources.all().get(i);
            boolean[] begun = {false};
            long found = source.read(wanted, first, () -> {
                if (begun[0]) {
                    throw changed(source);
                }
                begun[0] = true;
                return sink;
            });
            if (found != rows[i]) {
                throw changed(source);
            }
            first += found;
        }
    }

    private static MlException changed(Source source) {
        return new MlException(source.name() + " changed while it was read.", "Build again once it is complete.");
    }

    /** The pass that finds out how the sources are read. What was taken from a source that must be read again is forgotten. */
    private final class FirstPass {

        private final Fold fold;
        private final Fold.Result<Split> sizes;
        private final Splits splits;
        private final Map<String, Dictionary> texts = new HashMap<>();
        private Fold attempt;

        FirstPass(Fold fold) {
            this.fold = fold;
            SplitBounds bounds = SplitBounds.of(
                    spec.spec(), sources.all().stream().map(this::reading).toList());
            this.splits = new Splits(spec.spec(), bounds);
            this.sizes = fold.plan(new SplitMeasure(spec.spec(), bounds));
            this.attempt = fold.fork();
        }

        private SplitBounds.Reading reading(Source source) {
            return (names, attempts) -> source.read(columns.of(names), 0, attempts);
        }

        Split run() {
            rows = new long[sources.all().size()];
            long first = 0;
            for (int i = 0; i < rows.length; i++) {
                Source source = sources.all().get(i);
                Filtering filtering = leftOut.next(source, first);
                rows[i] = source.read(columns.all(), first, () -> begin(filtering));
                leftOut.end(filtering, rows[i]);
                fold.merge(attempt);
                first += rows[i];
            }
            columns = columns.knowing(seen());
            return sizes.value();
        }

        private Map<String, List<String>> seen() {
            Map<String, List<String>> seen = new HashMap<>();
            texts.forEach((name, dictionary) -> {
                if (dictionary.size() <= MOST_KNOWN) {
                    seen.put(
                            name,
                            IntStream.range(0, dictionary.size())
                                    .mapToObj(dictionary::text)
                                    .toList());
                }
            });
            return seen;
        }

        private Consumer<Batch> begin(Filtering filtering) {
            parts.truncate(filtering.first());
            kept.truncate(filtering.first());
            attempt = fold.fork();
            leftOut.begin(filtering);
            return batch -> add(batch, filtering);
        }

        private void add(Batch read, Filtering filtering) {
            byte[] codes = splits.parts(read);
            boolean some = leftOut.mark(read, filtering, codes);
            parts.add(codes);
            Batch batch = some ? parts.kept(read) : read;
            if (batch.rows() > 0) {
                add(batch, some ? parts.of(batch) : codes);
            }
        }

        private void add(Batch batch, byte[] codes) {
            kept.add(batch);
            for (String name : batch.names()) {
                if (batch.column(name) instanceof Column.Texts column) {
                    texts.put(name, column.dictionary());
                }
            }
            attempt.add(Part.mark(batch, codes));
        }
    }

    @Override
    public void writePredictions(Path file, Part part, List<PredictionColumn> predictions) {
        for (PredictionColumn column : predictions) {
            if (column.rows() != count(part)) {
                throw new IllegalArgumentException(
                        "%s values of '%s' for %s rows".formatted(column.rows(), column.name(), count(part)));
            }
        }
        new PredictionFile(engine, output, columns, spec.spec()).write(file, this, part, predictions);
    }

    /** What is wrong with the sources as such: their columns and malformed rows. */
    public List<Finding> findings() {
        split();
        return sources.findings();
    }

    /** Where rows stand: each row's position with what was found there. */
    public List<Offender> locate(SortedMap<Long, String> found) {
        split();
        return sources.locate(rows, found);
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
                columns,
                checkLimits.apply(count()),
                parts.dropped());
    }

    @Override
    public SortedMap<String, String> versions() {
        return new TreeMap<>(Map.of("duckdb", engine.version()));
    }

    @Override
    public void close() {
        engine.close();
    }
}
