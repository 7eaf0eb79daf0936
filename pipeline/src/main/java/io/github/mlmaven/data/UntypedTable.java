package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
     * @param from as parameters of a goal name it
     * @throws MlException if there is no data file, or files of several formats
     */
    public static UntypedTable open(
            BuildPlace place, SourceSpec from, Written written, BuildLimits limits, Progress progress) {
        SpecFile spec = silent(place, from, written);
        Map<String, List<Path>> files = DataFiles.resolve(place, from, spec.keys());
        List<Path> all = files.values().stream().flatMap(List::stream).toList();
        Path output = place.outputDirectory().resolve("ml");
        Engine engine = Engine.start(new BuildLimits(1, limits.memoryMegabytes()), new Engine.Reach(all, output));
        engine.tell(progress);
        try {
            return new UntypedTable(
                    engine,
                    Sources.open(
                            engine,
                            spec,
                            Sources.named(files, spec, place),
                            limits.threads(),
                            SqlChecks.Limits.OF_QUERY));
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /**
     * How text files are written.
     *
     * @param missing texts that stand for a missing value, beside an empty field
     */
    public record Written(TextFormat format, Set<String> missing) {

        public Written {
            missing = new TreeSet<>(missing);
        }

        /** As a format says, and of texts nothing is known. */
        public static Written of(TextFormat format) {
            return new Written(format, Set.of());
        }
    }

    /** A spec that says where the rows are, and nothing of them. */
    private static SpecFile silent(BuildPlace place, SourceSpec from, Written written) {
        SplitSpec split = SplitSpec.byHash(Share.NONE, List.of());
        List<String> missing = new ArrayList<>(List.of(""));
        missing.addAll(written.missing());
        DataSpec data = DataSpec.of(from, "", missing, split).written(written.format());
        return SpecFile.told(place.spec(), ModelSpec.ofRows("draft", data, Map.of()));
    }

    /** Whether its rows are text files as they stand, in which a text may stand for a missing value. */
    public boolean isText() {
        return sources.all().stream().allMatch(source -> source instanceof PlainFile || source instanceof TextFile);
    }

    /**
     * The columns that are texts by the types of their source, where that has other types too; of one that has texts alone
     * nobody knows what they are.
     */
    public Set<String> texts() {
        Set<String> texts = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (Source source : sources.all()) {
            if (source instanceof JsonFile json) {
                texts.addAll(json.quoted());
                others.addAll(json.bare());
            } else if (source instanceof ParquetFile typed) {
                for (int i = 0; i < typed.header().size(); i++) {
                    (typed.types().get(i).equals("VARCHAR") ? texts : others)
                            .add(typed.header().get(i));
                }
            }
        }
        texts.removeAll(others);
        return others.isEmpty() ? Set.of() : texts;
    }

    /** Why the data cannot be read, if it cannot. */
    public List<Finding> faults() {
        return sources.findings().stream()
                .filter(finding -> FATAL.contains(finding.code()))
                .toList();
    }

    /**
     * The columns of the first file, in its order, and the keys that other files of JSON have beside them; only if there are no
     * {@link #faults}.
     */
    public List<String> header() {
        Source first = sources.all().get(0);
        return first instanceof JsonFile
                ? sources.all().stream()
                        .flatMap(source -> source.header().stream())
                        .distinct()
                        .toList()
                : first.header();
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
        // Those of files that a query reads are known from the beginning.
        return Stream.concat(
                        sources.findings().stream().filter(finding -> finding.code() == FindingCode.ROW_MALFORMED),
                        sources.all().stream()
                                .flatMap(source -> source.finding().stream())
                                .filter(Finding::isError))
                .distinct()
                .toList();
    }

    private final class Attempt<S> {

        private final BiConsumer<S, Batch> add;
        private final S state;
        private final long expected = sources.expectedRows();
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
            return batch -> {
                add.accept(state, batch);
                engine.progress().about("read rows", batch.position(batch.rows() - 1) + 1, expected);
            };
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
