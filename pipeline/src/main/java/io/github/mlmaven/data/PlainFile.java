package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A csv or tsv file that our own reader takes, on some threads, for as long as it is plain: well-formed records in UTF-8 with
 * one kind of line break, quotes around whole fields only, and no record of a megabyte. Of anything else the engine makes what it makes of a {@link TextFile}, from the beginning. Both read the same of a plain file, as a test of them holds.
 */
final class PlainFile implements Source {

    /** The longest record, which the engine would take too without being told. */
    private static final int BLOCK = 1 << 20;

    private final TextFile text;
    private final MissingTexts missing;
    private final int threads;
    private final int block;
    private boolean plain = true;

    /**
     * A file.
     *
     * @param text the same as the engine reads it
     * @param missing the texts that stand for a missing value
     * @param threads that read
     */
    PlainFile(TextFile text, MissingTexts missing, int threads) {
        this(text, missing, threads, BLOCK);
    }

    /** @param block the longest record, in bytes */
    PlainFile(TextFile text, MissingTexts missing, int threads, int block) {
        this.text = text;
        this.missing = missing;
        this.threads = threads;
        this.block = block;
    }

    /** The same file as the engine reads it. */
    TextFile text() {
        return text;
    }

    /** Whether nothing was found yet that the engine had to read. */
    boolean isPlain() {
        return plain;
    }

    @Override
    public long read(List<TableColumn> wanted, long first, Supplier<Consumer<Batch>> attempts) {
        if (plain) {
            Consumer<Batch> sink = attempts.get();
            try (PlainBlocks blocks = new PlainBlocks(RecordScanner.bytes(text.path()), block)) {
                return new PlainScan(blocks, frames(wanted)).run(threads, first, sink) - first;
            } catch (NotPlainException | IOException e) {
                // What is wrong with a file that cannot be read is told by the other way to read it.
                plain = false;
            }
        }
        return text.read(wanted, first, attempts);
    }

    private List<PlainFrame> frames(List<TableColumn> wanted) {
        PlainMarks marks = new PlainMarks((byte) text.delimiter().charAt(0), missing);
        PlainFrames frames = new PlainFrames(text.header(), marks, wanted);
        // One more is used, and one waits to be.
        return IntStream.range(0, threads + 2)
                .mapToObj(i -> frames.frame(new PlainBlock(block)))
                .toList();
    }

    @Override
    public String name() {
        return text.name();
    }

    @Override
    public Path readable() {
        requireReadable();
        return text.readable();
    }

    @Override
    public long bytes() {
        return text.bytes();
    }

    @Override
    public OptionalLong expectedRows() {
        return text.expectedRows();
    }

    @Override
    public List<String> header() {
        return text.header();
    }

    @Override
    public String sql(List<TableColumn> columns) {
        requireReadable();
        return text.sql(columns);
    }

    /** What we unpacked the engine may not: there are gzipped files with more than one part, or with something behind it. */
    private void requireReadable() {
        if (plain && text.isPacked()) {
            plain = false;
            text.requireReadable();
        }
    }

    @Override
    public List<Offender> locate(SortedMap<Long, String> found) {
        return text.locate(found);
    }

    @Override
    public Optional<Finding> finding() {
        return text.finding();
    }
}
