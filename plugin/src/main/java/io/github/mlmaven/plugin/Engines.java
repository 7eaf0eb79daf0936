package io.github.mlmaven.plugin;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** What the goals of a module start beside Maven, resolved when it must run. */
record Engines(RepositorySystem repositories, MavenSession session, MavenProject project, PluginDescriptor plugin) {

    Worker worker(WorkerJvm jvm, Log log) {
        UnpackedNatives natives =
                new UnpackedNatives(NativeLibraries.cache(session), NativePlatform.current(), log::debug);
        return new Worker(
                jvm,
                () -> natives.in(classPath().of(jvm.name())),
                library -> new NativeLibraries(repositories, session, project).of(library));
    }

    LazyClassPath classPath() {
        return new LazyClassPath(repositories, session, project, plugin);
    }
}
