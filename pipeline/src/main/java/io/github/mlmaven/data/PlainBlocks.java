package io.github.mlmaven.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a text file between records into blocks that can be read apart from each other. Every block begins outside of quotes,
 * so that its quotes pair up from its beginning. They do not where a quote stands within a bare field, and whoever reads the
 * block finds it there.
 *
 * <p>Used by one thread at a time.
 */
final class PlainBlocks implements Closeable {

    private static final long QUOTES = '"' * EightBytes.ONES;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int size;
    /** The beginning of a record whose end the last block did not have. */
    private byte[] begun = new byte[0];

    private boolean started;
    private boolean ended;

    /** @param size of a block, in bytes */
    PlainBlocks(InputStream in, int size) {
        this.in = in;
        this.size = size;
    }

    /**
     * Fills a block with the next records.
     *
     * @return whether there were any
     * @throws NotPlainException if a record is longer than a block, or a byte is 0
     */
    boolean next(PlainBlock block) throws IOException {
        if (ended) {
            return false;
        }
        byte[] bytes = block.bytes();
        System.arraycopy(begun, 0, bytes, 0, begun.length);
        int end = begun.length + in.readNBytes(bytes, begun.length, size - begun.length);
        block.close(end);
        ended = end < size;
        Seen seen = look(bytes, end);
        int to = ended ? end : recordsEnd(bytes, end, seen.quotes() % 2 == 0);
        boolean open = ended && end > 0 && bytes[end - 1] != '\n';
        if (open && bytes[end - 1] == '\r') {
            throw new NotPlainException("a carriage return alone");
        }
        begun = Arrays.copyOfRange(bytes, to, end);
        int from = !started && end >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)
                ? MARK.length
                : 0;
        block.hold(new PlainBlock.Records(from, open ? to + 1 : to, !started, open, seen.ascii()));
        started = true;
        return end > 0;
    }

    /** Behind the last line break outside of quotes. */
    private static int recordsEnd(byte[] bytes, int end, boolean outside) {
        boolean isOutside = outside;
        for (int i = end - 1; i >= 0; i--) {
            if (bytes[i] == '"') {
                isOutside = !isOutside;
            } else if (bytes[i] == '\n' && isOutside) {
                return i + 1;
            }
        }
        throw new NotPlainException("a long record");
    }

    private record Seen(long quotes, boolean ascii) {}

    private static Seen look(byte[] bytes, int end) {
        long quotes = 0;
        long all = 0;
        boolean hasZeros = false;
        for (int i = 0; i < end; i += Long.BYTES) {
            long word = EightBytes.at(bytes, i);
            quotes += EightBytes.zeros(word ^ QUOTES);
            hasZeros |= EightBytes.zeros(word) > 0;
            all |= word;
        }
        if (hasZeros) {
            throw new NotPlainException("a zero byte");
        }
        return new Seen(quotes, EightBytes.isAscii(all));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
