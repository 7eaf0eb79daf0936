package io.github.mlmaven.plugin;

import io.github.mlmaven.plugin.ModuleModels.Done;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Builds an OCI image of the model and its server, without a daemon, into {@code target/ml/NAME/image.tar}. Its server is
 * tried out first: it must answer the predictions that were recorded at training.
 */
@Mojo(name = "image", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
class ImageMojo extends ImageGoal {

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        image(build).tar();
        if (models().isDone(Done.JUDGED, modelPlace())) {
            build.requireOneModel(Steps.CHECK);
        }
    }

    @Override
    void finish() {
        models().did(Done.PACKAGED, modelPlace());
    }

    @Override
    Optional<Step<?>> step() {
        return Optional.of(Steps.PACKAGE);
    }

    @Override
    boolean stands(ModelBuild build) {
        return image(build).isUpToDate();
    }

    @Override
    List<Path> dependencies(ModelBuild build) {
        List<Path> files = new ArrayList<>(image(build).tarDependsOn());
        files.add(build.files().directory().resolve("verdict.json"));
        return files;
    }

    @Override
    String key() {
        return super.key() + "|" + models().isDone(Done.JUDGED, modelPlace());
    }
}
