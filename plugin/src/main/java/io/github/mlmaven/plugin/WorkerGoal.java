package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SourceParameters;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** A goal whose work is done by a JVM of its own. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
abstract class WorkerGoal extends Goal {

    @Inject
    RepositorySystem repositories;

    @Inject
    SettingsDecrypter decrypter;

    /** Options of the JVM that does the work. Example: {@code -Xmx4g} */
    @Parameter(property = "ml.argLine", defaultValue = "")
    @Nullable
    String argLine;

    /** Threads of the work; they change its time, never its results. By default, as many as there are processors. */
    @Parameter(property = "ml.threads")
    @Nullable
    Integer threads;

    /** Megabytes that the data engine may use, beside the heap of its JVM; what does not fit goes to disk. */
    @Parameter(property = "ml.memory", defaultValue = "1024")
    int memory;

    final BuildLimits limits() {
        int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (count < 1 || memory < 64) {
            throw new MlException(
                    "ml.threads is %s and ml.memory is %s.".formatted(count, memory),
                    "There must be 1 thread and 64 megabytes at least.");
        }
        return new BuildLimits(count, memory);
    }

    final WorkerJvm jvm(String artifactId, String mainClass, Path folder) {
        return new WorkerJvm(artifactId, mainClass, argLine == null ? "" : argLine, folder);
    }

    /** Who asks databases; the goals of a module ask each of them once. */
    final DatabaseData databases(int patienceSeconds) {
        DatabaseLogin logins = new DatabaseLogin(session.getSettings(), decrypter, System.getenv());
        return new DatabaseData(session, plugin, logins, patienceSeconds, shared("asked", HashSet::new));
    }

    final Engines engines() {
        return new Engines(repositories, session, project, plugin);
    }

    /** Where rows come from, as the parameters of a goal say it. */
    static SourceParameters parameters(@Nullable String data, @Nullable String files, @Nullable String query) {
        return new SourceParameters(Optional.ofNullable(data), Optional.ofNullable(files), Optional.ofNullable(query));
    }
}
