package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Engines of this plugin's own version, resolved only when they must run, so that a build in which nothing changed pays
 * neither their download nor their class loading.
 */
final class LazyClassPath {

    /** Everything that is resolved lazily. */
    static final List<String> ENGINES = List.of("ml-pipeline", "ml-server", "ml-image");

    private final RepositorySystem repositories;
    private final MavenSession session;
    private final MavenProject project;
    private final PluginDescriptor plugin;

    LazyClassPath(RepositorySystem repositories, MavenSession session, MavenProject project, PluginDescriptor plugin) {
        this.repositories = repositories;
        this.session = session;
        this.project = project;
        this.plugin = plugin;
    }

    /**
     * The files of an engine and of what it needs, in order.
     *
     * @throws MlException naming the coordinates, if one cannot be resolved
     */
    List<Path> of(String artifactId) {
        String coordinates = plugin.getGroupId() + ":" + artifactId + ":" + plugin.getVersion();
        try {
            return repositories
                    .resolveDependencies(
                            session.getRepositorySession(),
                            new DependencyRequest(collect(new DefaultArtifact(coordinates)), null))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException | ArtifactDescriptorException e) {
            throw new MlException(
                    coordinates + " and what it needs could not be resolved: " + e.getMessage() + ".",
                    session.isOffline()
                            ? "Maven is offline: run mvn ml:go-offline once while online."
                            : "Check the plugin repositories of the POM and of settings.xml.",
                    e);
        }
    }

    // With the versions that the engine's own POM manages: those that it was built and tested with. A dependency, not
    // the
    // root: the optional dependencies of a root are collected too.
    private CollectRequest collect(Artifact engine) throws ArtifactDescriptorException {
        List<RemoteRepository> remotes = project.getRemotePluginRepositories();
        return new CollectRequest()
                .setRepositories(remotes)
                .setManagedDependencies(repositories
                        .readArtifactDescriptor(
                                session.getRepositorySession(), new ArtifactDescriptorRequest(engine, remotes, null))
                        .getManagedDependencies())
                .addDependency(new Dependency(engine, "runtime"));
    }
}
