package io.github.mlmaven.plugin;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.spec.DatabaseParameters;
import io.github.mlmaven.spec.SourceParameters;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BundleFile;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.worker.FetchRequest.Access;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that looks at data, which no model.yaml need describe yet. It works in a folder without a POM too. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
abstract class DataGoal extends WorkerGoal {

    /** The description of the model. By default it is {@code src/main/ml/model.yaml}. */
    @Parameter(property = "ml.spec")
    @Nullable
    File spec;

    /**
     * A database that {@code query} is put to, by its JDBC URL without user and password; its driver is a dependency of the plugin
     * in the POM. Example: {@code jdbc:postgresql://db.example.org:5432/shop}
     */
    @Parameter(property = "ml.jdbc.url")
    @Nullable
    String jdbcUrl;

    /**
     * The id of the server in settings.xml that has the user and the password of {@code jdbcUrl}. Example:
     * {@code shop-db}
     */
    @Parameter(property = "ml.jdbc.server")
    @Nullable
    String jdbcServer;

    /** How many seconds a database may take for its first row, and for each thousand that follow. */
    @Parameter(property = "ml.jdbc.timeout", defaultValue = "600")
    int jdbcTimeout = DatabaseData.DEFAULT_PATIENCE;

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
    final SourceSpec source(Home home, SourceParameters named) {
        DatabaseParameters database =
                new DatabaseParameters(Optional.ofNullable(jdbcUrl), Optional.ofNullable(jdbcServer));
        return named.source(path -> below(home, path), database.of(named));
    }

    /** How the database of some rows is reached; empty for those of files. */
    final Optional<Access> access(SourceSpec from) {
        return from.jdbc().map(database -> databases(jdbcTimeout).access(from));
    }

    /** Whether no parameter says where rows are. */
    final boolean isSilent(SourceParameters named) {
        return named.isSilent() && jdbcUrl == null && jdbcServer == null;
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
