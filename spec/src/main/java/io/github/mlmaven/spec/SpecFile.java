package io.github.mlmaven.spec;

import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.MetricName;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A model.yaml that was read.
 *
 * @param path the file
 * @param spec what it says
 * @param places where each key stands, by its path: {@code /columns/carat/type}
 * @param catalog what its names mean
 * @param warnings what is allowed and most likely not meant, in the order of the file
 */
public record SpecFile(
        Path path, ModelSpec spec, Map<String, Place> places, Catalog catalog, List<SpecWarning> warnings) {

    private static final Pattern SOURCE = Pattern.compile("/data/(source|artifact|files|query|jdbc)(/.*)?");

    public SpecFile {
        places = Map.copyOf(places);
        warnings = List.copyOf(warnings);
    }

    SpecFile with(List<SpecWarning> found) {
        return new SpecFile(path, spec, places, catalog, found);
    }

    /** The same file, had it said something else; places are those of what it says. */
    public SpecFile with(ModelSpec other) {
        return new SpecFile(path, other, places, catalog, warnings);
    }

    /**
     * The same file about rows that parameters of a goal name.
     *
     * @param other whose rows these are; else places are those of what it says
     */
    public SpecFile asked(ModelSpec other) {
        Map<String, Place> kept = new HashMap<>(places);
        kept.keySet().removeIf(SpecFile::isSource);
        return new SpecFile(path, other, kept, catalog, warnings);
    }

    /**
     * A file that is not there, of which all is known that somebody told a goal.
     *
     * @param path where it would be
     */
    public static SpecFile told(Path path, ModelSpec spec) {
        return new SpecFile(path, spec, Map.of(), Catalog.builtIn(), List.of());
    }

    /** What named the rows: no model.yaml is without a key for them. */
    public SourceKeys keys() {
        return places.keySet().stream().anyMatch(SpecFile::isSource) ? SourceKeys.MODEL_YAML : SourceKeys.PARAMETERS;
    }

    private static boolean isSource(String key) {
        return SOURCE.matcher(key).matches();
    }

    /** The model's name. */
    public String name() {
        return spec.name().orElseThrow();
    }

    /** The metrics that are measured: the usual ones of the task, and those that are asked for or gated, each once. */
    public List<AskedMetric> metrics() {
        SortedSet<String> named = new TreeSet<>(spec.evaluate().metrics());
        spec.gates().forEach(gate -> named.add(gate.metric()));
        return catalog.of(MetricDescriptor.class, spec.task()).stream()
                .flatMap(metric -> Stream.concat(
                                metric.usual() ? Stream.of(metric.name()) : Stream.empty(),
                                named.stream()
                                        .filter(name ->
                                                MetricName.parse(name).base().equals(metric.name())))
                        .distinct())
                .map(catalog::asked)
                .toList();
    }

    /** The place of a key, or of the nearest key above that the file has. */
    public SpecPlace place(String... keys) {
        String key = "/" + String.join("/", keys);
        Optional<Place> place = Optional.ofNullable(places.get(key));
        while (place.isEmpty() && key.length() > 0) {
            key = key.substring(0, key.lastIndexOf('/'));
            place = Optional.ofNullable(places.get(key));
        }
        Place found = place.orElse(new Place(0, 0));
        return new SpecPlace(String.valueOf(path.getFileName()), found.line(), found.column());
    }

    /** Whether the file has a key, and not only its default. */
    boolean says(String... keys) {
        return places.containsKey("/" + String.join("/", keys));
    }

    /** For messages: {@code model.yaml line 12} for the key, or for the nearest key above that the file has. */
    public String at(String... keys) {
        return place(keys).toString();
    }

    /**
     * A place in a text file.
     *
     * @param line from 1
     * @param column from 1
     */
    public record Place(int line, int column) {}
}
