package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;

/** A column of the file that nobody asked for. */
final class PlainSkipped extends PlainField {

    private final PlainMarks marks;

    PlainSkipped(PlainMarks marks) {
        this.marks = marks;
    }

    @Override
    void begin() {}

    @Override
    void reserve(int rows) {}

    @Override
    int fast(byte[] bytes, int from, int row) {
        int to = from;
        while (!marks.isEnd(bytes[to])) {
            to++;
        }
        return to;
    }

    @Override
    void set(byte[] bytes, int from, int to, int row) {}

    @Override
    Column column(int rows) {
        throw new UnsupportedOperationException("nobody asked for the column");
    }
}
