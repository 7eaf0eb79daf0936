package io.github.mlmaven.plugin;

import io.github.mlmaven.plugin.ModuleModels.Done;
import io.github.mlmaven.step.BundleFile;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Packages the model as a bundle, a JAR that is attached with a classifier, {@code model} by default, installed and deployed with the
 * module. A service that depends on it loads the model from its class path: {@code MlModel.load("diamonds")}.
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
class PackageMojo extends ModelGoal {

    private final MavenProjectHelper helper;

    @Inject
    PackageMojo(MavenProjectHelper helper) {
        this.helper = helper;
    }

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        build.bundle();
        if (models().isDone(Done.JUDGED, modelPlace())) {
            build.requireOneModel(Steps.CHECK);
        }
    }

    @Override
    void finish() {
        models().did(Done.PACKAGED, modelPlace());
        File bundle = bundle().toFile();
        helper.attachArtifact(project, "jar", classifier, bundle);
        boolean main = classifier.equals(BundleFile.CLASSIFIER)
                || project.getArtifact().getFile() == null;
        if (project.getPackaging().equals(ModelClue.PACKAGING) && main) {
            // Such a module has no other artifact. The attached one stays, so that a dependency on a model reads the
            // same whatever the model's module is.
            project.getArtifact().setFile(bundle);
        }
    }

    @Override
    Optional<Step<?>> step() {
        return Optional.of(Steps.PACKAGE);
    }

    @Override
    List<Path> dependencies(ModelBuild build) {
        return List.of(build.files().directory().resolve("verdict.json"));
    }

    @Override
    String key() {
        return super.key() + "|" + models().isDone(Done.JUDGED, modelPlace());
    }
}
