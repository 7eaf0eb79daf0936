package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.report.ProfileTable;
import io.github.mlmaven.spec.SourceParameters;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.AskedRows;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.DataProfile;
import io.github.mlmaven.step.DataProfile.TypedColumn;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.DraftRequest;
import io.github.mlmaven.worker.DraftRequest.Wanted;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows what data looks like: of each column its type, missing and different values, range and mean or most frequent values.
 * It is about the data of the module's model.yaml, or about any data that is named, of which it guesses the types; the same
 * goes to {@code target/ml/NAME/profile.json} or {@code target/ml/data.profile.json}, and drawn for a browser to
 * {@code data.html} beside it. Example: {@code mvn ml:profile -Dml.data=houses.csv}
 */
@Mojo(name = "profile", requiresProject = false, threadSafe = true)
class ProfileMojo extends DataGoal {

    /** Data that no model.yaml need describe, relative to the module: a file, a folder or a glob. Example: {@code houses.csv} */
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
     * SQL over the tables of {@code files}, or of the database of {@code jdbcUrl}, whose result is looked at in place of
     * {@code data}. Example: {@code -Dml.query="select * from houses join towns using (town)"}
     */
    @Parameter(property = "ml.query")
    @Nullable
    String query;

    @Override
    void run() {
        Home home = home();
        Path turns = BuildTurn.folder(NativeLibraries.cache(session), home.outputDirectory());
        BuildTurn turn = BuildTurn.take(turns, home.outputDirectory(), getLog()::info);
        try {
            SourceParameters named = parameters(data, files, query);
            if (isSilent(named)) {
                ofModel(home, modelPlace(home));
            } else {
                ofData(home, source(home, named));
            }
        } finally {
            turn.close();
        }
    }

    private void ofData(Home home, SourceSpec from) {
        ModelPlace model = modelPlace(home);
        BuildPlace place = place(home, model.spec(), model.lock());
        worker(home, "io.github.mlmaven.draft.Main")
                .carryOut(
                        new DraftRequest(
                                new AskedRows(from), access(from), Optional.empty(), Wanted.PROFILE, place, limits()),
                        modelLog(home.artifactId()));
        Path file = DraftRequest.profile(place);
        DataProfile found = Json.read(file, DataProfile.class);
        show(from.words(), found.columns(), found.profile(), 0);
        told(model, file, DraftRequest.page(place));
    }

    private void ofModel(Home home, ModelPlace model) {
        if (!model.hasSpec()) {
            if (session.getProjects().size() > 1) {
                return;
            }
            throw new MlException(
                    "This module has no model: " + model.shown(model.spec()) + " does not exist.",
                    "Name data to look at: mvn ml:profile -Dml.data=houses.csv");
        }
        SpecFile spec = SpecReader.read(model.spec(), home.artifactId());
        ModelLog log = modelLog(spec.name());
        BuildPlace local = place(home, model.spec(), model.lock());
        BuildPlace place = local.with(new DataFetch(repositories, session, project).of(spec, local, log));
        PipelineWorker pipeline = new PipelineWorker(worker(home, "io.github.mlmaven.pipeline.Main"), limits(), log);
        databases(jdbcTimeout).bring(place, spec, pipeline, log);
        pipeline.bringUpToDate(Steps.VALIDATE, place);
        Path file = ModelFiles.of(place.outputDirectory(), spec.name()).profile();
        long dropped = BuildState.of(place, spec).made(Steps.VALIDATE).dropped();
        List<TypedColumn> columns = spec.spec().columns().entrySet().stream()
                .map(column ->
                        new TypedColumn(column.getKey(), column.getValue().type()))
                .toList();
        show(spec.spec().data().from().words(), columns, Json.read(file, Profile.class), dropped);
        told(model, file, ModelFiles.of(place.outputDirectory(), spec.name()).dataPage());
    }

    private void show(String source, List<TypedColumn> columns, Profile profile, long dropped) {
        ProfileTable.lines(source, columns, profile, dropped).forEach(getLog()::info);
    }

    private void told(ModelPlace model, Path file, Path page) {
        getLog().info("Drawn for a browser it is in %s, and as data in %s."
                .formatted(model.shown(page), model.shown(file)));
    }
}
