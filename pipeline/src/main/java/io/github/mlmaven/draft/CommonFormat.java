package io.github.mlmaven.draft;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.data.FoundFormat;
import io.github.mlmaven.spec.TextFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The one way in which all tables of a query are written, since {@code data.csv} says one for all. A table that would be read
 * the same by another's way goes along with it: one without decimals with a decimal comma.
 */
final class CommonFormat {

    private final Map<String, SeenTable> tables;
    private final Map<String, Said> said = new LinkedHashMap<>();

    private CommonFormat(Map<String, SeenTable> tables) {
        this.tables = tables;
    }

    /** A value of a key, and the table that needs it. */
    private record Said(String table, String value, FoundFormat found) {}

    /**
     * The format of tables of text files; plain if there are none.
     *
     * @throws MlException if no format is that of all
     */
    static FoundFormat of(Map<String, SeenTable> tables) {
        CommonFormat common = new CommonFormat(tables);
        tables.forEach((name, table) -> CsvLines.values(table.found().format())
                .forEach((key, value) -> common.said.putIfAbsent(key, new Said(name, value, table.found()))));
        tables.forEach(common::require);
        return common.found();
    }

    private void require(String name, SeenTable table) {
        Map<String, String> own = CsvLines.values(table.found().format());
        said.forEach((key, first) -> {
            boolean other = own.containsKey(key) ? !first.value().equals(own.get(key)) : !isOpen(key, table);
            if (other) {
                throw new MlException(
                        "The tables '%s' and '%s' are not written alike: data.csv.%s is %s for one and %s for the other."
                                .formatted(first.table(), name, key, first.value(), own.getOrDefault(key, silent(key))),
                        "model.yaml says one way for all files of a query: write them alike, or bring one as Parquet.");
            }
        });
    }

    /** What a file is whose format says nothing of a key. */
    private static String silent(String key) {
        return switch (key) {
            case "delimiter" -> "what its name says";
            case "encoding" -> "utf-8";
            case "decimal" -> "a point";
            case "header" -> "true";
            default -> "nothing";
        };
    }

    /** Whether a table that does not need a key is read the same with it. */
    private static boolean isOpen(String key, SeenTable table) {
        return switch (key) {
            case "delimiter" -> table.columns().size() == 1;
            case "decimal", "thousands" ->
                table.columns().stream()
                        .noneMatch(
                                column -> column.isNumeric() && column.forms().count(TextForm.DECIMAL) > 0);
            case "encoding" -> table.letters().isEmpty();
            case "comment" -> true;
            default -> false;
        };
    }

    private FoundFormat found() {
        TreeMap<String, String> reasons = new TreeMap<>();
        said.forEach((key, first) -> Optional.ofNullable(first.found().reasons().get(key))
                .ifPresent(reason -> reasons.put(key, first.table() + ": " + reason)));
        String doubts = tables.entrySet().stream()
                .flatMap(table -> table.getValue().found().doubt().map(doubt -> table.getKey() + ": " + doubt).stream())
                .collect(Collectors.joining("; "));
        return new FoundFormat(format(), reasons, Optional.of(doubts).filter(text -> !text.isEmpty()));
    }

    private TextFormat format() {
        return said.isEmpty()
                ? TextFormat.PLAIN
                : TextFormat.of(said.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue().value())
                        .collect(Collectors.joining(", ", "csv: {", "}")));
    }
}
