package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The right to work in a build folder, which one goal has at a time, whatever Maven it belongs to: two that work at once
 * would mix what they make. The system takes it from a process that ends, however it does.
 */
final class BuildTurn {

    private static final int LONGEST_PID = 20;

    private final FileChannel channel;

    private BuildTurn(FileChannel channel) {
        this.channel = channel;
    }

    /** Where turns are kept: outside of the build folder, which another Maven may clean meanwhile, if that can be. */
    static Path folder(Path cache, Path outputDirectory) {
        Path turns = cache.resolve("turns");
        try {
            Files.createDirectories(turns);
            return Files.isWritable(turns) ? turns : outputDirectory.resolve("ml");
        } catch (IOException e) {
            // A local repository that is read only.
            return outputDirectory.resolve("ml");
        }
    }

    /**
     * Waits for the right.
     *
     * @param folder where it is kept
     * @param waiting is told once who has it, if somebody has
     */
    static BuildTurn take(Path folder, Path outputDirectory, Consumer<String> waiting) {
        Path file = folder.resolve(Sha256.of(outputDirectory.toString()) + ".lock");
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                await(channel, waiting);
                return new BuildTurn(channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new MlException(
                    file + ", by which two Mavens take turns in one module, could not be locked: " + e.getMessage()
                            + ".",
                    "Make its folder writable, on a file system that has locks.",
                    e);
        }
    }

    private static void await(FileChannel channel, Consumer<String> waiting) throws IOException {
        for (boolean told = false; attempt(channel) == null; told = true) {
            if (!told) {
                waiting.accept("another Maven (process " + owner(channel) + ") works on this module: waiting for it");
            }
            pause();
        }
        byte[] own = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0).write(ByteBuffer.wrap(own), 0);
    }

    private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
        try {
            // Beyond what is written, which others then can read: some systems keep them from what is locked.
            return channel.tryLock(LONGEST_PID, 1, false);
        } catch (OverlappingFileLockException e) {
            // By another goal of this process.
            return null;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PID);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MlException("Waiting for another Maven was interrupted.", "Run the build again.", e);
        }
    }

    /** Gives the right back. */
    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new MlException("A lock could not be given back: " + e.getMessage() + ".", "Run the build again.", e);
        }
    }
}
