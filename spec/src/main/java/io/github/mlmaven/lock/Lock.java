package io.github.mlmaven.lock;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code model.lock.json}: the accepted model. A flat JSON object of text facts, sorted, one on a line, so that version
 * control shows and merges it fact by fact.
 */
public final class Lock {

    private static final String FORMAT_FACT = "format";
    private static final String FORMAT = "1";
    /** What the facts of accepted metrics begin with. */
    public static final String METRIC = "metric.";

    private final SortedMap<String, String> facts;

    private Lock(Map<String, String> facts) {
        this.facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** A lock over facts, with the reason where the gates did not pass. */
    public static Lock of(Map<String, String> facts, Optional<String> reason) {
        SortedMap<String, String> all = new TreeMap<>(facts);
        all.put(FORMAT_FACT, FORMAT);
        reason.ifPresent(text -> all.put("accepted.reason", text));
        return new Lock(all);
    }

    /**
     * Reads a lock; empty if there is no file.
     *
     * @throws MlException if the file is damaged or of another format
     */
    public static Optional<Lock> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Lock lock = new Lock(Json.read(file, FlatObject.class).facts());
        String format = lock.facts.getOrDefault(FORMAT_FACT, "missing");
        if (!format.equals(FORMAT)) {
            throw new MlException(
                    file + ": the lock's format is " + format + ", this version of the plugin reads format " + FORMAT
                            + ".",
                    "Use the version of the plugin that wrote it, or delete the file and accept the model anew:"
                            + " mvn ml:accept.");
        }
        return Optional.of(lock);
    }

    public void write(Path file) {
        Json.write(file, facts);
    }

    public SortedMap<String, String> facts() {
        return facts;
    }

    /** The accepted metrics by name, as its facts writes them. */
    public SortedMap<String, Double> metrics() {
        SortedMap<String, Double> metrics = new TreeMap<>();
        facts.forEach((name, value) -> {
            if (name.startsWith(METRIC)) {
                metrics.put(name.substring(METRIC.length()), number(name, value));
            }
        });
        return metrics;
    }

    /** Which rows the accepted metrics are of. */
    public Optional<String> testRows() {
        return Optional.ofNullable(facts.get("test.rows"));
    }

    /**
     * Facts that are not as accepted. A fact of the same kind that only one side has is a difference too.
     *
     * @param found facts of one or more whole kinds
     */
    public List<Difference> differences(Map<String, String> found) {
        Set<String> kinds = found.keySet().stream().map(Lock::kind).collect(Collectors.toSet());
        Set<String> names = new TreeSet<>(found.keySet());
        facts.keySet().stream().filter(name -> kinds.contains(kind(name))).forEach(names::add);
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            Optional<String> locked = Optional.ofNullable(facts.get(name));
            Optional<String> now = Optional.ofNullable(found.get(name));
            if (!locked.equals(now)) {
                differences.add(new Difference(name, locked, now));
            }
        }
        return differences;
    }

    // The bundle is known later than the model's own files, and is a kind of its own.
    private static String kind(String name) {
        return name.equals("output.bundle") ? name : name.substring(0, Math.max(0, name.indexOf('.')));
    }

    private static double number(String name, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new MlException(
                    "The lock's fact '" + name + "' is '" + value + "', which is no number.",
                    "Accept the model again: mvn ml:accept.",
                    e);
        }
    }

    private record FlatObject(Map<String, String> facts) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        FlatObject {}
    }
}
