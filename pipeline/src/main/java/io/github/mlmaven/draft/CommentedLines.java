package io.github.mlmaven.draft;

import java.util.ArrayList;
import java.util.List;

/** Lines of which some have a comment; the comments of a block begin in one column. */
final class CommentedLines {

    /** Longer lines do not push the comments of the others. */
    private static final int WIDEST = 90;

    private final StringBuilder text = new StringBuilder();
    private final List<Line> block = new ArrayList<>();

    private record Line(String text, String comment) {}

    void line(String line) {
        line(line, "");
    }

    void line(String line, String comment) {
        block.add(new Line(line, YamlText.comment(comment)));
    }

    /** An empty line, which ends a block. */
    void end() {
        int width = block.stream()
                .filter(line -> !line.comment().isEmpty())
                .mapToInt(line -> line.text().length())
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0);
        for (Line line : block) {
            text.append(line.text());
            if (!line.comment().isEmpty()) {
                text.append(" ".repeat(Math.max(0, width - line.text().length())))
                        .append("    # ")
                        .append(line.comment());
            }
            text.append('\n');
        }
        block.clear();
        text.append('\n');
    }

    /** All blocks, without an empty line at the end. */
    String text() {
        return text.toString().stripTrailing() + "\n";
    }
}
