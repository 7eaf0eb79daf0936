package io.github.mlmaven.data;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A file of the source.
 *
 * @param name for a person: its path relative to the project, with {@code /}
 * @param number among the files, from 0
 */
record FileName(Path path, String name, int number) {

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
