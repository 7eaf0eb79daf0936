package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A file of the source.
 *
 * @param name for a person: its path relative to the project, with {@code /}
 * @param number among the files, from 0
 * @param partition what its folders say of its rows
 */
record FileName(Path path, String name, int number, Partition partition) {

    /** A file whose folders say nothing. */
    FileName(Path path, String name, int number) {
        this(path, name, number, Partition.NONE);
    }

    /**
     * The columns of its rows.
     *
     * @param own those that stand in the file
     * @throws MlException if one of them is said by a folder too
     */
    List<String> columns(List<String> own) {
        List<String> columns = new ArrayList<>(own);
        for (String key : partition.keys()) {
            if (own.contains(key)) {
                throw new MlException(
                        "%s has a column '%s', and the folder '%s=' above it says what it is too."
                                .formatted(name, key, key),
                        "Remove the column from the file, or rename the folder.");
            }
            columns.add(key);
        }
        return columns;
    }

    /** How rows stand in a file, by its name. */
    enum Format {
        TEXT("text files"),
        PARQUET("Parquet files"),
        JSON("JSON files");

        private final String words;

        Format(String words) {
            this.words = words;
        }

        /** For a person. */
        String words() {
            return words;
        }
    }

    Format format() {
        String ending = path.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("[.]gz$", "");
        if (ending.endsWith(".parquet")) {
            return Format.PARQUET;
        }
        return ending.matches(".*[.](json|jsonl|ndjson)") ? Format.JSON : Format.TEXT;
    }
}
