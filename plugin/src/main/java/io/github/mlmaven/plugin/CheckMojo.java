package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.plugin.ModuleModels.Done;
import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Verdict;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Holds the model to the gates of model.yaml: limits, and comparisons with the lock. All gates are evaluated, and the build
 * fails if one of them does. Those that do not pass are SARIF for code scanning too, {@code target/ml/NAME/gates.sarif}. The
 * report of it all, whatever the gates say, is {@code target/ml/NAME/report.html} for a browser and {@code report.md} for a pull
 * request; in a job of GitHub Actions the latter is added to the summary of the step ({@code GITHUB_STEP_SUMMARY}).
 */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
class CheckMojo extends ModelGoal {

    /**
     * Where gates and findings go as JUnit XML, {@code TEST-ml.NAME.xml} and {@code TEST-ml.NAME.data.xml}, so that CI servers
     * show them among the tests.
     */
    @Parameter(property = "ml.junitDirectory", defaultValue = "${project.build.directory}/surefire-reports")
    File junitDirectory;

    /** Where GitHub Actions shows reports; another one in tests. */
    StepSummary summary = StepSummary.of(System.getenv());

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        ReportFiles reports = reports(build.name());
        ReportFiles.delete(reports.gates());
        Verdict verdict = judged(build, reports);
        reports.write(verdict, acceptCommand());
        summary.add(build.files().reportText()).ifPresent(build.log()::warn);
        if (verdict.failed()) {
            throw new MojoFailureException(ConsoleReport.failure(build.name(), verdict, acceptCommand()));
        }
        if (models().isDone(Done.PACKAGED, modelPlace())) {
            build.requireOneModel(Steps.PACKAGE);
        }
        build.log().result(ConsoleReport.summary(verdict, acceptCommand()));
    }

    /** The verdict. A build that comes to none must not leave the one of an earlier build. */
    private static Verdict judged(ModelBuild build, ReportFiles reports) throws MojoFailureException {
        try {
            return reports.withData(build, build::check);
        } catch (MojoFailureException e) {
            if (!build.isUpToDate(Steps.CHECK)) {
                forget(build.files());
            }
            throw e;
        } catch (MlException e) {
            forget(build.files());
            throw e;
        }
    }

    private static void forget(ModelFiles files) {
        BuildState.forget(files, Steps.CHECK);
        ReportFiles.delete(List.of(files.reportPage(), files.reportText()));
    }

    @Override
    void finish() {
        models().did(Done.JUDGED, modelPlace());
    }

    @Override
    void leaveOut(String name, String sentence) {
        forget(ModelFiles.of(absolute(outputDirectory), name));
        reports(name).skipGates(sentence);
        if (!models().isDone(Done.DATA_REPORTED, modelPlace())) {
            reports(name).skipData(sentence);
        }
    }

    private ReportFiles reports(String name) {
        return reportFiles(junitDirectory, name);
    }

    @Override
    Optional<Step<?>> step() {
        return Optional.of(Steps.CHECK);
    }

    @Override
    List<Path> dependencies(ModelBuild build) {
        ReportFiles reports = reports(build.name());
        Stream<Path> written = Stream.concat(reports.gates().stream(), reports.data().stream());
        return Stream.concat(written, Stream.of(bundle())).toList();
    }

    @Override
    String key() {
        return super.key() + "|" + junitDirectory + "|" + models().isDone(Done.PACKAGED, modelPlace()) + "|" + summary;
    }
}
