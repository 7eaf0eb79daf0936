package io.github.mlmaven.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which files rows come from: as they stand in them, or as a query over some of them makes them. */
public record SourceSpec(
        @Doc(
                "Files, relative to the project: csv, tsv, json, jsonl (also .gz) or parquet; a path, a directory or a glob."
                        + " Folders named key=value give columns. Either this, or files with a query.")
        Optional<String> source,

        @Doc("The files that a query reads, by the names that it gives them as tables; each as source has them.")
        @Default("{}")
        @Example("houses: data/houses.csv")
        @AtMost(100)
        Map<String, String> files,

        @Doc("A SQL query over the tables of files, whose result is the data.")
        @Example("select * from houses join towns using (town)")
        Optional<String> query) {

    /** What a message and a finding call the rows of a query. */
    public static final String QUERY = "data.query";

    public SourceSpec {
        files = Ordered.copy(files);
    }

    /** Files as they are. */
    public static SourceSpec of(String source) {
        return new SourceSpec(Optional.of(source), Map.of(), Optional.empty());
    }

    /** What each key of model.yaml that names files says: {@code data.source}, or {@code data.files.houses} and its like. */
    public Map<String, String> patterns() {
        Map<String, String> patterns = new LinkedHashMap<>();
        source.ifPresent(pattern -> patterns.put("data.source", pattern));
        files.forEach((name, pattern) -> patterns.put("data.files." + name, pattern));
        return patterns;
    }

    /** What it is for a person: {@code data/houses.csv}, or {@code the query over data/houses.csv, data/towns.csv}. */
    public String words() {
        return source.orElseGet(() -> "the query over " + String.join(", ", files.values()));
    }
}
