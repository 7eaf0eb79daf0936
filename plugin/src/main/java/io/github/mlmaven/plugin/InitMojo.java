package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SourceParameters;
import io.github.mlmaven.spec.SourceSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Drafts a model.yaml from a data file or a query over some, trains a first model, and accepts it: the next {@code mvn verify} is green. It reads
 * all rows, guesses types, bounds, categories, id, label and trainer, and writes its reasons as comments; gates are what the
 * first model keeps, with room for chance. It binds the goals in the POM, or writes one where there is none. It overwrites
 * nothing. Example: {@code mvn io.github.mlmaven:ml-maven-plugin:VERSION:init -Dml.data=houses.csv}
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
class InitMojo extends DataGoal {

    /**
     * The data, relative to the module: a csv, tsv, json, jsonl (also .gz) or parquet file, a folder or a glob. Example:
     * {@code houses.csv}
     */
    @Parameter(property = "ml.data")
    @Nullable
    String data;

    /**
     * The files that {@code query} reads, by the names that it gives them as tables, each as {@code data} names files. Example:
     * {@code -Dml.files=houses=data/houses.csv,towns=data/towns.parquet}
     */
    @Parameter(property = "ml.files")
    @Nullable
    String files;

    /**
     * SQL over the tables of {@code files}, or of the database of {@code jdbcUrl}, whose result is the data in place of
     * {@code data}; it becomes {@code data.query} of model.yaml. Example: {@code -Dml.query="select * from houses join towns using (town)"}
     */
    @Parameter(property = "ml.query")
    @Nullable
    String query;

    /** The column to predict. By default it is guessed by its name, or it is the last column. Example: {@code price} */
    @Parameter(property = "ml.label")
    @Nullable
    String label;

    @Override
    void run() {
        SourceParameters named = parameters(data, files, query);
        if (isSilent(named)) {
            throw new MlException("ml:init needs data.", "Name it: mvn ml:init -Dml.data=houses.csv");
        }
        if (session.getProjects().size() > 1) {
            throw new MlException(
                    "ml:init makes one model, and Maven was started for "
                            + session.getProjects().size() + " modules.",
                    "Call it in the folder of the module that is to have the model, or name that with -pl.");
        }
        Home home = home();
        SourceSpec from = source(home, named);
        ModelPlace place = modelPlace(home);
        requireAbsent(place, place.spec());
        requireAbsent(place, place.lock());
        PomChange pom = pom(home);
        Path turns = BuildTurn.folder(NativeLibraries.cache(session), home.outputDirectory());
        BuildTurn turn = BuildTurn.take(turns, home.outputDirectory(), getLog()::info);
        try (FirstModel model = new FirstModel(this, home, place)) {
            model.make(from, Optional.ofNullable(label));
            model.keep(pom);
        } finally {
            turn.close();
        }
    }

    private PomChange pom(Home home) {
        if (project.getFile() != null) {
            return PomChange.of(project, plugin.getGroupId(), plugin.getArtifactId(), plugin.getVersion());
        }
        return Files.exists(home.folder().resolve("pom.xml"))
                ? new PomChange.None()
                : PomChange.create(home.artifactId(), plugin.getGroupId(), plugin.getArtifactId(), plugin.getVersion());
    }

    private static void requireAbsent(ModelPlace place, Path file) {
        if (Files.exists(file)) {
            throw new MlException(
                    place.shown(file) + " exists, and ml:init overwrites nothing.",
                    "Edit it, or move it away first; for another model of the module name another file, such as"
                            + " -Dml.spec=src/main/ml/second.yaml.");
        }
    }

    /** The POM of the module. */
    Path pomFile(Home home) {
        return project.getFile() == null
                ? home.folder().resolve("pom.xml")
                : project.getFile().toPath();
    }
}
