package io.github.mlmaven.data;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the folders of a file say of each of its rows, as Hive, Spark and DuckDB write it: a column for each folder named
 * {@code key=value}, whose characters may be written as {@code %2F}.
 *
 * @param values of the keys in the order of the folders; empty where the value is missing
 */
record Partition(Map<String, Optional<String>> values) {

    static final Partition NONE = new Partition(Map.of());

    /** The value that is written for none. */
    private static final String MISSING = "__HIVE_DEFAULT_PARTITION__";

    Partition {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The partition of a file.
     *
     * @param folders named {@code key=value}, the outermost first; of two with one key the inner one counts
     */
    static Partition of(List<String> folders) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        for (String folder : folders) {
            int sign = folder.indexOf('=');
            String value = folder.substring(sign + 1);
            values.put(
                    decoded(folder.substring(0, sign)),
                    Optional.of(value).filter(text -> !text.equals(MISSING)).map(Partition::decoded));
        }
        return new Partition(values);
    }

    /** A text that is no such encoding is itself. */
    private static String decoded(String text) {
        return text.matches("([^%]|%[0-9a-fA-F]{2})*")
                ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
                : text;
    }

    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /**
     * A table with the values as further fields.
     *
     * @param table of the fields {@code f0} and so on, as a statement's table
     * @param first the number of the first further field
     * @param missing texts that stand for a missing value
     */
    String sql(String table, int first, List<String> missing) {
        if (values.isEmpty()) {
            return table;
        }
        int[] field = {first};
        String more = values.values().stream()
                .map(value -> ", cast(%s as varchar) as f%s"
                        .formatted(
                                value.filter(text -> !missing.contains(text))
                                        .map(Sql::literal)
                                        .orElse("null"),
                                field[0]++))
                .collect(Collectors.joining());
        return "(select *%s from %s)".formatted(more, table);
    }
}
