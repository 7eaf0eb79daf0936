package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.JdbcSpec;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Snapshot;
import io.github.mlmaven.text.Numbers;
import io.github.mlmaven.worker.FetchRequest.Access;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/**
 * The rows of a model whose data is in a database. Only the database knows whether they are the same as before, so the first
 * goal of each build asks it, and all others of the build work on what it answered then.
 */
final class DatabaseData {

    /** How many seconds a database has for its first row, and for each thousand that follow. */
    static final int DEFAULT_PATIENCE = 600;

    private final MavenSession session;
    private final PluginDescriptor plugin;
    private final DatabaseLogin logins;
    private final int patienceSeconds;
    private final Set<String> asked;

    /** @param asked what was asked in this build; it is added to */
    DatabaseData(
            MavenSession session,
            PluginDescriptor plugin,
            DatabaseLogin logins,
            int patienceSeconds,
            Set<String> asked) {
        this.session = session;
        this.plugin = plugin;
        this.logins = logins;
        this.patienceSeconds = patienceSeconds;
        this.asked = asked;
    }

    /** Makes sure that the rows are there; of a model whose data is in files, there is nothing to do. */
    void bring(BuildPlace place, SpecFile spec, PipelineWorker pipeline, ModelLog log) {
        SourceSpec from = spec.spec().data().from();
        Optional<JdbcSpec> jdbc = from.jdbc();
        ModelFiles files = ModelFiles.of(place.outputDirectory(), spec.name());
        if (jdbc.isEmpty()) {
            return;
        }
        Optional<Snapshot> before = Snapshot.whole(files, from);
        // What was asked may have been cleaned away since.
        if (before.isPresent() && asked.contains(key(files, from))) {
            return;
        }
        if (session.isOffline()) {
            log.once(old(before));
        } else {
            pipeline.fetch(place, access(jdbc.get()));
            Snapshot now = Snapshot.whole(files, from).orElseThrow();
            log.info("%s %s rows of data.query"
                    .formatted(
                            before.filter(now::equals).isPresent() ? "the database has the same" : "the database gave",
                            Numbers.count(now.rows())));
        }
        asked.add(key(files, from));
    }

    /**
     * How a database is reached that a goal is told to ask.
     *
     * @throws MlException if Maven is offline
     */
    Access access(SourceSpec from) {
        if (session.isOffline()) {
            throw new MlException(
                    "Maven is offline, and ml.query is put to a database.",
                    "Run the goal without -o, or name files with -Dml.data.");
        }
        return access(from.jdbc().orElseThrow());
    }

    private static String key(ModelFiles files, SourceSpec from) {
        return files.directory() + "|" + Snapshot.asked(from);
    }

    private static String old(Optional<Snapshot> before) {
        Snapshot snapshot = before.orElseThrow(() -> new MlException(
                "Maven is offline, and the build folder has no rows of data.query.",
                "Run the build once without -o, so that it asks the database."));
        return "Maven is offline: the database is not asked, the %s rows of data.query are those of an earlier build"
                .formatted(Numbers.count(snapshot.rows()));
    }

    private Access access(JdbcSpec jdbc) {
        if (patienceSeconds < 1) {
            throw new MlException("ml.jdbc.timeout is %s.".formatted(patienceSeconds), "It must be a second at least.");
        }
        return new Access(drivers(), jdbc.server().map(logins::of), patienceSeconds);
    }

    /** All that the plugin and its dependencies in the POM bring, for its driver is among them. */
    private List<Path> drivers() {
        return plugin.getArtifacts().stream()
                .map(Artifact::getFile)
                .filter(Objects::nonNull)
                .map(File::toPath)
                .toList();
    }
}
