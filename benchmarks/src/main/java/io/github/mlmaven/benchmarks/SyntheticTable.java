package io.github.mlmaven.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ObjIntConsumer;

/**
 * A table of {@link SyntheticRow}s. A block of rows is a function of the seed and of the block's number, so that a shorter
 * table is the beginning of a longer one. The same rows can be written as CSV, and as the float matrix that an encoder makes
 * of them: numbers, integers, booleans and ordered categories as one feature, other categories one-hot.
 */
record SyntheticTable(long seed, int rows) {

    /** Features of a row in {@link #writeMatrix}; the label follows them. */
    static final int FEATURES = SyntheticRow.NUMBERS
            + 3
            + SyntheticRow.REGIONS.size()
            + SyntheticRow.CHANNELS.size()
            + SyntheticRow.KINDS.size()
            + 3
            + 3;

    private static final int BLOCK = 4096;
    private static final List<List<String>> CATEGORIES = List.of(
            SyntheticRow.GRADES,
            SyntheticRow.SIZES,
            SyntheticRow.TIERS,
            SyntheticRow.REGIONS,
            SyntheticRow.CHANNELS,
            SyntheticRow.KINDS);
    private static final int ORDERED = 3;

    /** Column names in the order of the file. */
    static List<String> columns() {
        List<String> names = new ArrayList<>(List.of("id"));
        for (int i = 1; i <= SyntheticRow.NUMBERS; i++) {
            names.add(String.format(Locale.ROOT, "n%02d", i));
        }
        names.addAll(List.of("grade", "size", "tier", "region", "channel", "kind"));
        names.addAll(List.of("b1", "b2", "b3", "i1", "i2", "i3", "y"));
        return names;
    }

    /** Writes the header and the rows, with an empty cell for a missing number. */
    void writeCsv(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            CsvLine line = new CsvLine(out);
            for (String name : columns()) {
                line.text(name);
            }
            line.end();
            forEachRow((row, id) -> csv(row, id, line));
            line.flush();
        }
    }

    private static void csv(SyntheticRow row, int id, CsvLine line) {
        line.integer(id);
        for (long number : row.numbers) {
            line.tenThousandths(number);
        }
        for (int i = 0; i < CATEGORIES.size(); i++) {
            line.text(CATEGORIES.get(i).get(row.categories[i]));
        }
        for (boolean value : row.booleans) {
            line.text(value ? "true" : "false");
        }
        for (int value : row.integers) {
            line.integer(value);
        }
        line.tenThousandths(row.label);
        line.end();
    }

    /** Writes little-endian floats, row by row: the features, NaN where missing, then the label. */
    void writeMatrix(Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((FEATURES + 1) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            Output sink = new Output(out);
            forEachRow((row, id) -> {
                buffer.clear();
                features(row, buffer);
                sink.write(buffer.array());
            });
        }
    }

    private static void features(SyntheticRow row, ByteBuffer out) {
        for (long number : row.numbers) {
            out.putFloat(number == SyntheticRow.MISSING ? Float.NaN : (float) (number / 10_000.0));
        }
        for (int i = 0; i < CATEGORIES.size(); i++) {
            if (i < ORDERED) {
                out.putFloat(row.categories[i]);
            } else {
                for (int value = 0; value < CATEGORIES.get(i).size(); value++) {
                    out.putFloat(row.categories[i] == value ? 1 : 0);
                }
            }
        }
        for (boolean value : row.booleans) {
            out.putFloat(value ? 1 : 0);
        }
        for (int value : row.integers) {
            out.putFloat(value);
        }
        out.putFloat((float) (row.label / 10_000.0));
    }

    private void forEachRow(ObjIntConsumer<SyntheticRow> consumer) {
        SyntheticRow row = new SyntheticRow();
        for (int start = 0; start < rows; start += BLOCK) {
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + start / BLOCK);
            for (int id = start; id < Math.min(rows, start + BLOCK); id++) {
                row.fill(random);
                consumer.accept(row, id);
            }
        }
    }
}
