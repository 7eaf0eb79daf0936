package io.github.mlmaven.data;

import java.util.Arrays;

/** Texts as bytes by code, from 0 in the order in which they came: no text is made of a cell but once. */
final class TextTable {

    private static final int FIRST_SLOTS = 64;
    private static final int FACTOR = 0x01000193;

    /** Codes + 1; 0 is free. At most half of them are taken. */
    private int[] slots = new int[FIRST_SLOTS];

    private int[] hashes = new int[FIRST_SLOTS / 2];
    /** Where each text ends in the bytes. */
    private int[] ends = new int[FIRST_SLOTS / 2];

    private String[] texts = new String[FIRST_SLOTS / 2];
    private byte[] bytes = new byte[1024];
    private int size;

    /** The hash of a text, byte by byte from 0. */
    static int hash(int hash, byte next) {
        return (hash ^ next) * FACTOR;
    }

    int size() {
        return size;
    }

    String text(int code) {
        return texts[code];
    }

    void clear() {
        slots = new int[FIRST_SLOTS];
        hashes = new int[FIRST_SLOTS / 2];
        ends = new int[FIRST_SLOTS / 2];
        texts = new String[FIRST_SLOTS / 2];
        bytes = new byte[1024];
        size = 0;
    }

    /** The code of a cell, which is added if it is new. */
    int code(byte[] cell, int from, int to, int hash) {
        int mask = slots.length - 1;
        int slot = slot(hash) & mask;
        for (int found = slots[slot]; found != 0; found = slots[slot]) {
            int code = found - 1;
            if (hashes[code] == hash && is(code, cell, from, to)) {
                return code;
            }
            slot = (slot + 1) & mask;
        }
        return add(cell, from, to, hash, slot);
    }

    private static int slot(int hash) {
        return hash ^ (hash >>> 15);
    }

    private int start(int code) {
        return code == 0 ? 0 : ends[code - 1];
    }

    private boolean is(int code, byte[] cell, int from, int to) {
        return Arrays.equals(bytes, start(code), ends[code], cell, from, to);
    }

    private int add(byte[] cell, int from, int to, int hash, int slot) {
        if (size == hashes.length) {
            grow();
            return code(cell, from, to, hash);
        }
        int start = start(size);
        int end = start + to - from;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        System.arraycopy(cell, from, bytes, start, to - from);
        ends[size] = end;
        hashes[size] = hash;
        texts[size] = PlainMarks.text(cell, from, to);
        slots[slot] = size + 1;
        return size++;
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
        texts = Arrays.copyOf(texts, 2 * size);
        slots = new int[4 * size];
        int mask = slots.length - 1;
        for (int code = 0; code < size; code++) {
            int slot = slot(hashes[code]) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = code + 1;
        }
    }
}
