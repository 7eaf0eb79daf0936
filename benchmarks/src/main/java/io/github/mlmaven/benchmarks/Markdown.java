package io.github.mlmaven.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table that is filled row by row, and how its figures are written. */
final class Markdown {

    private final List<String> lines = new ArrayList<>();

    private Markdown(String... header) {
        row(header);
        lines.add("|---" + "|---:".repeat(header.length - 1) + "|");
    }

    static Markdown table(String... header) {
        return new Markdown(header);
    }

    final Markdown row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    static String milliseconds(double seconds) {
        return String.format(Locale.ROOT, "%.0f ms", seconds * 1000);
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    static String bytes(double bytes) {
        return bytes >= 1e9
                ? String.format(Locale.ROOT, "%.2f GB", bytes / 1e9)
                : bytes >= 1e6
                        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                        : String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
    }
}
