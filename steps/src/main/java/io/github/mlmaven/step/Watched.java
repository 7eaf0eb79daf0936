package io.github.mlmaven.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files that something depends on, of which some may not exist, and sources of data, whose files may come and go. Their
 * names, sizes and times are told as lines of text, equal exactly while nothing changed. Finding that out reads no content
 * and loads few classes, because a build in which nothing changed does nothing else.
 */
public record Watched(List<Path> files, List<DataSource> sources) {

    public static final Watched NOTHING = new Watched(List.of(), List.of());

    private static final String FILE = "F ";
    private static final String BASEDIR = "B ";
    private static final String SOURCE = "S ";
    private static final String FOUND = "M ";

    public Watched {
        files = List.copyOf(files);
        sources = List.copyOf(sources);
    }

    /** What a data source of model.yaml names: a file, a folder or a pattern, relative to the project. */
    public record DataSource(Path basedir, String source) {}

    public static Watched files(List<Path> files) {
        return new Watched(files, List.of());
    }

    public static Watched source(Path basedir, String source) {
        return sources(basedir, List.of(source));
    }

    public static Watched sources(Path basedir, Collection<String> sources) {
        return new Watched(
                List.of(),
                sources.stream()
                        .distinct()
                        .map(source -> new DataSource(basedir, source))
                        .toList());
    }

    /** This and the other, each file and source once. */
    public Watched and(Watched other) {
        return new Watched(
                Stream.concat(files.stream(), other.files.stream()).distinct().toList(),
                Stream.concat(sources.stream(), other.sources.stream())
                        .distinct()
                        .toList());
    }

    /** How everything is now. */
    public List<String> states() {
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            lines.add(FILE + state(file));
        }
        for (DataSource source : sources) {
            lines.add(BASEDIR + source.basedir());
            lines.add(SOURCE + source.source());
            addFound(source, lines);
        }
        return lines;
    }

    /** Whether a line is one of those that {@link #states} writes. */
    public static boolean isState(String line) {
        return line.startsWith(FILE) || line.startsWith(BASEDIR) || line.startsWith(SOURCE) || line.startsWith(FOUND);
    }

    /** Whether everything still is as lines of {@link #states} say. */
    public static boolean isUnchanged(List<String> lines) {
        return parse(lines).states().equals(lines);
    }

    /** A file by which states that are not equal differ. */
    static Optional<Path> difference(List<String> before, List<String> after) {
        Set<String> old = new HashSet<>(before);
        Set<String> now = new HashSet<>(after);
        return Stream.concat(
                        before.stream().filter(line -> !now.contains(line)),
                        after.stream().filter(line -> !old.contains(line)))
                .filter(line -> line.startsWith(FILE) || line.startsWith(FOUND))
                .map(line -> path(line.substring(2)))
                .findFirst();
    }

    private static Watched parse(List<String> lines) {
        List<Path> files = new ArrayList<>();
        List<DataSource> sources = new ArrayList<>();
        Path basedir = Path.of("");
        for (String line : lines) {
            String text = line.substring(2);
            if (line.startsWith(FILE)) {
                files.add(path(text));
            } else if (line.startsWith(BASEDIR)) {
                basedir = Path.of(text);
            } else if (line.startsWith(SOURCE)) {
                sources.add(new DataSource(basedir, text));
            }
        }
        return new Watched(files, sources);
    }

    private static void addFound(DataSource source, List<String> lines) {
        try {
            for (Path file : DataFiles.find(source.basedir(), source.source())) {
                lines.add(FOUND + state(file));
            }
        } catch (IOException e) {
            lines.add(FOUND + unknown(source.basedir()));
        }
    }

    private static String state(Path path) {
        if (!Files.exists(path)) {
            return "none|" + path;
        }
        try {
            return FileState.of(path).text() + "|" + path;
        } catch (IOException e) {
            return unknown(path);
        }
    }

    // Gone in this moment, or not readable: like no state that was or will be.
    private static String unknown(Path path) {
        return "unknown " + System.nanoTime() + "|" + path;
    }

    private static Path path(String state) {
        return Path.of(state.substring(state.indexOf('|') + 1));
    }
}
