package io.github.mlmaven.worker;

import io.github.mlmaven.api.Supply;
import java.nio.file.Path;
import java.util.Optional;

/** A {@link Supply} as a line to the worker: an archive with its cache, or why there is none, or nothing. */
public record SupplyLine(
        Optional<Path> archive, Optional<Path> cache, Optional<String> problem, Optional<String> remedy) {

    public static SupplyLine of(Supply supply) {
        if (supply instanceof Supply.Archive found) {
            return new SupplyLine(
                    Optional.of(found.file()), Optional.of(found.cache()), Optional.empty(), Optional.empty());
        }
        return supply instanceof Supply.Unresolved unresolved
                ? new SupplyLine(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(unresolved.problem()),
                        Optional.of(unresolved.remedy()))
                : new SupplyLine(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Supply supply() {
        if (archive.isPresent() && cache.isPresent()) {
            return new Supply.Archive(archive.get(), cache.get());
        }
        return problem.isPresent() ? new Supply.Unresolved(problem.get(), remedy.orElse("")) : new Supply.None();
    }
}
