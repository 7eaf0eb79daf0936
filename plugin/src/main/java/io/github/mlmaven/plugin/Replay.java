package io.github.mlmaven.plugin;

import io.github.mlmaven.step.Watched;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a goal said when it was up to date, and names, sizes and times of all files that it depended on. While they stay the
 * same, the goal says it again and does nothing else: reading the spec and the results alone would cost a third of a
 * second, most of it loading the classes that read YAML and JSON. So this is a text file of lines.
 */
final class Replay {

    private static final String FORMAT = "replay 3";
    private static final String END = "end";

    private final Path file;
    private final String key;
    private final List<Watched> inputs = new ArrayList<>();
    private final List<List<String>> before = new ArrayList<>();

    /** @param key everything that is in no file, on one line */
    Replay(Path directory, String key) {
        this.file = directory.resolve(Integer.toHexString(key.hashCode()) + ".txt");
        this.key = key.replace('\n', ' ');
    }

    /** A line for the log. */
    record Line(Level level, String text) {

        Line(boolean warning, String text) {
            this(warning ? Level.WARNING : Level.INFO, text);
        }
    }

    /** How a line is shown. */
    enum Level {
        INFO("I "),
        WARNING("W "),
        /** A warning that many goals have and the first of a build says. */
        WARNING_ONCE("O ");

        private final String mark;

        Level(String mark) {
            this.mark = mark;
        }

        private static Optional<Line> line(String recorded) {
            return Arrays.stream(values())
                    .filter(level -> recorded.startsWith(level.mark))
                    .map(level -> new Line(level, recorded.substring(level.mark.length())))
                    .findFirst();
        }
    }

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
        List<String> states = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (String line : recorded) {
            Optional<Line> said = Level.line(line);
            if (Watched.isState(line)) {
                states.add(line);
            } else if (said.isPresent()) {
                lines.add(said.get());
            } else {
                return Optional.empty();
            }
        }
        return Watched.isUnchanged(states) ? Optional.of(lines) : Optional.empty();
    }

    /** Notes inputs before the goal reads them. */
    void watch(Watched input) {
        inputs.add(input);
        before.add(input.states());
    }

    /**
     * Records what the goal said, and how everything is that it depends on, as {@link Watched#states} told it. Nothing is recorded if an input changed while the
     * goal worked: what it said may be about the input as it was.
     */
    void record(List<String> states, List<Line> lines) {
        if (!inputs.stream().map(Watched::states).toList().equals(before)) {
            return;
        }
        StringBuilder text = new StringBuilder(FORMAT + "\n" + key + "\n");
        states.forEach(state -> text.append(state).append('\n'));
        for (Line line : lines) {
            String mark = line.level().mark;
            text.append(line.text().lines().map(part -> mark + part + "\n").collect(Collectors.joining()));
        }
        Json.replace(file, text.append(END).append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
}
