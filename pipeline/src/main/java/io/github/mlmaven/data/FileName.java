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

    boolean isText() {
        return !path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
    }
}
