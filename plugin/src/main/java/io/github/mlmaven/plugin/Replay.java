package io.github.mlmaven.plugin;

import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a goal said when it was up to date, and the sizes and times of all files that it depended on. While they stay the
 * same, the goal says it again and does nothing else: reading the spec and the results alone would cost a third of a
 * second, most of it loading the classes that read YAML and JSON. So this is a text file of lines.
 */
final class Replay {

    private static final String FORMAT = "replay 1";
    private static final String END = "end";

    private final Path file;
    private final String key;
    private final Map<Path, String> watched = new LinkedHashMap<>();

    /** @param key everything that is in no file, on one line */
    Replay(Path directory, String key) {
        this.file = directory.resolve(Integer.toHexString(key.hashCode()) + ".txt");
        this.key = key.replace('\n', ' ');
    }

    /** A line for the log. */
    record Line(boolean warning, String text) {}

    /** What the goal would say; empty if anything changed, or nothing is recorded. */
    Optional<List<Line>> lines() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            List<String> found = Files.readAllLines(file, StandardCharsets.UTF_8);
            boolean whole = found.size() > 2
                    && found.get(0).equals(FORMAT)
                    && found.get(1).equals(key)
                    && found.get(found.size() - 1).equals(END);
            return whole ? replay(found.subList(2, found.size() - 1)) : Optional.empty();
        } catch (IOException e) {
            // Only a shortcut: the goal looks for itself.
            return Optional.empty();
        }
    }

    private static Optional<List<Line>> replay(List<String> recorded) {
        List<Line> lines = new ArrayList<>();
        for (String line : recorded) {
            String text = line.substring(2);
            switch (line.charAt(0)) {
                case 'F' -> {
                    if (!state(Path.of(text.substring(text.indexOf('|') + 1))).equals(text)) {
                        return Optional.empty();
                    }
                }
                case 'I' -> lines.add(new Line(false, text));
                case 'W' -> lines.add(new Line(true, text));
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(lines);
    }

    /** Notes an input before the goal reads it. */
    void watch(Path input) {
        watched.put(input, state(input));
    }

    /**
     * Records what the goal said, and the files, of which some may not exist. Nothing is recorded if a watched input changed
     * while the goal worked: what it said may be about the input as it was.
     */
    void record(List<Path> files, List<Line> lines) {
        if (!watched.entrySet().stream().allMatch(input -> state(input.getKey()).equals(input.getValue()))) {
            return;
        }
        StringBuilder text = new StringBuilder(FORMAT + "\n" + key + "\n");
        files.forEach(path -> text.append("F ").append(state(path)).append('\n'));
        for (Line line : lines) {
            String mark = line.warning() ? "W " : "I ";
            text.append(line.text().lines().map(part -> mark + part + "\n").collect(Collectors.joining()));
        }
        Json.replace(file, text.append(END).append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    // The change time, where the file system has one, catches a file that was given its old size and time back.
    private static String state(Path path) {
        if (!Files.exists(path)) {
            return "none|" + path;
        }
        try {
            return attributes(path) + "|" + path;
        } catch (IOException e) {
            // Gone in this moment, or not readable: like no state that was or will be recorded.
            return "unknown " + System.nanoTime() + "|" + path;
        }
    }

    private static String attributes(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        String changed = path.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(path, "unix:ctime").toString()
                : "";
        return attributes.size() + " " + attributes.lastModifiedTime() + " " + changed;
    }
}
