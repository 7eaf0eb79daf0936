package io.github.mlmaven.plugin;

import io.github.mlmaven.api.Supply;
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
        Supply openMp = new NativeLibraries(repositories, session, project).of(NativeLibraries.LIBGOMP);
        if (openMp instanceof Supply.Archive archive) {
            getLog().info("libgomp, for machines that lack it: "
                    + archive.file().getFileName() + " is here.");
        } else if (openMp instanceof Supply.Unresolved unresolved) {
            // Where the system has it, nothing is missing.
            getLog().warn("XGBoost needs libgomp, and where a machine lacks it, this: " + unresolved.problem());
        }
    }
}
