package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.fetch.FileCache;
import io.github.mlmaven.fetch.Patience;
import io.github.mlmaven.fetch.Wanted;
import io.github.mlmaven.spec.FilePattern;
import io.github.mlmaven.spec.Origin;
import io.github.mlmaven.spec.RepositoryFile;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.WebFile;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.Fetched;
import io.github.mlmaven.step.FileHashes;
import io.github.mlmaven.step.ModelFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** Brings the data that is no file of the project to this machine, before a step reads it. */
record DataFetch(RepositorySystem repositories, MavenSession session, MavenProject project) {

    /**
     * Where the data of a model is; what was brought before is not brought again.
     *
     * @throws MlException if it cannot be brought
     */
    Fetched of(SpecFile spec, BuildPlace place, Progress progress) {
        if (spec.spec().data().from().origins().values().stream().allMatch(FilePattern.class::isInstance)) {
            return Fetched.NOTHING;
        }
        FileHashes hashes = FileHashes.cachedIn(
                ModelFiles.of(place.outputDirectory(), spec.name()).hashes());
        SortedMap<String, Path> files = new TreeMap<>();
        for (Map.Entry<String, Origin> origin :
                spec.spec().data().from().origins().entrySet()) {
            if (origin.getValue() instanceof RepositoryFile file) {
                String at = spec.at(keys(origin.getKey(), "artifact"));
                files.put(file.name(), new DataArtifact(repositories, session, project, at).file(file));
            } else if (origin.getValue() instanceof WebFile file) {
                Wanted wanted = new Wanted(file, spec.at(keys(origin.getKey(), "sha256")));
                files.put(file.name(), file(wanted, hashes, progress));
            }
        }
        hashes.save();
        return new Fetched(files);
    }

    private Path file(Wanted wanted, FileHashes hashes, Progress progress) {
        FileCache cache = new FileCache(NativeLibraries.cache(session), Patience.USUAL);
        Optional<Path> held = cache.held(wanted, hashes::sha256, progress);
        if (held.isPresent()) {
            return held.get();
        }
        if (session.isOffline()) {
            throw new MlException(
                    wanted.file().name() + " is not on this machine, and Maven is offline.",
                    "Run the build once while online: what it fetches stays in the local repository.");
        }
        return cache.fetch(wanted, new WebAccess(session.getRepositorySession()).of(wanted), progress);
    }

    /** {@code data.source} is beside {@code data.sha256}, and {@code data.files.houses} has it. */
    private static String[] keys(String key, String last) {
        String holder = key.startsWith("data.files.") ? key : "data";
        return (holder + "." + last).split("[.]");
    }
}
