package io.github.mlmaven.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where rows come from: files as they stand, a query over some of them, or one that a database answers. */
public record SourceSpec(
        @Inline FilesSpec own,

        @Doc(
                "The files that a query reads, by the names that it gives them as tables; each as source has them, or with the keys source, sha256, server and artifact.")
        @Default("{}")
        @Example("houses: data/houses.csv")
        @AtMost(100)
        Map<String, FilesSpec> files,

        @Doc("A SQL query over the tables of files, or of a database, whose result is the data.")
        @Example("select * from houses join towns using (town)")
        Optional<String> query,

        @Doc("A database that the query is put to.") @Example("url: jdbc:postgresql://db.example.org:5432/shop")
        Optional<JdbcSpec> jdbc) {

    /** What a message and a finding call the rows of a query of model.yaml. */
    public static final String QUERY = SourceKeys.MODEL_YAML.query();

    public SourceSpec {
        files = Ordered.copy(files);
    }

    /** Files as they are. */
    public static SourceSpec of(String source) {
        return new SourceSpec(FilesSpec.of(source), Map.of(), Optional.empty(), Optional.empty());
    }

    /**
     * What each key of model.yaml that names files says: {@code data.source}, {@code data.artifact}, or {@code
     * data.files.houses} and its like.
     */
    public Map<String, Origin> origins() {
        return origins(SourceKeys.MODEL_YAML);
    }

    /** The same, of whatever it was that named the files: {@code ml.data}, or {@code ml.files.houses} and its like. */
    public Map<String, Origin> origins(SourceKeys keys) {
        Map<String, Origin> origins = new LinkedHashMap<>();
        String key = own.source().isPresent() ? keys.source() : "data.artifact";
        own.origin().ifPresent(origin -> origins.put(key, origin));
        files.forEach((name, table) ->
                table.origin().ifPresent(origin -> origins.put(keys.files() + "." + name, origin)));
        return origins;
    }

    /** The rows of one of its tables as they stand. */
    public SourceSpec table(String name) {
        FilesSpec table = files.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table '" + name + "'");
        }
        return new SourceSpec(FilesSpec.NONE, Map.of(name, table), Optional.empty(), Optional.empty());
    }

    /** The same rows, of which nothing is said but what they are: what a record or a lock may tell. */
    SourceSpec told() {
        Map<String, FilesSpec> tables = new LinkedHashMap<>();
        files.forEach((name, table) -> tables.put(name, table.told()));
        return new SourceSpec(own.told(), tables, query, jdbc);
    }

    /**
     * What it is for a person: {@code data/houses.csv}, {@code the query over data/houses.csv, data/towns.csv}, or
     * {@code the query to jdbc:postgresql://db.example.org:5432/shop}.
     */
    public String words() {
        if (jdbc.isPresent() && own.origin().isEmpty()) {
            return "the query to " + jdbc.get().url();
        }
        String names = origins().values().stream().map(Origin::name).collect(Collectors.joining(", "));
        return query.isEmpty() ? names : "the query over " + names;
    }
}
