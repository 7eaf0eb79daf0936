package io.github.mlmaven.data;

/** Cells whose text comes again: each different text has a code, and is looked at once. */
abstract class PlainCoded extends PlainField {

    private final PlainMarks marks;
    private final TextTable table = new TextTable();

    PlainCoded(PlainMarks marks) {
        this.marks = marks;
    }

    /** Takes a cell by the code of its text; false if the text is none of the column's type. */
    abstract boolean take(int row, int code);

    /** Notes that a row's text is none of the column's type. */
    abstract void clash(int row, int code);

    /** Codes begin anew. */
    abstract void forget();

    /** How many codes there are. */
    final int size() {
        return table.size();
    }

    final String text(int code) {
        return table.text(code);
    }

    /** Whether a text stands for a missing value. */
    final boolean isMissing(String text) {
        return marks.missing().texts().contains(text);
    }

    @Override
    void begin() {
        if (table.size() > TextCells.LARGEST_DICTIONARY) {
            table.clear();
            forget();
        }
    }

    @Override
    final int fast(byte[] bytes, int from, int row) {
        int to = from;
        int hash = 0;
        while (!marks.isEnd(bytes[to])) {
            hash = TextTable.hash(hash, bytes[to++]);
        }
        return take(row, table.code(bytes, from, to, hash)) ? to : NO;
    }

    @Override
    final void set(byte[] bytes, int from, int to, int row) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = TextTable.hash(hash, bytes[at]);
        }
        int code = table.code(bytes, from, to, hash);
        if (!take(row, code)) {
            clash(row, code);
        }
    }
}
