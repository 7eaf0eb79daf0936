package io.github.mlmaven.draft;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.data.FoundFormat;
import io.github.mlmaven.data.UntypedTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was seen of all rows of a table.
 *
 * @param found how it is written
 * @param missing texts that stand for missing values, beside an empty field
 * @param columns in the order of the file
 * @param times of the columns that are dates or timestamps
 */
record SeenTable(
        FoundFormat found, SortedSet<String> missing, List<SeenColumn> columns, Map<String, SeenTimes.Facts> times) {

    private static final int LONGEST_SHOWN = 40;

    SeenTable {
        missing = new TreeSet<>(missing);
        columns = List.copyOf(columns);
        times = Map.copyOf(times);
    }

    /**
     * The columns of sources that have types, where no text stands for a missing value.
     *
     * @param texts the columns that are texts by these types
     */
    static SeenTable typed(List<SeenColumn> seen, Set<String> texts) {
        List<SeenColumn> columns = seen.stream()
                .map(column -> column.resolved(Set.of()))
                .map(column -> texts.contains(column.name()) ? column.asText() : column)
                .toList();
        return new SeenTable(FoundFormat.PLAIN, new TreeSet<>(), DayOrder.decided(columns), Map.of());
    }

    /** The columns of text files. Decides which doubtful texts stand for missing values: they do so in all columns. */
    static SeenTable decided(List<SeenColumn> seen) {
        SortedSet<String> missing = new TreeSet<>();
        for (SeenColumn column : seen) {
            for (String text : column.doubtful().keySet()) {
                if (MissingText.of(text) == MissingText.SURE || column.isNumeric() || column.isTimes()) {
                    missing.add(text);
                }
            }
        }
        List<SeenColumn> columns =
                seen.stream().map(column -> column.resolved(missing)).toList();
        return new SeenTable(FoundFormat.PLAIN, missing, DayOrder.decided(columns), Map.of());
    }

    /** The same, of a query over files that are written so, and have such texts for missing values. */
    SeenTable over(FoundFormat format, SortedSet<String> texts) {
        return new SeenTable(format, texts, columns, times);
    }

    long rows() {
        return columns.isEmpty() ? 0 : columns.get(0).size().rows();
    }

    /** The same, and how it is written. */
    SeenTable written(FoundFormat format) {
        Optional<String> letters = format.reasons().containsKey("encoding") ? letters() : Optional.empty();
        FoundFormat shown = letters.map(text -> format.with(
                        format.format(),
                        "encoding",
                        format.reasons().get("encoding") + "; look whether \"" + text + "\" is right"))
                .orElse(format);
        return new SeenTable(shown, missing, columns, times);
    }

    /** A text by which a person can see whether letters are read as they were written. */
    Optional<String> letters() {
        return columns.stream()
                .flatMap(column -> Stream.of(
                                Stream.of(column.name()),
                                column.listed().counts().keySet().stream(),
                                column.forms().examples().values().stream())
                        .flatMap(texts -> texts))
                .filter(text -> text.codePoints().anyMatch(point -> point > 0x7F) && text.length() <= LONGEST_SHOWN)
                .findFirst();
    }

    /** The same, and what its dates and timestamps are, row by row. */
    SeenTable timed(UntypedTable table) {
        Map<String, TimePattern> patterns = new LinkedHashMap<>();
        columns.forEach(
                column -> TypeGuess.of(column).time().ifPresent(pattern -> patterns.put(column.name(), pattern)));
        if (patterns.isEmpty()) {
            return this;
        }
        List<SeenTimes> seen = table.read(
                List.copyOf(patterns.keySet()),
                () -> patterns.values().stream().map(SeenTimes::new).toList(),
                SeenTable::add);
        Map<String, SeenTimes.Facts> found = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(patterns.keySet());
        for (int i = 0; i < names.size(); i++) {
            found.put(names.get(i), seen.get(i).facts());
        }
        return new SeenTable(this.found, missing, columns, found);
    }

    private static void add(List<SeenTimes> columns, Batch batch) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add((Column.Texts) batch.column(i));
        }
    }
}
