package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
 * The released versions of the module's model, in the module's own repositories.
 *
 * @param classifier of the bundle
 */
record Releases(RepositorySystem repositories, MavenSession session, MavenProject project, String classifier) {

    static final String EXTENSION = "jar";

    /**
     * Versions that are no snapshots, the latest first.
     *
     * @param fault why a repository did not tell what it has
     */
    record Found(List<String> versions, Optional<Exception> fault) {}

    /** All of them. */
    Found all() {
        return found("(,)");
    }

    /** Those before a version. */
    Found before(String version) {
        return found("(," + version + ")");
    }

    private Found found(String wanted) {
        VersionRangeResult range = range(wanted);
        List<String> versions = new ArrayList<>();
        range.getVersions().forEach(version -> versions.add(version.toString()));
        versions.removeIf(version -> version.endsWith("-SNAPSHOT"));
        Collections.reverse(versions);
        return new Found(versions, fault(range));
    }

    private VersionRangeResult range(String wanted) {
        VersionRangeRequest request =
                new VersionRangeRequest(own(wanted), project.getRemoteProjectRepositories(), null);
        try {
            return repositories.resolveVersionRange(session.getRepositorySession(), request);
        } catch (VersionRangeResolutionException e) {
            throw new MlException(
                    "The releases of " + project.getGroupId() + ":" + project.getArtifactId()
                            + " cannot be looked for: " + e.getMessage() + ".",
                    "Give the project a version that Maven can order. Gates that compare need no release where ml.baseline is lock.",
                    e);
        }
    }

    /** One that has nothing of the artifact told so. */
    private static Optional<Exception> fault(VersionRangeResult range) {
        return range.getExceptions().stream()
                .filter(exception -> !(exception instanceof MetadataNotFoundException))
                .findFirst();
    }

    /** The bundle of a version. */
    Path bundle(String version) throws ArtifactResolutionException {
        return resolve(own(version));
    }

    /** Whether every repository says that it does not have an artifact. */
    static boolean isAbsent(ArtifactResolutionException e) {
        List<Exception> exceptions = e.getResults().stream()
                .flatMap(result -> result.getExceptions().stream())
                .toList();
        return !exceptions.isEmpty() && exceptions.stream().allMatch(ArtifactNotFoundException.class::isInstance);
    }

    private Artifact own(String version) {
        return new DefaultArtifact(project.getGroupId(), project.getArtifactId(), classifier, EXTENSION, version);
    }

    Path resolve(Artifact artifact) throws ArtifactResolutionException {
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
