package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.BaselineModel;
import io.github.mlmaven.step.BaselineModel.Search;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Finds the model that gates compare with: that of the last release before the module's version, in the module's own
 * repositories, or the one that somebody names.
 *
 * @param classifier of the bundle
 * @param log told why repositories could not be asked
 */
record BaselineSearch(
        RepositorySystem repositories,
        MavenSession session,
        MavenProject project,
        String classifier,
        Consumer<String> log) {

    /** The last release; also what is looked for where nothing is said. */
    static final String RELEASE = "release";

    static final String LOCK = "lock";

    private static final Pattern COORDINATES =
            Pattern.compile("[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+:[^:\\s]+(:[A-Za-z0-9_.-]+)?");

    /**
     * What there is.
     *
     * @param wanted {@link #RELEASE}, {@link #LOCK}, coordinates or a file
     * @throws MlException if what is named is not there
     */
    BaselineModel of(String wanted) {
        if (wanted.equals(LOCK)) {
            return BaselineModel.without(Search.LOCK, "");
        }
        if (wanted.equals(RELEASE)) {
            return lastRelease();
        }
        if (wanted.endsWith("." + Releases.EXTENSION)) {
            return file(wanted);
        }
        if (COORDINATES.matcher(wanted).matches()) {
            return artifact(wanted);
        }
        throw new MlException(
                "ml.baseline is '" + wanted + "'.",
                "Write 'release', 'lock', the coordinates group:artifact:version of a model, with :classifier if it is another one, or the path of a bundle, which ends with .jar.");
    }

    private BaselineModel file(String wanted) {
        Path file = Goal.absolute(project.getBasedir()).resolve(wanted).normalize();
        if (!Files.isRegularFile(file)) {
            throw new MlException(
                    "ml.baseline names " + wanted + ", and there is no such file: " + file + ".",
                    "Correct the path, which is relative to the module.");
        }
        return BaselineModel.of(Search.NAMED, wanted, file);
    }

    private BaselineModel artifact(String wanted) {
        String[] parts = wanted.split(":", -1);
        Artifact artifact = new DefaultArtifact(
                parts[0], parts[1], parts.length > 3 ? parts[3] : classifier, Releases.EXTENSION, parts[2]);
        try {
            return BaselineModel.of(
                    Search.NAMED, wanted, new Releases(repositories, session, project, classifier).resolve(artifact));
        } catch (ArtifactResolutionException e) {
            throw new MlException(
                    "ml.baseline names " + wanted + ", which could not be resolved: " + e.getMessage() + ".",
                    session.isOffline()
                            ? "Maven is offline: run the build once while online."
                            : "Correct the coordinates, or name the repository that has it in <repositories> of the POM.",
                    e);
        }
    }

    private BaselineModel lastRelease() {
        String searched = project.getGroupId() + ":" + project.getArtifactId() + " before " + project.getVersion();
        Releases releases = new Releases(repositories, session, project, classifier);
        Releases.Found found = releases.before(project.getVersion());
        // What a repository does not tell may be a later release.
        Optional<Exception> fault = found.fault();
        for (String release : fault.isPresent() ? List.<String>of() : found.versions()) {
            try {
                Path file = releases.bundle(release);
                return BaselineModel.of(
                        Search.RELEASE, project.getGroupId() + ":" + project.getArtifactId() + ":" + release, file);
            } catch (ArtifactResolutionException e) {
                // A release without a model is none of this model; one that did not arrive may be the one.
                if (session.isOffline() || !Releases.isAbsent(e)) {
                    fault = Optional.of(e);
                    break;
                }
            }
        }
        if (fault.isPresent() || (found.versions().isEmpty() && session.isOffline())) {
            log.accept("no repository could tell of a release of " + searched + ": "
                    + fault.map(Exception::getMessage).orElse("Maven is offline"));
            return BaselineModel.without(Search.UNREACHED, searched);
        }
        return BaselineModel.without(Search.FIRST_RELEASE, searched);
    }
}
