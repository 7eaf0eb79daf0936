package io.github.mlmaven.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where rows come from: files as they stand, a query over some of them, or one that a database answers. */
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

        @Doc("A SQL query over the tables of files, or of a database, whose result is the data.")
        @Example("select * from houses join towns using (town)")
        Optional<String> query,

        @Doc("A database that the query is put to.") @Example("url: jdbc:postgresql://db.example.org:5432/shop")
        Optional<JdbcSpec> jdbc) {

    /** What a message and a finding call the rows of a query. */
    public static final String QUERY = "data.query";

    public SourceSpec {
        files = Ordered.copy(files);
    }

    /** Files as they are. */
    public static SourceSpec of(String source) {
        return new SourceSpec(Optional.of(source), Map.of(), Optional.empty(), Optional.empty());
    }

    /** What each key of model.yaml that names files says: {@code data.source}, or {@code data.files.houses} and its like. */
    public Map<String, String> patterns() {
        Map<String, String> patterns = new LinkedHashMap<>();
        source.ifPresent(pattern -> patterns.put("data.source", pattern));
        files.forEach((name, pattern) -> patterns.put("data.files." + name, pattern));
        return patterns;
    }

    /**
     * What it is for a person: {@code data/houses.csv}, {@code the query over data/houses.csv, data/towns.csv}, or
     * {@code the query to jdbc:postgresql://db.example.org:5432/shop}.
     */
    public String words() {
        return source.or(() -> jdbc.map(database -> "the query to " + database.url()))
                .orElseGet(() -> "the query over " + String.join(", ", files.values()));
    }
}
