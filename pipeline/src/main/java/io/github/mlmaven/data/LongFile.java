package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.measure.LongStore;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps numbers in memory up to a bound, and in a temporary file beyond it, which is made when it is needed. */
final class LongFile implements LongStore, AutoCloseable {

    private final Supplier<Path> file;
    private final long most;
    private long inMemory;
    private @Nullable Opened opened;
    private long end;
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    /**
     * Nothing yet.
     *
     * @param file a path in a folder that is there, asked for when it is needed
     * @param most bytes in memory
     */
    LongFile(Supplier<Path> file, long most) {
        this.file = file;
        this.most = most;
    }

    @Override
    public synchronized Supplier<long[]> keep(long[] chunk) {
        int length = chunk.length;
        long bytes = (long) length * Long.BYTES;
        if (inMemory + bytes <= most) {
            inMemory += bytes;
            return () -> chunk;
        }
        if (opened == null) {
            opened = Opened.of(file.get());
        }
        Opened to = opened;
        long position = end;
        write(to, chunk, position);
        end += bytes;
        // What knows the chunk keeps it in memory.
        return () -> read(to, position, length);
    }

    private record Opened(Path path, FileChannel channel) {

        static Opened of(Path path) {
            try {
                return new Opened(
                        path,
                        FileChannel.open(
                                path,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.DELETE_ON_CLOSE));
            } catch (IOException e) {
                throw failed(path, "created", e);
            }
        }
    }

    private void write(Opened to, long[] chunk, long position) {
        ByteBuffer bytes = room(chunk.length);
        bytes.asLongBuffer().put(chunk);
        try {
            while (bytes.hasRemaining()) {
                to.channel().write(bytes, position + bytes.position());
            }
        } catch (IOException e) {
            throw failed(to.path(), "written", e);
        }
    }

    private synchronized long[] read(Opened from, long position, int length) {
        ByteBuffer bytes = room(length);
        try {
            while (bytes.hasRemaining()) {
                if (from.channel().read(bytes, position + bytes.position()) < 0) {
                    throw new IOException("it ends at byte " + (position + bytes.position()) + " of " + end);
                }
            }
        } catch (IOException e) {
            throw failed(from.path(), "read", e);
        }
        long[] numbers = new long[length];
        bytes.flip();
        bytes.asLongBuffer().get(numbers);
        return numbers;
    }

    private ByteBuffer room(int numbers) {
        int bytes = numbers * Long.BYTES;
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(bytes);
        }
        buffer.clear().limit(bytes);
        return buffer;
    }

    private static MlException failed(Path file, String what, IOException e) {
        return new MlException(
                file + ", for what does not fit into memory, could not be " + what + ": " + Json.reason(e) + ".",
                "Free space on the disk of the build folder, or give the build more memory with -Dml.memory=<megabytes>.",
                e);
    }

    @Override
    public void close() {
        if (opened == null) {
            return;
        }
        try {
            opened.channel().close();
        } catch (IOException e) {
            throw failed(opened.path(), "removed", e);
        }
    }
}
