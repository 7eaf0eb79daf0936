package io.github.mlmaven.spec;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Where rows come from, as parameters of a goal say it: what {@code data} of model.yaml says with {@code source}, or with
 * {@code files} and {@code query}.
 *
 * @param data files that are read as they stand
 * @param files the tables of a query: {@code houses=data/houses.csv,towns=data/towns.csv}
 * @param query over these tables
 */
public record SourceParameters(Optional<String> data, Optional<String> files, Optional<String> query) {

    private static final int MOST_TABLES = 100;

    private static final String FORM = "-Dml.files=houses=data/houses.csv,towns=data/towns.csv";

    /** What is blank is not there. */
    public SourceParameters {
        data = data.filter(text -> !text.isBlank());
        files = files.filter(text -> !text.isBlank());
        query = query.map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Whether nothing is said. */
    public boolean isSilent() {
        return data.isEmpty() && files.isEmpty() && query.isEmpty();
    }

    /** The same, and where there are files and no query, this one. */
    public SourceParameters orQuery(Optional<String> other) {
        return new SourceParameters(data, files, files.isPresent() ? query.or(() -> other) : query);
    }

    /**
     * What they say.
     *
     * @param path makes a path as {@code data.source} has it of one as it is written
     * @throws MlException if they say too much, too little, or nothing that can be read
     */
    public SourceSpec source(UnaryOperator<String> path) {
        return source(path, Optional.empty());
    }

    /** The same, where a query without files is put to a database. */
    public SourceSpec source(UnaryOperator<String> path, Optional<JdbcSpec> database) {
        if (data.isPresent()) {
            if (files.isPresent() || query.isPresent()) {
                String other = query.isPresent() ? "ml.query" : "ml.files";
                throw new MlException(
                        "ml.data says where the rows are, and " + other + " too.",
                        "Remove one of them: a query reads the tables of " + FORM + ".");
            }
            return SourceSpec.of(path.apply(data.get()));
        }
        if (files.isEmpty()) {
            if (database.isPresent()) {
                return new SourceSpec(FilesSpec.NONE, Map.of(), query, database);
            }
            throw new MlException("ml.query has no files to read.", "Name them, and the tables that they are: " + FORM);
        }
        String asked = query.orElseThrow(() -> new MlException(
                "No query reads ml.files.",
                "Write what it selects of them, -Dml.query=\"select ...\", or name one file with -Dml.data in"
                        + " their place."));
        // In an order that a request to a worker keeps.
        Map<String, FilesSpec> tables = new TreeMap<>();
        tables(files.get()).forEach((name, file) -> tables.put(name, FilesSpec.of(path.apply(file))));
        return new SourceSpec(FilesSpec.NONE, tables, Optional.of(asked), Optional.empty());
    }

    private static Map<String, String> tables(String text) {
        Map<String, String> tables = new LinkedHashMap<>();
        Map<String, String> known = new HashMap<>();
        for (String part : parts(text)) {
            int sign = part.indexOf('=');
            String name = sign < 0 ? "" : part.substring(0, sign).strip();
            String file = part.substring(sign + 1).strip();
            if (sign < 0 || file.isEmpty()) {
                throw new MlException(
                        "ml.files has " + Shown.quoted(part.strip()) + ", which is no table with its file.",
                        "Write each as name=file, with commas between them: " + FORM);
            }
            if (!SourceRules.isTable(name)) {
                throw new MlException(
                        "ml.files: no table can be named " + Shown.quoted(name) + ".",
                        "Use letters from a to z, digits and '_', beginning with a letter.");
            }
            String other = known.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                throw new MlException(
                        "ml.files: to SQL the tables '" + other + "' and '" + name + "' are one.",
                        "Give them names that differ by more than small and capital letters; several files of one table"
                                + " are a folder or a pattern: houses=data/houses-*.csv.");
            }
            tables.put(name, file);
        }
        if (tables.size() > MOST_TABLES) {
            throw new MlException(
                    "ml.files has " + tables.size() + " tables.",
                    "Name at most " + MOST_TABLES + ", as in model.yaml.");
        }
        return tables;
    }

    /** What is between commas that are not within the brackets of a pattern. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case ',' -> {
                    if (depth <= 0) {
                        parts.add(text.substring(begin, i));
                        begin = i + 1;
                    }
                }
                default -> {}
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }
}
