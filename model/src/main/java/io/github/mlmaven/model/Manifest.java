package io.github.mlmaven.model;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Target;
import io.github.mlmaven.api.Task;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code manifest.json}: what a bundle holds.
 *
 * @param format the version of the bundle's layout
 * @param name of the model and of its folder: ASCII letters, digits, '-', '_' and '.', beginning with a letter or digit
 * @param version the version of the project that made the model
 * @param model what holds the model, and what made it
 * @param schema what goes in and what comes out
 * @param files the bundle's other files by name, which is made of the same characters: no file is outside the folder
 * @param versions the software that made the model
 */
public record Manifest(
        int format,
        String name,
        String version,
        Model model,
        Schema schema,
        SortedMap<String, FileEntry> files,
        SortedMap<String, String> versions) {

    /** The layout that this version writes and reads. */
    public static final int FORMAT = 2;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public Manifest {
        requireName(name);
        files.keySet().forEach(Manifest::requireName);
        files = new TreeMap<>(files);
        versions = new TreeMap<>(versions);
    }

    /**
     * What holds the model, and what made it.
     *
     * @param format the name of a {@link ModelFormat}
     * @param trainer the trainer's name in model.yaml
     */
    public record Model(String format, String trainer) {}

    /**
     * What goes in and what comes out.
     *
     * @param inputs in the order of the model's raw numbers
     * @param label the name of what is predicted
     * @param labels the labels of a classification in the model's order; empty for a regression
     */
    public record Schema(Task task, List<Input> inputs, String label, List<String> labels) {
        public Schema {
            inputs = List.copyOf(inputs);
            labels = List.copyOf(labels);
        }

        /** What comes out. */
        public Target target() {
            return new Target(task, label, labels);
        }
    }

    /**
     * An input column.
     *
     * @param values the values of a category that the model knows
     * @param range the range that the schema allows
     * @param required whether a missing value is refused
     */
    public record Input(String name, ColumnType type, List<String> values, Range range, boolean required) {
        public Input {
            values = List.copyOf(values);
        }
    }

    /** Inclusive bounds, each of which may be absent. */
    public record Range(OptionalDouble min, OptionalDouble max) {}

    /** A file's SHA-256 in lower-case hexadecimal, and its size in bytes. */
    public record FileEntry(String sha256, long size) {
        public FileEntry {
            if (!SHA256.matcher(sha256).matches() || size < 0) {
                throw new IllegalArgumentException("a file of " + size + " bytes with the SHA-256 '" + sha256 + "'");
            }
        }
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the name '" + name
                    + "' is not made of letters, digits, '-', '_' and '.', beginning with a letter or digit");
        }
    }
}
