package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.report.HistoryText;
import io.github.mlmaven.step.BundleFile;
import io.github.mlmaven.step.History;
import io.github.mlmaven.step.ReleasedBundle;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Shown;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Lists the released versions of the module's model with their metrics, from the repositories of the POM, and draws the
 * trend. A last release that is worse than the best before it, by more than the intervals of the two explain, is a
 * warning. It needs no data.
 */
@Mojo(name = "history", threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
class HistoryMojo extends Goal {

    private final RepositorySystem repositories;

    /** The classifier of the model's bundle, which tells the models of a module apart. */
    @Parameter(property = "ml.classifier", defaultValue = BundleFile.CLASSIFIER)
    String classifier = BundleFile.CLASSIFIER;

    /** How many releases are listed, the latest ones. */
    @Parameter(property = "ml.history.releases", defaultValue = "20")
    int releases = 20;

    /** Where {@code ml/history-CLASSIFIER.json} goes. */
    @Parameter(defaultValue = "${project.build.directory}", required = true)
    File outputDirectory;

    @Inject
    HistoryMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    void run() {
        if (releases < 1) {
            throw new MlException("ml.history.releases is " + releases + ".", "Write 1 or more.");
        }
        String artifact = project.getGroupId() + ":" + project.getArtifactId();
        Releases released = new Releases(repositories, session, project, classifier);
        Releases.Found found = released.all();
        found.fault()
                .ifPresent(fault -> getLog().warn("Not every repository could tell of the releases of " + artifact
                        + ": " + Shown.lines(String.valueOf(fault.getMessage()))));
        List<ReleasedBundle> bundles = new ArrayList<>();
        for (String version :
                found.versions().subList(0, Math.min(releases, found.versions().size()))) {
            bundles.add(bundle(released, version));
        }
        if (bundles.isEmpty()) {
            getLog().info("There is no release of " + artifact
                    + (session.isOffline() ? " on this machine, and Maven is offline." : " yet."));
            return;
        }
        Collections.reverse(bundles);
        show(artifact, found.versions().size(), ReleasedBundle.history(bundles));
    }

    private static ReleasedBundle bundle(Releases released, String version) {
        try {
            return ReleasedBundle.read(version, released.bundle(version));
        } catch (ArtifactResolutionException e) {
            return ReleasedBundle.without(
                    version, Releases.isAbsent(e) ? "it has no model" : "its bundle could not be fetched");
        }
    }

    private void show(String artifact, int all, History history) {
        int shown = history.releases().size();
        getLog().info(artifact + ": " + (shown == all ? "all " + all : "the last " + shown + " of " + all) + " releases"
                + (classifier.equals(BundleFile.CLASSIFIER) ? "" : " of '" + classifier + "'"));
        HistoryText text = new HistoryText(history);
        text.lines().forEach(getLog()::info);
        text.warnings().forEach(getLog()::warn);
        Json.write(absolute(outputDirectory).resolve("ml").resolve("history-" + classifier + ".json"), history);
    }
}
