package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.RepositoryFile;
import io.github.mlmaven.spec.TableFormat;
import io.github.mlmaven.spec.WebFile;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Data that is an artifact, resolved as a dependency of the module would be: from the modules of this build, the local
 * repository and the repositories of the POM, with their logins.
 *
 * @param place where it is named
 */
record DataArtifact(RepositorySystem repositories, MavenSession session, MavenProject project, String place) {

    /** @throws MlException if it cannot be resolved */
    Path file(RepositoryFile wanted) {
        Artifact artifact = new DefaultArtifact(
                wanted.groupId(), wanted.artifactId(), wanted.classifier(), wanted.extension(), wanted.version());
        ArtifactRequest request = new ArtifactRequest(artifact, project.getRemoteProjectRepositories(), null);
        Path file;
        try {
            file = repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath()
                    .toAbsolutePath()
                    .normalize();
        } catch (ArtifactResolutionException e) {
            throw unresolved(wanted, e);
        }
        if (!TableFormat.isReadable(String.valueOf(file.getFileName()))) {
            throw new MlException(
                    "%s (%s) is the file %s in this build, whose name says no known format."
                            .formatted(wanted.name(), place, file.getFileName()),
                    "Let the module that makes it name it with the ending ." + wanted.extension() + ".");
        }
        return file;
    }

    private MlException unresolved(RepositoryFile wanted, ArtifactResolutionException e) {
        String asked = project.getRemoteProjectRepositories().stream()
                .map(repository -> repository.getId() + " (" + WebFile.shown(repository.getUrl()) + ")")
                .collect(Collectors.joining(", "));
        return new MlException(
                "%s (%s) could not be resolved from this build, the local repository and %s: %s."
                        .formatted(
                                wanted.name(),
                                place,
                                asked,
                                String.valueOf(e.getMessage()).replaceFirst("[.]$", "")),
                session.isOffline()
                        ? "Maven is offline: run the build once while online."
                        : "Correct the coordinates, or name the repository that has it in <repositories> of the POM.",
                e);
    }
}
