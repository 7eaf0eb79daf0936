package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.report.JUnitXml;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Verdict;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Holds the model to the gates of model.yaml: limits, and comparisons with the lock. All gates are evaluated, and the build
 * fails if one of them does.
 */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
class CheckMojo extends ModelGoal {

    /** Where the gates go as JUnit XML, {@code TEST-ml.NAME.xml}, so that CI servers show them among the tests. */
    @Parameter(property = "ml.junitDirectory", defaultValue = "${project.build.directory}/surefire-reports")
    File junitDirectory;

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        deleteOld(JUnitXml.file(absolute(junitDirectory), build.name()));
        Verdict verdict = build.check();
        JUnitXml.write(absolute(junitDirectory), build.name(), verdict);
        if (verdict.failed()) {
            throw new MojoFailureException(
                    "'%s' is not good enough: %s".formatted(build.name(), ConsoleReport.summary(verdict)));
        }
        build.log().result(build.name() + ": " + ConsoleReport.summary(verdict));
    }

    @Override
    Optional<Step<?>> step() {
        return Optional.of(Steps.CHECK);
    }

    @Override
    List<Path> dependencies(ModelBuild build) {
        return List.of(JUnitXml.file(absolute(junitDirectory), build.name()));
    }

    @Override
    String key() {
        return super.key() + "|" + junitDirectory;
    }

    // Before the work: a build that gets no verdict must not leave the one of an earlier build.
    private static void deleteOld(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new MlException(file + " could not be deleted: " + e.getMessage() + ".", "Make it writable.", e);
        }
    }
}
