package io.github.mlmaven.data;

import io.github.mlmaven.api.Column.Clash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBReadableVector;

/** The texts of those rows of a chunk that have one. */
final class SparseTexts {

    private int[] rows = new int[8];
    private String[] texts = new String[8];
    private int size;

    void fill(DuckDBReadableVector vector, int count) {
        size = 0;
        for (int row = 0; row < count; row++) {
            if (!vector.isNull(row)) {
                add(row, vector.getString(row));
            }
        }
    }

    private void add(int row, String text) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            texts = Arrays.copyOf(texts, 2 * size);
        }
        rows[size] = row;
        texts[size++] = text;
    }

    int size() {
        return size;
    }

    int row(int index) {
        return rows[index];
    }

    String text(int index) {
        return texts[index];
    }

    List<Clash> clashes() {
        if (size == 0) {
            return List.of();
        }
        List<Clash> clashes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            clashes.add(new Clash(rows[i], texts[i]));
        }
        return clashes;
    }
}
