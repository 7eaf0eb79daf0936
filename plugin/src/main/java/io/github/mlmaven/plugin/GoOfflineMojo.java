package io.github.mlmaven.plugin;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;

/** Downloads everything that the goals resolve only when they need it, so that later builds can run with {@code -o}. */
@Mojo(name = "go-offline", requiresProject = false, threadSafe = true)
class GoOfflineMojo extends Goal {

    private final RepositorySystem repositories;

    @Inject
    GoOfflineMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    void run() {
        LazyClassPath classPath = new LazyClassPath(repositories, session, project, plugin);
        for (String engine : LazyClassPath.ENGINES) {
            getLog().info(engine + " and what it needs: " + classPath.of(engine).size() + " files are here.");
        }
    }
}
