package io.github.mlmaven.draft;

import io.github.mlmaven.data.FoundFormat;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.text.KebabCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code data.csv} of a draft: a line for each key that says something, with its reason. */
final class CsvLines {

    private CsvLines() {}

    static void write(FoundFormat found, CommentedLines lines) {
        Map<String, String> values = values(found.format());
        if (values.isEmpty()) {
            return;
        }
        lines.line("  csv:", found.doubt().map(doubt -> "NOT SURE: " + doubt).orElse(""));
        values.forEach((key, value) ->
                lines.line("    " + key + ": " + value, found.reasons().getOrDefault(key, "")));
    }

    /** What a format says, key by key as model.yaml has it. */
    static Map<String, String> values(TextFormat format) {
        Map<String, String> values = new LinkedHashMap<>();
        format.fields().delimiter().ifPresent(mark -> values.put("delimiter", YamlText.of(mark)));
        if (!format.fields().quote().equals(TextFormat.PLAIN.fields().quote())) {
            values.put("quote", YamlText.of(format.fields().quote()));
        }
        format.fields().comment().ifPresent(mark -> values.put("comment", YamlText.of(mark)));
        if (!format.numerals().decimal().equals(TextFormat.PLAIN.numerals().decimal())) {
            values.put("decimal", YamlText.of(format.numerals().decimal()));
        }
        format.numerals().thousands().ifPresent(mark -> values.put("thousands", YamlText.of(mark)));
        if (format.encoding() != TextFormat.PLAIN.encoding()) {
            values.put("encoding", KebabCase.of(format.encoding()));
        }
        List<String> names = format.lines().names();
        if (!format.lines().header()) {
            values.put("header", "false");
            values.put("names", YamlText.list(names));
        }
        return values;
    }
}
