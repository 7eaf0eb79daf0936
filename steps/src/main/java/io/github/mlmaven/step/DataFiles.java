package io.github.mlmaven.step;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.FilePattern;
import io.github.mlmaven.spec.Origin;
import io.github.mlmaven.spec.SourceKeys;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.TableFormat;
import io.github.mlmaven.spec.WebFile;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** The files that a data source names. */
public final class DataFiles {

    /** Of texts, which may be gzipped. */
    private static final Set<String> TEXTS = Set.of(".csv", ".tsv", ".json", ".jsonl", ".ndjson");

    private DataFiles() {}

    /**
     * The files of a source, sorted by path.
     *
     * @param basedir the project's folder
     * @param source a file, a folder (its data files, and those of its partitions: folders named {@code key=value}) or a glob, relative to the project; what exists
     *     under that very name is no glob
     * @return at least one file, absolute
     * @throws MlException if there is none
     */
    public static List<Path> resolve(Path basedir, String source) {
        return resolve("data.source", basedir, source);
    }

    /**
     * The same for a source that is named elsewhere.
     *
     * @param key by what name a person gave it: {@code data.source}
     */
    public static List<Path> resolve(String key, Path basedir, String source) {
        if (source.startsWith("jdbc:")) {
            // It may have a login in it, and is not repeated.
            throw new MlException(
                    key + " is the URL of a database, and names files of the project alone.",
                    "Write it as 'url:' of data.jdbc in model.yaml, with a query beside it: builds read its rows then, and"
                            + " ml:profile without ml.data shows them.");
        }
        if (WebFile.isAddress(source)) {
            throw new MlException(
                    key + " '" + WebFile.shown(source) + "' is an address, and names files of the project alone.",
                    "Only data.source and data.files of model.yaml name an address, with the sha256 of what is there."
                            + " Fetch the file in a step before, with its hash checked, and name it by its path.");
        }
        Path path = existing(key, basedir, source);
        try {
            List<Path> entries = entries(key, basedir, source);
            for (Path entry : entries) {
                if (hasReadableFormat(entry) || (DataFolder.isPartition(entry) && Files.isDirectory(entry))) {
                    DataFolder.requireFile(key, source, entry);
                }
            }
            List<Path> found = files(entries);
            if (found.isEmpty()) {
                throw new MlException(
                        key + " '" + source + "' names no csv, tsv, json, jsonl or parquet file below " + path + ".",
                        "Correct the folder or the pattern.");
            }
            return found;
        } catch (IOException e) {
            throw unlisted(key, source, e);
        }
    }

    private static MlException unlisted(String key, String source, IOException e) {
        return new MlException(
                key + " '" + source + "' could not be listed: " + Json.reason(e) + ".",
                "Make the folder readable, or narrow the pattern so that it does not look there.",
                e);
    }

    /** The files of a source that are there, which may be none. */
    public static List<Path> present(String key, Path basedir, String source) {
        try {
            return files(entries(key, basedir, source));
        } catch (IOException e) {
            throw unlisted(key, source, e);
        }
    }

    /** The file or folder that a source names, or in which its pattern looks. */
    private static Path existing(String key, Path basedir, String source) {
        Optional<Path> named = named(basedir, source);
        if (named.isPresent() && Files.isRegularFile(named.get())) {
            requireReadableFormat(key, named.get(), source);
        }
        if (named.isPresent()
                && (Files.exists(named.get()) || Files.isSymbolicLink(named.get()))
                && !Files.isDirectory(named.get())) {
            DataFolder.requireFile(key, source, named.get());
        }
        Path path = named.filter(Files::exists).orElseGet(() -> root(key, basedir, source));
        if (!exists(key, source, path)) {
            throw new MlException(
                    key + " '" + source + "' does not exist: looked for " + path + ".",
                    "Put the file there, or correct the path; it is relative to the project's folder.");
        }
        return path;
    }

    /** What nobody may look at is not absent. */
    private static boolean exists(String key, String source, Path path) {
        try {
            path.getFileSystem().provider().checkAccess(path);
            return true;
        } catch (AccessDeniedException e) {
            throw new MlException(
                    key + " '" + source + "' may not be read: a folder on the way to " + path + " is closed.",
                    "Let the user of the build read its folders.",
                    e);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The files of everything that a spec names, by the key that names them, such as {@code data.files.houses}.
     *
     * @throws MlException if one of them names none
     */
    public static Map<String, List<Path>> resolve(BuildPlace place, SourceSpec from) {
        return resolve(place, from, SourceKeys.MODEL_YAML);
    }

    /**
     * The same, whatever named them; parameters of a goal name files of the project alone.
     *
     * @throws MlException if one of them names none
     */
    public static Map<String, List<Path>> resolve(BuildPlace place, SourceSpec from, SourceKeys keys) {
        Map<String, List<Path>> files = new LinkedHashMap<>();
        from.origins(keys)
                .forEach((key, origin) -> files.put(
                        key,
                        origin instanceof FilePattern || keys == SourceKeys.PARAMETERS
                                ? resolve(key, place.basedir(), origin.name())
                                : List.of(place.fetched().file(origin))));
        return files;
    }

    /** What rows depend on. */
    static Watched watched(BuildPlace place, SourceSpec from) {
        List<String> patterns = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        from.origins().values().forEach(origin -> {
            if (origin instanceof FilePattern) {
                patterns.add(origin.name());
            } else {
                files.add(place.fetched().file(origin));
            }
        });
        return Watched.files(files).and(Watched.sources(place.basedir(), patterns));
    }

    /** What a file of a source is called: by its path below the project, or as {@link Origin#name} has it. */
    public static String name(BuildPlace place, Path file) {
        return place.fetched().name(file).orElseGet(() -> {
            Path shown = file.startsWith(place.basedir()) ? place.basedir().relativize(file) : file.getFileName();
            return shown.toString().replace('\\', '/');
        });
    }

    /** The same files, none if there are none. Looks into no folder that the source cannot name. */
    static List<Path> find(Path basedir, String source) throws IOException {
        return files(entries(SourceKeys.MODEL_YAML.source(), basedir, source));
    }

    /** Everything that the source names, be it a file or not. */
    private static List<Path> entries(String key, Path basedir, String source) throws IOException {
        Optional<Path> named = named(basedir, source);
        if (named.isPresent() && Files.isRegularFile(named.get())) {
            return List.of(named.get());
        }
        if (named.isPresent() && Files.isDirectory(named.get())) {
            return DataFolder.entries(named.get());
        }
        if (!GlobWalk.isPattern(source)) {
            return List.of();
        }
        try {
            return GlobWalk.matching(root(key, basedir, source), basedir, source);
        } catch (PatternSyntaxException e) {
            throw new MlException(
                    key + " '" + source + "' is no pattern: " + e.getDescription() + ".",
                    "Close its brackets and braces, or name the file as it is.",
                    e);
        }
    }

    private static List<Path> files(List<Path> entries) {
        return entries.stream()
                .filter(DataFiles::hasReadableFormat)
                .filter(Files::isRegularFile)
                .sorted()
                .toList();
    }

    /**
     * The partition that a file of a source is of: what the folders named {@code key=value} between it and what the source
     * writes out say, in their order, as they are written.
     *
     * @param file that {@link #resolve} found
     */
    public static List<String> partition(Path basedir, String source, Path file) {
        Path named = named(basedir, source).filter(Files::exists).orElseGet(() -> root("data.source", basedir, source));
        List<String> folders = new ArrayList<>();
        Path folder = file.getParent();
        while (folder != null && !folder.equals(named) && folder.startsWith(named)) {
            if (DataFolder.isPartition(folder)) {
                folders.add(0, String.valueOf(folder.getFileName()));
            }
            folder = folder.getParent();
        }
        return folders;
    }

    /** The file or folder of that very name; none where no file can have it. */
    private static Optional<Path> named(Path basedir, String source) {
        try {
            return Optional.of(basedir.resolve(source));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The folder below which a pattern looks, or what is named. */
    private static Path root(String key, Path basedir, String source) {
        try {
            return basedir.resolve(GlobWalk.isPattern(source) ? GlobWalk.root(source) : source);
        } catch (InvalidPathException e) {
            throw new MlException(
                    key + " '" + source + "' is no path: " + e.getReason() + ".",
                    "Write the path of a file, a folder or a pattern, relative to the project's folder.",
                    e);
        }
    }

    private static void requireReadableFormat(String key, Path file, String source) {
        if (!hasReadableFormat(file)) {
            throw new MlException(
                    key + " '" + source + "' is of no known format.",
                    "Its name must end with .csv, .tsv, .json, .jsonl, .ndjson, one of these with .gz, or .parquet.");
        }
    }

    /** Whether a data file is a text, of which an editor or version control may write the line ends in another way. */
    static boolean isText(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return TEXTS.stream().anyMatch(name::endsWith);
    }

    private static boolean hasReadableFormat(Path file) {
        return TableFormat.isReadable(file.getFileName().toString());
    }
}
