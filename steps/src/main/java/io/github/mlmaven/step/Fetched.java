package io.github.mlmaven.step;

import io.github.mlmaven.spec.Origin;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where data that is no file of the project is on this machine.
 *
 * @param files absolute, by what {@link Origin#name} calls them
 */
public record Fetched(SortedMap<String, Path> files) {

    public static final Fetched NOTHING = new Fetched(new TreeMap<>());

    public Fetched {
        files = new TreeMap<>(files);
    }

    /** @throws IllegalStateException if nobody fetched it */
    Path file(Origin origin) {
        Path file = files.get(origin.name());
        if (file == null) {
            throw new IllegalStateException(origin.name() + " was not fetched");
        }
        return file;
    }

    /** What a file is called. */
    Optional<String> name(Path file) {
        return files.entrySet().stream()
                .filter(fetched -> fetched.getValue().equals(file))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
