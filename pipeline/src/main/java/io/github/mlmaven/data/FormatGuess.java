package io.github.mlmaven.data;

import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.Encoding;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.spec.TextFormat.Numerals;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Malformed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What format a file probably has that does not have the declared one, for a message to propose. */
public final class FormatGuess {

    private static final Pattern POINTS_THEN_COMMA =
            Pattern.compile("[+-]?\\d{1,3}([.'’ \u00a0\u202f])\\d{3}(?:\\1\\d{3})*,\\d+");
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d*,\\d+");
    private static final Pattern GROUPS =
            Pattern.compile("[+-]?\\d{1,3}([,'’ _\u00a0\u202f])\\d{3}(?:\\1\\d{3})*(?:\\.\\d+)?");

    private static final int LOOKED_AT = 200;

    /** The name of the value of a finding that is the proposed format. */
    public static final String KEY = "csv";

    private FormatGuess() {}

    /**
     * The format in which texts are numbers.
     *
     * @param declared in which they are none
     * @param texts of numeric columns
     */
    public static Optional<TextFormat> numbers(TextFormat declared, List<String> texts) {
        List<String> cells = texts.stream().map(String::strip).toList();
        return numerals(cells)
                .filter(found -> !found.equals(declared.numerals()))
                .map(declared::with);
    }

    /** A finding of a malformed record with the format in which it may be none. */
    static Finding proposed(Finding finding, TextFormat declared, String malformed) {
        if (malformed.equals(Malformed.NOT_UTF_8.key())) {
            return finding.with(KEY, declared.with(Encoding.WINDOWS_1252).yaml());
        }
        return malformed.equals(Malformed.COMMENT.key())
                ? finding.with(KEY, declared.withComment("#").yaml())
                : finding;
    }

    /** A format that tells the fields of a file apart, with how its first numbers are written. */
    static TextFormat separated(FileName file, TextFormat format, ModelSpec spec) throws IOException {
        List<String> texts = new ArrayList<>();
        try (RecordScanner records = RecordScanner.open(file.path(), format)) {
            List<String> header = List.of();
            for (int i = 0; i < LOOKED_AT && records.next(); i++) {
                List<String> fields = records.values();
                header = i == 0 ? fields : header;
                for (int j = 0; j < Math.min(header.size(), fields.size()) && i > 0; j++) {
                    ColumnSpec column = spec.columns().get(header.get(j));
                    if (column != null && column.type().isNumeric()) {
                        texts.add(fields.get(j));
                    }
                }
            }
        }
        return numbers(format, texts).orElse(format);
    }

    private static Optional<Numerals> numerals(List<String> cells) {
        Optional<String> points = separator(POINTS_THEN_COMMA, cells);
        if (points.isPresent()) {
            return Optional.of(new Numerals(",", points));
        }
        Optional<String> groups = separator(GROUPS, cells);
        boolean comma = cells.stream()
                .anyMatch(cell ->
                        COMMA.matcher(cell).matches() && !GROUPS.matcher(cell).matches());
        if (comma) {
            return Optional.of(new Numerals(",", groups.filter(mark -> !mark.equals(","))));
        }
        return groups.map(mark -> new Numerals(".", Optional.of(mark)));
    }

    /** What stands between the thousands of the first text that has some. */
    private static Optional<String> separator(Pattern pattern, List<String> cells) {
        return cells.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst();
    }
}
