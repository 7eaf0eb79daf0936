package io.github.mlmaven.plugin;

import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Validates the data: schema, constraints and checks of model.yaml. An error fails the build, again in each build until the
 * data or its description is corrected; warnings are shown.
 */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
@Mojo(name = "validate", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
class ValidateMojo extends ModelGoal {

    /** Where findings go as JUnit XML, {@code TEST-ml.NAME.data.xml}, so that CI servers show them among the tests. */
    @Parameter(property = "ml.junitDirectory", defaultValue = "${project.build.directory}/surefire-reports")
    File junitDirectory;

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        JUnitReports reports = reports(build.name());
        JUnitReports.delete(reports.data());
        // They are of a build before: one whose data is not good enough ends here, and must not show them.
        JUnitReports.delete(reports.gates());
        reports.withData(build, build::validate);
        build.drift();
    }

    @Override
    void leaveOut(String name, String sentence) {
        reports(name).skipData(sentence);
        finish();
    }

    @Override
    void finish() {
        dataReported().add(modelPlace());
    }

    private JUnitReports reports(String name) {
        return new JUnitReports(absolute(junitDirectory), name, strictness().weakened());
    }

    @Override
    List<Path> dependencies(ModelBuild build) {
        return build.asksForDrift()
                ? List.of(
                        reports(build.name()).data(),
                        build.files().drift(),
                        build.place().acceptedProfile())
                : List.of(reports(build.name()).data());
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
