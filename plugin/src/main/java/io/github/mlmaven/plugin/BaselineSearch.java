package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.BaselineModel;
import io.github.mlmaven.step.BaselineModel.Search;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.MetadataNotFoundException;

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

    private static final String EXTENSION = "jar";

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
        if (wanted.endsWith("." + EXTENSION)) {
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
        Artifact artifact =
                new DefaultArtifact(parts[0], parts[1], parts.length > 3 ? parts[3] : classifier, EXTENSION, parts[2]);
        try {
            return BaselineModel.of(Search.NAMED, wanted, resolve(artifact));
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
        VersionRangeResult range = range();
        List<String> releases = new ArrayList<>();
        range.getVersions().forEach(version -> releases.add(version.toString()));
        releases.removeIf(version -> version.endsWith("-SNAPSHOT"));
        Collections.reverse(releases);
        // What a repository does not tell may be a later release.
        Optional<Exception> fault = fault(range);
        for (String release : fault.isPresent() ? List.<String>of() : releases) {
            try {
                Path file = resolve(own(release));
                return BaselineModel.of(
                        Search.RELEASE, project.getGroupId() + ":" + project.getArtifactId() + ":" + release, file);
            } catch (ArtifactResolutionException e) {
                // A release without a model is none of this model; one that did not arrive may be the one.
                if (session.isOffline() || !isAbsent(e)) {
                    fault = Optional.of(e);
                    break;
                }
            }
        }
        if (fault.isPresent() || (releases.isEmpty() && session.isOffline())) {
            log.accept("no repository could tell of a release of " + searched + ": "
                    + fault.map(Exception::getMessage).orElse("Maven is offline"));
            return BaselineModel.without(Search.UNREACHED, searched);
        }
        return BaselineModel.without(Search.FIRST_RELEASE, searched);
    }

    private VersionRangeResult range() {
        VersionRangeRequest request = new VersionRangeRequest(
                own("(," + project.getVersion() + ")"), project.getRemoteProjectRepositories(), null);
        try {
            return repositories.resolveVersionRange(session.getRepositorySession(), request);
        } catch (VersionRangeResolutionException e) {
            throw new MlException(
                    "The releases before version " + project.getVersion() + " cannot be looked for: " + e.getMessage()
                            + ".",
                    "Give the project a version that Maven can order, or set ml.baseline to lock.",
                    e);
        }
    }

    /** Why a repository did not tell what it has; one that has nothing of it told so. */
    private static Optional<Exception> fault(VersionRangeResult range) {
        return range.getExceptions().stream()
                .filter(exception -> !(exception instanceof MetadataNotFoundException))
                .findFirst();
    }

    private static boolean isAbsent(ArtifactResolutionException e) {
        List<Exception> exceptions = e.getResults().stream()
                .flatMap(result -> result.getExceptions().stream())
                .toList();
        return !exceptions.isEmpty() && exceptions.stream().allMatch(ArtifactNotFoundException.class::isInstance);
    }

    private Artifact own(String version) {
        return new DefaultArtifact(project.getGroupId(), project.getArtifactId(), classifier, EXTENSION, version);
    }

    private Path resolve(Artifact artifact) throws ArtifactResolutionException {
        ArtifactRequest request = new ArtifactRequest(artifact, project.getRemoteProjectRepositories(), null);
        return repositories
                .resolveArtifact(session.getRepositorySession(), request)
                .getArtifact()
                .getFile()
                .toPath()
                .toAbsolutePath()
                .normalize();
    }
}
