package io.github.mlmaven.model;

import io.github.mlmaven.spec.ColumnType;
import io.github.mlmaven.spec.Task;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code manifest.json}: what a bundle holds.
 *
 * @param format the version of the bundle's layout
 * @param version the version of the project that made the model
 * @param trainer the trainer's name in model.yaml
 * @param schema what goes in and what comes out
 * @param files the bundle's other files by name
 * @param versions the software that made the model
 */
public record Manifest(
        int format,
        String name,
        String version,
        String trainer,
        Schema schema,
        SortedMap<String, FileEntry> files,
        SortedMap<String, String> versions) {

    /** The layout that this version writes and reads. */
    public static final int FORMAT = 1;

    public Manifest {
        files = new TreeMap<>(files);
        versions = new TreeMap<>(versions);
    }

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
    public record FileEntry(String sha256, long size) {}
}
