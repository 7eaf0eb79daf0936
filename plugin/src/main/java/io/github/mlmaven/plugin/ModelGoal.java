package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.step.Watched;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** A goal that works on the module's model. It does nothing in a module that has none. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
abstract class ModelGoal extends Goal {

    /** Where a module's model.yaml is by default, relative to the module. */
    private static final Path DEFAULT_SPEC = Path.of("src", "main", "ml", "model.yaml");

    @Inject
    RepositorySystem repositories;

    /**
     * The description of the model. A module without the default file has no model, and the goal does nothing; another
     * file must exist. Example: {@code -Dml.spec=src/main/ml/small.yaml}
     */
    @Parameter(property = "ml.spec", defaultValue = "${project.basedir}/src/main/ml/model.yaml")
    File spec;

    /** What was accepted; {@code ml:accept} writes it, gates compare with it. It belongs into version control. */
    @Parameter(property = "ml.lock", defaultValue = "${project.basedir}/src/main/ml/model.lock.json")
    File lock;

    /**
     * Whether the build must match the lock: other data, another model.yaml, another model or other metrics than the
     * accepted ones fail. By default it is so where the environment says {@code CI=true} and a lock exists.
     */
    @Parameter(property = "ml.locked")
    @Nullable
    Boolean locked;

    /** Where results go: below {@code ml/NAME} of this folder, and the bundle beside the module's JAR. */
    @Parameter(defaultValue = "${project.build.directory}", required = true)
    File outputDirectory;

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

    @Override
    final void run() throws MojoFailureException {
        if (Files.isRegularFile(spec.toPath())) {
            runOrReplay();
        } else if (spec.toPath().equals(project.getBasedir().toPath().resolve(DEFAULT_SPEC))) {
            getLog().debug("This module has no model: " + spec + " does not exist.");
        } else {
            throw new MlException(
                    spec + " does not exist.", "Create it, or correct the plugin's parameter 'spec' (-Dml.spec).");
        }
    }

    private void runOrReplay() throws MojoFailureException {
        Replay replay = new Replay(absolute(outputDirectory).resolve("ml").resolve("replay"), key());
        Optional<List<Replay.Line>> lines = replay.lines();
        if (lines.isPresent()) {
            lines.get().forEach(logLines()::show);
            finish();
            return;
        }
        Watched decided = Watched.files(List.of(absolute(spec), absolute(lock)));
        replay.watch(decided);
        ModelBuild build = build();
        Optional<Step<?>> step = step();
        step.map(build::inputs).ifPresent(replay::watch);
        run(build);
        if (step.isPresent()) {
            List<String> states = decided.and(build.watched(step.get()))
                    .and(Watched.files(dependencies(build)))
                    .states();
            // The states first: a file that changes after this look is then seen to have changed.
            if (build.isUpToDate(step.get())) {
                replay.record(states, build.log().results());
            }
        }
        finish();
    }

    /** Does the goal's work on the module's model. */
    abstract void run(ModelBuild build) throws MojoFailureException;

    /** What the goal tells Maven in every build. */
    void finish() {}

    /** The step that the goal brings up to date; none for a goal that always has something to do. */
    Optional<Step<?>> step() {
        return Optional.empty();
    }

    /** The files that, beside those of its step, must be as they are for the goal to have nothing to do. */
    List<Path> dependencies(ModelBuild build) {
        return List.of();
    }

    /** Everything that the goal's result depends on and that is in no file. */
    String key() {
        return String.join(
                "|",
                getClass().getSimpleName(),
                plugin.getVersion(),
                System.getProperty("java.runtime.version"),
                project.getArtifactId(),
                project.getVersion(),
                spec.toString(),
                lock.toString(),
                outputDirectory.toString(),
                Boolean.toString(isLocked()));
    }

    private ModelBuild build() {
        BuildPlace place = place();
        SpecFile file = SpecReader.read(place.spec(), place.identity().artifactId());
        ModelLog log = new ModelLog(file.name(), logLines());
        file.warnings().forEach(warning -> log.once(ConsoleReport.warning(warning)));
        PipelineWorker pipeline =
                new PipelineWorker(worker("ml-pipeline", "io.github.mlmaven.pipeline.Main"), limits(), log);
        return new ModelBuild(place, file, pipeline, heldTo(), log);
    }

    private LogLines logLines() {
        @SuppressWarnings("unchecked") // as Maven declares it
        Set<String> said = (Set<String>)
                getPluginContext().computeIfAbsent(LogLines.class.getName(), key -> new HashSet<String>());
        return new LogLines(getLog(), said);
    }

    final BuildPlace place() {
        return new BuildPlace(
                absolute(project.getBasedir()),
                new BuildPlace.Decided(absolute(spec), absolute(lock)),
                absolute(outputDirectory),
                new BuildPlace.Identity(project.getArtifactId(), project.getVersion(), plugin.getVersion()),
                new Strictness(false, List.of()));
    }

    final BuildLimits limits() {
        int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (count < 1 || memory < 64) {
            throw new MlException(
                    "ml.threads is %s and ml.memory is %s.".formatted(count, memory),
                    "There must be 1 thread and 64 megabytes at least.");
        }
        return new BuildLimits(count, memory);
    }

    /** The lock that the build must match, if it must. */
    Optional<Lock> heldTo() {
        if (!isLocked()) {
            return Optional.empty();
        }
        return Optional.of(Lock.read(absolute(lock))
                .orElseThrow(() -> new MlException(
                        "The build is locked (ml.locked), and " + lock + " does not exist.",
                        "Run mvn ml:accept without -Dml.locked, and commit the file that it writes.")));
    }

    private boolean isLocked() {
        return locked == null ? "true".equals(System.getenv("CI")) && Files.exists(lock.toPath()) : locked;
    }

    /** The module's worker for an engine, shared by all goals of the module. */
    final Worker worker(String artifactId, String mainClass) {
        WorkerJvm jvm = jvm(artifactId, mainClass);
        @SuppressWarnings("unchecked") // as Maven declares it
        Object worker = getPluginContext()
                .computeIfAbsent(
                        jvm.toString(),
                        key -> new Worker(
                                jvm,
                                () -> unpackedNatives().in(classPath().of(artifactId)),
                                library -> nativeLibraries().of(library)));
        return (Worker) worker;
    }

    final WorkerJvm jvm(String artifactId, String mainClass) {
        return new WorkerJvm(artifactId, mainClass, argLine == null ? "" : argLine, absolute(outputDirectory));
    }

    final LazyClassPath classPath() {
        return new LazyClassPath(repositories, session, project, plugin);
    }

    final NativeLibraries nativeLibraries() {
        return new NativeLibraries(repositories, session, project);
    }

    private UnpackedNatives unpackedNatives() {
        return new UnpackedNatives(
                NativeLibraries.cache(session), NativePlatform.current(), text -> getLog().debug(text));
    }

    static Path absolute(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }
}
