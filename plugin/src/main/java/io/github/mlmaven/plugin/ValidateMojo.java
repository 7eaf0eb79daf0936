package io.github.mlmaven.plugin;

import io.github.mlmaven.plugin.ModuleModels.Done;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Validation;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Validates the data: schema, constraints and checks of model.yaml. An error fails the build, again in each build until the
 * data or its description is corrected; warnings are shown. What the data looks like and what is wrong with it is a page for a
 * browser, {@code target/ml/NAME/data.html}, and its findings are SARIF for code scanning, {@code data.sarif} beside it.
 */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
@Mojo(name = "validate", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
class ValidateMojo extends ModelGoal {

    /** Where findings go as JUnit XML, {@code TEST-ml.NAME.data.xml}, so that CI servers show them among the tests. */
    @Parameter(property = "ml.junitDirectory", defaultValue = "${project.build.directory}/surefire-reports")
    File junitDirectory;

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        ReportFiles reports = reports(build.name());
        ReportFiles.delete(reports.data());
        // They are of a build before: one whose data is not good enough ends here, and must not show them.
        ReportFiles.delete(reports.gates());
        reports.withData(build, () -> {
            Validation validation = build.validate();
            build.drift();
            return validation;
        });
    }

    @Override
    void leaveOut(String name, String sentence) {
        reports(name).skipData(sentence);
        finish();
    }

    @Override
    void finish() {
        models().did(Done.DATA_REPORTED, modelPlace());
    }

    private ReportFiles reports(String name) {
        return reportFiles(junitDirectory, name);
    }

    @Override
    List<Path> dependencies(ModelBuild build) {
        List<Path> files = new ArrayList<>(reports(build.name()).data());
        if (build.asksForDrift()) {
            files.add(build.files().drift());
            files.add(build.place().acceptedProfile());
        }
        return files;
    }

    @Override
    boolean stands(ModelBuild build) {
        return !build.asksForDrift() || build.isUpToDate(Steps.DRIFT);
    }

    @Override
    Optional<Step<?>> step() {
        return Optional.of(Steps.VALIDATE);
    }

    @Override
    String key() {
        return super.key() + "|" + junitDirectory;
    }
}
