package io.github.mlmaven.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What {@code ci/fuzz} throws bytes at: our own reader reads them as their records say, or leaves them, and does nothing else. */
public final class PlainFuzz {

    private static final int LARGE = 1 << 12;

    private PlainFuzz() {}

    /**
     * One file.
     *
     * @param input the size of its blocks, and what stands behind its first line
     * @throws IllegalStateException if what is read depends on where blocks end, or is not what the records say
     */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0 || input.length > LARGE / 2) {
            return;
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(PlainBytes.HEADER);
        file.write(input, 1, input.length - 1);
        byte[] bytes = file.toByteArray();
        Optional<List<String>> rows = PlainBytes.read(bytes, LARGE);
        Optional<List<String>> cut = PlainBytes.read(bytes, PlainBytes.HEADER.length + (input[0] & 0xFF));
        if (cut.isPresent() && !cut.equals(rows)) {
            throw new IllegalStateException("in blocks: " + cut + ", as a whole: " + rows);
        }
        if (rows.isPresent() && !rows.get().equals(PlainBytes.told(bytes))) {
            throw new IllegalStateException("read: " + rows.get() + ", the records: " + PlainBytes.told(bytes));
        }
    }
}
