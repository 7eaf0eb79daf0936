package io.github.mlmaven.report;

import io.github.mlmaven.text.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Lines of aligned columns: the first to the left, the others, which hold numbers, to the right. */
final class AlignedLines {

    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> left;

    /** The first cell of a line is at the left of its column, all others at the right. */
    AlignedLines() {
        this(Set.of(0));
    }

    /** @param left columns whose cells are at the left, by index; all others are at the right */
    AlignedLines(Set<Integer> left) {
        this.left = Set.copyOf(left);
    }

    void row(List<String> cells) {
        rows.add(cells.stream().map(Shown::whole).toList());
    }

    List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = IntStream.range(0, columns).map(this::width).toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ").append(left.contains(i) ? cells.get(i) + padding : padding + cells.get(i));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
