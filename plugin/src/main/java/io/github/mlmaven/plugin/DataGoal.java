package io.github.mlmaven.plugin;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.spec.SourceParameters;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BundleFile;
import io.github.mlmaven.step.Strictness;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that looks at data, which no model.yaml need describe yet. It works in a folder without a POM too. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
abstract class DataGoal extends WorkerGoal {

    /** The description of the model. By default it is {@code src/main/ml/model.yaml}. */
    @Parameter(property = "ml.spec")
    @Nullable
    File spec;

    /** The module, or the folder in which Maven was called where there is none. */
    final Home home() {
        if (project.getFile() == null) {
            return Home.without(Path.of(session.getExecutionRootDirectory())
                    .toAbsolutePath()
                    .normalize());
        }
        return new Home(
                absolute(project.getBasedir()),
                Path.of(project.getBuild().getDirectory()).toAbsolutePath().normalize(),
                project.getArtifactId(),
                project.getVersion());
    }

    final ModelPlace modelPlace(Home home) {
        if (spec == null) {
            return ModelPlace.byDefault(home.folder());
        }
        Path file = home.folder().resolve(spec.toPath()).normalize();
        return new ModelPlace(home.folder(), file, ModelPlace.lockBeside(file));
    }

    /** Where a model is built that nothing is required of. */
    final BuildPlace place(Home home, Path specFile, Path lock) {
        return new BuildPlace(
                home.folder(),
                new BuildPlace.Decided(specFile, lock),
                home.outputDirectory(),
                new BuildPlace.Identity(home.artifactId(), home.version(), BundleFile.CLASSIFIER, plugin.getVersion()),
                Strictness.NONE);
    }

    /** The same as {@code data} of model.yaml has it: with paths relative to the module if they are below it. */
    static SourceSpec source(Home home, SourceParameters named) {
        return named.source(path -> below(home, path));
    }

    private static String below(Home home, String data) {
        Path path = Path.of(data);
        boolean within = path.isAbsolute() && path.normalize().startsWith(home.folder()) && Files.exists(path);
        return within ? home.folder().relativize(path.normalize()).toString().replace('\\', '/') : data;
    }

    final Worker worker(Home home, String mainClass) {
        return engines().worker(jvm("ml-pipeline", mainClass, home.outputDirectory()), getLog());
    }

    final ModelLog modelLog(String name) {
        return new ModelLog(name, AcceptCommand.ONLY, new LogLines(getLog(), shared("said", HashSet::new)));
    }

    /**
     * Where the goal works.
     *
     * @param folder absolute
     * @param outputDirectory absolute
     */
    record Home(Path folder, Path outputDirectory, String artifactId, String version) {

        /** A folder that has no POM yet. */
        static Home without(Path folder) {
            return new Home(folder, folder.resolve("target"), NewPom.artifactId(folder), NewPom.VERSION);
        }
    }
}
