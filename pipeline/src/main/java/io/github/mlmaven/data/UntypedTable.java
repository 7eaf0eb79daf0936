package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.spec.DataSpec;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Share;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SplitSpec;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.DataFiles;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Rows that nothing is known of yet: each column is read as text, and only an empty field is missing. Records that are no
 * rows are left out, and told.
 */
public final class UntypedTable implements AutoCloseable {

    /** What keeps a file from being read at all. */
    private static final Set<FindingCode> FATAL =
            Set.of(FindingCode.DATA_EMPTY, FindingCode.SEPARATOR_UNEXPECTED, FindingCode.HEADER_MALFORMED);

    private final Engine engine;
    private final Sources sources;

    private UntypedTable(Engine engine, Sources sources) {
        this.engine = engine;
        this.sources = sources;
    }

    /**
     * Finds the data and looks at its headers.
     *
     * @param source as in {@code data.source}
     * @param format of text files
     * @throws MlException if there is no data file, or files of several formats
     */
    public static UntypedTable open(BuildPlace place, String source, TextFormat format, BuildLimits limits) {
        List<Path> files = DataFiles.resolve(place.basedir(), source);
        Path output = place.outputDirectory().resolve("ml");
        Engine engine = Engine.start(new BuildLimits(1, limits.memoryMegabytes()), new Engine.Reach(files, output));
        try {
            Map<String, List<FileName>> named =
                    Sources.named(Map.of("data.source", files), SourceSpec.of(source), place);
            named.values().forEach(all -> all.forEach(UntypedTable::requireTable));
            return new UntypedTable(
                    engine,
                    Sources.open(
                            engine, silent(place, source, format), named, limits.threads(), SqlChecks.Limits.OF_QUERY));
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /** The keys of JSON are columns only once a schema names them. */
    private static void requireTable(FileName file) {
        if (file.format() == FileName.Format.JSON) {
            throw new MlException(
                    file.name()
                            + " is JSON; what no model.yaml describes is read from csv, tsv and Parquet files alone.",
                    "Write model.yaml by hand, whose data.source may be JSON, or bring the data as one of these.");
        }
    }

    /** A spec that says where the rows are, and nothing of them. */
    private static SpecFile silent(BuildPlace place, String source, TextFormat format) {
        SplitSpec split = SplitSpec.byHash(Share.NONE, List.of());
        DataSpec data = DataSpec.of(source, "", List.of(""), split).written(format);
        ModelSpec spec = ModelSpec.ofRows("draft", data, Map.of());
        return new SpecFile(place.spec(), spec, Map.of(), Catalog.builtIn(), List.of());
    }

    /** Why the data cannot be read, if it cannot. */
    public List<Finding> faults() {
        return sources.findings().stream()
                .filter(finding -> FATAL.contains(finding.code()))
                .toList();
    }

    /** The columns of the first file, in its order; only if there are no {@link #faults}. */
    public List<String> header() {
        return sources.all().get(0).header();
    }

    /**
     * Shows all rows in their order.
     *
     * @param columns their names
     * @param start makes what takes the rows; again, if what was taken so far does not count
     * @return what took all rows
     */
    public <S> S read(List<String> columns, Supplier<S> start, BiConsumer<S, Batch> add) {
        List<TableColumn> wanted = columns.stream()
                .map(name -> new TableColumn(name, ColumnType.TEXT, List.of()))
                .toList();
        // The first time finds out how each source is read; if one was read twice for that, all are read once more.
        Attempt<S> first = new Attempt<>(start, add);
        if (first.run(wanted)) {
            return first.state;
        }
        Attempt<S> second = new Attempt<>(start, add);
        if (!second.run(wanted)) {
            throw new MlException("The data changed while it was read.", "Run the goal again once it is complete.");
        }
        return second.state;
    }

    /** What is wrong with records that are no rows, once the rows were read. */
    public List<Finding> malformed() {
        return sources.all().stream()
                .flatMap(source -> source.finding().stream())
                .toList();
    }

    private final class Attempt<S> {

        private final BiConsumer<S, Batch> add;
        private final S state;
        private int begun;

        Attempt(Supplier<S> start, BiConsumer<S, Batch> add) {
            this.add = add;
            this.state = start.get();
        }

        /** Whether no row was taken twice. */
        boolean run(List<TableColumn> wanted) {
            long first = 0;
            for (Source source : sources.all()) {
                first += source.read(wanted, first, this::begin);
            }
            return begun == sources.all().size();
        }

        private Consumer<Batch> begin() {
            begun++;
            return batch -> add.accept(state, batch);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
