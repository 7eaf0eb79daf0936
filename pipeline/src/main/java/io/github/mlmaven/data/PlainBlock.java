package io.github.mlmaven.data;

import java.util.Arrays;

/** Whole records of a plain text file, as they are written. It is filled again and again. */
final class PlainBlock {

    /** Line breaks behind the last record, so that a loop over a field ends, and eight bytes can be looked at everywhere. */
    private static final int MARGIN = 16;

    private final byte[] bytes;
    private int from;
    private int to;
    private boolean first;
    private boolean open;
    private boolean ascii;

    /** @param size the most bytes that it takes, and so the longest record */
    PlainBlock(int size) {
        bytes = new byte[size + 1 + MARGIN];
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the first record begins. */
    int from() {
        return from;
    }

    /** Behind the line break of the last record. */
    int to() {
        return to;
    }

    /** Whether the first record is the first of the file. */
    boolean isFirst() {
        return first;
    }

    /** Whether the last line break is none of the file's. */
    boolean isOpen() {
        return open;
    }

    /** Whether each byte is a character by itself. */
    boolean isAscii() {
        return ascii;
    }

    /** Ends the bytes that were read. */
    void close(int end) {
        Arrays.fill(bytes, end, end + MARGIN, (byte) '\n');
    }

    /**
     * Says what the bytes are.
     *
     * @param records where its records stand
     */
    void hold(Records records) {
        from = records.from();
        to = records.to();
        first = records.first();
        open = records.open();
        ascii = records.ascii();
    }

    /** See the accessors of a block. */
    record Records(int from, int to, boolean first, boolean open, boolean ascii) {}
}
