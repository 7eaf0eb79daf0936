package io.github.mlmaven.step;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The files that a data source names. */
public final class DataFiles {

    private static final Set<String> ENDINGS = Set.of(".csv", ".tsv", ".csv.gz", ".tsv.gz", ".parquet");

    private DataFiles() {}

    /**
     * The files of a source, sorted by path.
     *
     * @param basedir the project's folder
     * @param source a file, a folder (its data files, without sub-folders) or a glob, relative to the project
     * @return at least one file, absolute
     * @throws MlException if there is none
     */
    public static List<Path> resolve(Path basedir, String source) {
        Path path = root(basedir, source);
        if (Files.isRegularFile(path)) {
            requireReadableFormat(path, source);
        } else if (!Files.isDirectory(path)) {
            throw new MlException(
                    "data.source '" + source + "' does not exist: looked for " + path + ".",
                    "Put the file there, or correct the path; it is relative to the project's folder.");
        }
        try {
            List<Path> found = find(basedir, source);
            if (found.isEmpty()) {
                throw new MlException(
                        "data.source '" + source + "' names no csv, tsv or parquet file below " + path + ".",
                        "Correct the folder or the pattern.");
            }
            return found;
        } catch (IOException e) {
            throw new MlException(path + " could not be listed: " + Json.reason(e) + ".", "Make it readable.", e);
        }
    }

    /** The same files, none if there are none. Looks into no folder that the source cannot name. */
    static List<Path> find(Path basedir, String source) throws IOException {
        Path path = root(basedir, source);
        if (!Files.isDirectory(path)) {
            return Files.isRegularFile(path) ? List.of(path) : List.of();
        }
        boolean folder = path.equals(basedir.resolve(source));
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + source);
        try (Stream<Path> files = Files.walk(path, folder ? 1 : depth(source))) {
            return files.filter(file -> folder || matcher.matches(basedir.relativize(file)))
                    .filter(DataFiles::hasReadableFormat)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Path root(Path basedir, String source) {
        return basedir.resolve(source.contains("*") || source.contains("?") ? globRoot(source) : source);
    }

    /** How deep below its root a pattern can reach. */
    static int depth(String source) {
        String pattern = source.substring(globRoot(source).length());
        return pattern.contains("**")
                ? Integer.MAX_VALUE
                : 1 + (int) pattern.chars().filter(c -> c == '/').count();
    }

    private static String globRoot(String source) {
        int wildcard = Stream.of('*', '?', '[', '{')
                .mapToInt(source::indexOf)
                .filter(index -> index >= 0)
                .min()
                .orElse(source.length());
        int slash = source.lastIndexOf('/', wildcard);
        return slash < 0 ? "" : source.substring(0, slash + 1);
    }

    private static void requireReadableFormat(Path file, String source) {
        if (!hasReadableFormat(file)) {
            throw new MlException(
                    "data.source '" + source + "' is of no known format.",
                    "Its name must end with .csv, .tsv, .csv.gz, .tsv.gz or .parquet.");
        }
    }

    /** Whether a data file is a text, of which an editor or version control may write the line ends in another way. */
    static boolean isText(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv");
    }

    private static boolean hasReadableFormat(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }
}
