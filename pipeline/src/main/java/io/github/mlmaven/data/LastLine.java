package io.github.mlmaven.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The last line of a text file. The engine drops it without a word where it is longer than what is read at once and is not in
 * quotes; any other line of that length is an error to it.
 */
final class LastLine {

    private LastLine() {}

    /** Whether it is longer than some bytes; of a packed file, whether any line is. */
    static boolean isLong(Path file, boolean packed, int bytes) throws IOException {
        return packed ? hasLong(file, bytes) : endsLong(file, bytes);
    }

    private static boolean endsLong(Path file, int bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() <= bytes) {
                return false;
            }
            ByteBuffer end = ByteBuffer.allocate(bytes);
            boolean more = true;
            while (more && end.hasRemaining()) {
                more = channel.read(end, channel.size() - bytes + end.position()) >= 0;
            }
            int last = end.position() - 1;
            while (last >= 0 && isBreak(end.get(last))) {
                last--;
            }
            while (last >= 0 && !isBreak(end.get(last))) {
                last--;
            }
            return last < 0;
        }
    }

    private static boolean hasLong(Path file, int bytes) throws IOException {
        try (InputStream in = RecordScanner.bytes(file)) {
            byte[] some = new byte[1 << 16];
            int line = 0;
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                for (int i = 0; i < read; i++) {
                    line = isBreak(some[i]) ? 0 : line + 1;
                    if (line > bytes) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static boolean isBreak(byte letter) {
        return letter == '\n' || letter == '\r';
    }
}
