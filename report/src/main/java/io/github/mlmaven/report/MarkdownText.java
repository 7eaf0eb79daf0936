package io.github.mlmaven.report;

import io.github.mlmaven.text.Excerpt;
import io.github.mlmaven.text.Numbers;
import io.github.mlmaven.text.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Markdown as GitHub has it, of bounded length: what has no room any more is left out, and the end says what that was. Texts are
 * shown and never understood, as Markdown, as HTML or as a name of somebody who is then told.
 */
final class MarkdownText {

    /** GitHub takes comments of up to 65,536 characters. */
    static final int LIMIT = 65_000;

    private static final int CLOSING = 600;
    private static final int CELL = 700;

    private final StringBuilder text = new StringBuilder();
    private final List<String> cut = new ArrayList<>();

    /** A line that is Markdown already, with an empty one before it. */
    void paragraph(String line) {
        text.append(text.isEmpty() ? "" : "\n").append(line).append('\n');
    }

    /**
     * A table, as far as there is room.
     *
     * @param what is in its rows, for who misses some: {@code gates}
     * @param head the first cells, with {@code :} at the end of those whose column is aligned to the right
     * @param rows cells that are Markdown already
     */
    void table(String what, List<String> head, List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(row(head.stream().map(cell -> cell.replaceAll(":$", "")).toList()));
        lines.add(row(
                head.stream().map(cell -> cell.endsWith(":") ? "--:" : "---").toList()));
        rows.forEach(cells -> lines.add(row(cells)));
        paragraph("");
        text.setLength(text.length() - 1);
        int added = 0;
        for (String line : lines) {
            if (text.length() + line.length() > LIMIT - CLOSING) {
                cut.add("%s of %s %s".formatted(lines.size() - Math.max(2, added), rows.size(), what));
                return;
            }
            text.append(line);
            added++;
        }
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /**
     * What a reader opens.
     *
     * @param summary of no data
     */
    void details(String summary, Runnable content) {
        if (text.length() + summary.length() > LIMIT - 2 * CLOSING) {
            cut.add(summary.replaceAll("<[^>]*>", ""));
            return;
        }
        paragraph("<details><summary>" + summary + "</summary>");
        content.run();
        paragraph("</details>");
    }

    /**
     * All of it.
     *
     * @param rest where what was cut is
     */
    String finished(String rest) {
        if (!cut.isEmpty()) {
            paragraph(Excerpt.of("Cut for its length: " + String.join(", ", cut), CLOSING / 2) + ". " + rest);
        }
        return text.toString();
    }

    /** Text that means nothing to Markdown, on one line and not too long. */
    static String escaped(String text) {
        String line = Shown.whole(Excerpt.of(text, CELL)).replaceAll("\\s+", " ");
        return line.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("[\\\\`*_~|\\[\\]$]", "\\\\$0")
                // Mentions, references and addresses are looked for in what was rendered: no escape keeps them from
                // that,
                // and a space without width does.
                .replaceAll("[@#]", "$0&#8203;")
                .replaceAll("(?i)(\\bGH)(?=-\\d)", "$1&#8203;")
                .replaceAll("(?i)(:)(?=//)", "$1&#8203;")
                .replaceAll("(?i)(\\bwww)(?=\\.)", "$1&#8203;");
    }

    static String counted(long count, String noun) {
        return Numbers.count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
