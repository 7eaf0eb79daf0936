package io.github.mlmaven.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A file of the source.
 *
 * @param name its path relative to the project, with {@code /}
 * @param header the names of its columns, in its order
 * @param types the engine's types of its columns; empty for text files
 */
record SourceFile(Path path, String name, List<String> header, List<String> types) {

    SourceFile {
        header = List.copyOf(header);
        types = List.copyOf(types);
    }

    static boolean isText(Path path) {
        return !path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    boolean isText() {
        return isText(path);
    }

    String delimiter() {
        return RecordScanner.delimiter(path.getFileName().toString().toLowerCase(Locale.ROOT));
    }

    /** Whether the engine makes a row of a record: it leaves out blank lines, and malformed records when told to. */
    boolean isRow(RecordScanner record) {
        return !isSkipped(record) && record.problem(header.size()).isEmpty();
    }

    /** Whether a record is a blank line, which is a missing value if there is only one column. */
    boolean isSkipped(RecordScanner record) {
        return record.isBlank() && header.size() > 1;
    }
}
