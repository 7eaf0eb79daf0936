package io.github.mlmaven.plugin;

import io.github.mlmaven.api.Supply;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Native libraries that machines may lack and that an artifact has in it: resolved when a worker found that its machine lacks
 * one, and only then.
 */
final class NativeLibraries {

    /** XGBoost's OpenMP runtime. */
    static final String LIBGOMP = "libgomp";

    /**
     * The smallest that has it, for Linux on x86_64 with as old a C library as XGBoost itself runs with. The engine knows the
     * bytes that it expects in it.
     */
    static final String ARTIFACT = "org.bytedeco:dnnl:jar:linux-x86_64:2.5.2-1.5.7";

    private final RepositorySystem repositories;
    private final MavenSession session;
    private final MavenProject project;

    NativeLibraries(RepositorySystem repositories, MavenSession session, MavenProject project) {
        this.repositories = repositories;
        this.session = session;
        this.project = project;
    }

    /** What there is for the platform of this JVM, which is the workers' too. */
    Supply of(String library) {
        boolean offered = library.equals(LIBGOMP)
                && System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        return offered ? resolve() : new Supply.None();
    }

    private Supply resolve() {
        ArtifactRequest request =
                new ArtifactRequest(new DefaultArtifact(ARTIFACT), project.getRemotePluginRepositories(), null);
        try {
            return new Supply.Archive(
                    repositories
                            .resolveArtifact(session.getRepositorySession(), request)
                            .getArtifact()
                            .getFile()
                            .toPath(),
                    cache());
        } catch (ArtifactResolutionException e) {
            return new Supply.Unresolved(
                    ARTIFACT + ", which has it, could not be resolved: " + e.getMessage() + ".",
                    session.isOffline()
                            ? "Maven is offline: run mvn ml:go-offline once while online"
                            : "Check the plugin repositories of the POM and of settings.xml");
        }
    }

    /** A folder for what is unpacked once, beside the artifacts that it is of. */
    Path cache() {
        return session.getRepositorySession()
                .getLocalRepository()
                .getBasedir()
                .toPath()
                .resolve(".cache")
                .resolve("ml-maven-plugin");
    }
}
