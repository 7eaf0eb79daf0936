package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Split;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all sources, one after another, and the part of each. The first pass finds out how each source must be read, which
 * rows are left out, which part each of the others belongs to and how large the parts are; it is made when something of that is
 * asked for. A small table is kept in memory from then on.
 *
 * <p>Not thread-safe.
 */
final class PartedRows {

    /** A column of more texts than this is of keys: it is cheaper to read them than to look for them. */
    private static final int MOST_KNOWN = 1 << 12;

    private final SpecFile spec;
    private final Sources sources;
    private final PartMarks parts;
    private final KeptBatches kept;
    private final LeftOut leftOut;
    private final Supplier<Fold> folds;
    /** With the texts that the first pass has seen. */
    private Columns columns;

    private long[] rows = new long[0];
    private @Nullable Split split;
    private Progress progress = Progress.SILENT;

    /**
     * None is read yet.
     *
     * @param leftOut is told which rows are not of the table
     * @param folds without measures
     */
    PartedRows(SpecFile spec, Sources sources, KeptBatches kept, LeftOut leftOut, Supplier<Fold> folds) {
        this.spec = spec;
        this.sources = sources;
        this.columns = Columns.of(spec.spec());
        this.kept = kept;
        this.leftOut = leftOut;
        this.folds = folds;
        this.parts = new PartMarks(folds.get().store());
    }

    /** Says who is told of the first pass, which nobody knows the length of. */
    void tell(Progress whom) {
        progress = whom;
    }

    /** The columns of the schema. */
    Columns columns() {
        return columns;
    }

    /** How many rows are of the table. */
    long count() {
        split();
        return Arrays.stream(rows).sum() - leftOut.count();
    }

    /** The rows that are not of the table. */
    LeftOut leftOut() {
        split();
        return leftOut;
    }

    /** The positions of those rows. */
    long[] dropped() {
        split();
        return parts.dropped();
    }

    /** The sizes of the parts, and which rows are tested. */
    Split split() {
        Split known = split;
        if (known == null) {
            known = new FirstPass(folds.get()).run();
            split = known;
        }
        return known;
    }

    /** Folds all rows of the table with all columns, each marked with its part; in the first pass if that is still to be made. */
    void fold(Fold fold) {
        if (split == null) {
            split = new FirstPass(fold).run();
        } else {
            read(columns.all(), batch -> {
                Batch rows = parts.kept(batch);
                fold.add(Part.mark(rows, parts.of(rows)));
            });
        }
    }

    /** Reads columns of a part's rows. */
    void read(Part part, List<String> names, Consumer<Batch> sink) {
        split();
        read(columns.of(names), batch -> {
            Batch picked = parts.pick(batch, part);
            if (picked.rows() > 0) {
                sink.accept(picked);
            }
        });
    }

    /** Reads columns of all rows, those that are left out too. */
    void readAll(List<String> names, Consumer<Batch> sink) {
        split();
        read(columns.of(names), sink);
    }

    /** Where rows stand: each row's position with what was found there. */
    List<Offender> locate(SortedMap<Long, String> found) {
        split();
        return sources.locate(rows, found);
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
        private final long expected = sources.expectedRows();
        private Fold attempt;

        FirstPass(Fold fold) {
            this.fold = fold;
            SplitBounds bounds = SplitBounds.of(
                    spec.spec(), sources.all().stream().map(this::reading).toList(), fold.store());
            this.splits = new Splits(spec.spec(), bounds);
            this.sizes = fold.plan(new SplitMeasure(spec.spec(), bounds, fold.store()));
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
            progress.about("read rows", read.position(read.rows() - 1) + 1, expected);
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
}
