package io.github.mlmaven.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which files rows come from: as they stand in them, or as a query over some of them makes them. */
public record SourceSpec(
        @Inline FilesSpec own,

        @Doc(
                "The files that a query reads, by the names that it gives them as tables; each as source has them, or with the keys source, sha256, server and artifact.")
        @Default("{}")
        @Example("houses: data/houses.csv")
        @AtMost(100)
        Map<String, FilesSpec> files,

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
        return new SourceSpec(FilesSpec.of(source), Map.of(), Optional.empty());
    }

    /**
     * What each key of model.yaml that names files says: {@code data.source}, {@code data.artifact}, or {@code
     * data.files.houses} and its like.
     */
    public Map<String, Origin> origins() {
        Map<String, Origin> origins = new LinkedHashMap<>();
        String key = own.source().isPresent() ? "data.source" : "data.artifact";
        own.origin().ifPresent(origin -> origins.put(key, origin));
        files.forEach((name, table) -> table.origin().ifPresent(origin -> origins.put("data.files." + name, origin)));
        return origins;
    }

    /** The same rows, of which nothing is said but what they are: what a record or a lock may tell. */
    SourceSpec told() {
        Map<String, FilesSpec> tables = new LinkedHashMap<>();
        files.forEach((name, table) -> tables.put(name, table.told()));
        return new SourceSpec(own.told(), tables, query);
    }

    /** What it is for a person: {@code data/houses.csv}, or {@code the query over data/houses.csv, data/towns.csv}. */
    public String words() {
        String names = origins().values().stream().map(Origin::name).collect(Collectors.joining(", "));
        return own.origin().isPresent() ? names : "the query over " + names;
    }
}
