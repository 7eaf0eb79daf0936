package io.github.mlmaven.step;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a step's outputs take the place of older ones, all or none, though they are several files in two folders and a build
 * may be killed at any moment.
 *
 * <p>A step works in a scratch folder beside the result, so that until it is done the last good state stays as it is. Then
 * its record is written into the scratch folder: from here on the new state is complete on disk, and only has to be moved.
 * Moving begins with deleting the old record, so that no record ever vouches for a mix; each output then replaces the old
 * one; and the move of the new record to its place is what makes the new state count.
 *
 * <p>What a killed build can leave, and what {@link #recover} makes of it:
 * <ul>
 *   <li>a scratch folder without a record: the work was not done. The folder is deleted; the old state is untouched.
 *   <li>a scratch folder with a record: the work was done, and some of the moves. The rest of them are made up for: an
 *       output that is still in the scratch folder is moved, one that is not has been. No work is lost or repeated.
 *   <li>a scratch folder whose record has been moved away: all moves were done. It is deleted.
 * </ul>
 *
 * <p>A disk that loses what was written last, as after a power failure, leaves a record whose hashes do not match, and the
 * step is carried out again.
 */
final class Commit implements AutoCloseable {

    private static final String RECORD = "record.json";

    private final Path scratch;
    private final Path record;
    private final List<Move> moves;
    private final Runnable afterEachChange;

    /**
     * A commit of one step.
     *
     * @param scratch a folder of this step alone
     * @param record where its record goes
     * @param afterEachChange is told of each change on disk
     */
    Commit(Path scratch, Path record, List<Move> moves, Runnable afterEachChange) {
        this.scratch = scratch;
        this.record = record;
        this.moves = List.copyOf(moves);
        this.afterEachChange = afterEachChange;
    }

    /** An output's way from the scratch folder to its place. */
    record Move(Path from, Path to) {}

    /** Finishes, or clears up, what a killed build left. */
    void recover() {
        attempt(() -> {
            if (Files.exists(scratch.resolve(RECORD))) {
                moveAll();
            }
            delete(scratch);
        });
    }

    /** An empty folder to work in. */
    Path open() {
        recover();
        attempt(() -> Files.createDirectories(scratch));
        return scratch;
    }

    /** Puts the outputs in place of older ones. */
    void commit(StepRecord made) {
        Json.write(scratch.resolve(RECORD), made);
        afterEachChange.run();
        attempt(this::moveAll);
    }

    private void moveAll() throws IOException {
        Files.deleteIfExists(record);
        afterEachChange.run();
        for (Move move : moves) {
            if (Files.exists(move.from())) {
                delete(move.to());
                afterEachChange.run();
                Files.move(move.from(), move.to());
                afterEachChange.run();
            }
        }
        Files.move(scratch.resolve(RECORD), record, StandardCopyOption.ATOMIC_MOVE);
        afterEachChange.run();
    }

    /** Deletes the scratch folder, unless it holds a state that is complete and has yet to be moved. */
    @Override
    public void close() {
        if (!Files.exists(scratch.resolve(RECORD))) {
            attempt(() -> delete(scratch));
        }
    }

    private void attempt(FileWork work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new MlException(
                    record.resolveSibling(scratch.getFileName()) + " could not be written or moved: " + Json.reason(e)
                            + ".",
                    "Make the folder writable, or free space on its disk.",
                    e);
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @FunctionalInterface
    private interface FileWork {
        void run() throws IOException;
    }
}
