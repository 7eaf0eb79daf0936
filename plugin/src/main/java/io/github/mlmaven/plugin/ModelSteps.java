package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.text.NamedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The steps of a model's build. Bringing one up to date brings those that it needs; data that failed its validation, and what
 * is not as the lock has it, fails each of them.
 */
final class ModelSteps {

    private final BuildPlace place;
    private final SpecFile spec;
    private final PipelineWorker pipeline;
    private final Optional<LockedBuild> locked;
    private final ModelLog log;

    /** @param locked what inputs and results must match */
    ModelSteps(BuildPlace place, SpecFile spec, PipelineWorker pipeline, Optional<LockedBuild> locked, ModelLog log) {
        this.place = place;
        this.spec = spec;
        this.pipeline = pipeline;
        this.locked = locked;
        this.log = log;
    }

    /** A step's result, and whether it was there already. */
    record Brought<R>(R result, boolean upToDate) {}

    /** What the build has left, by another look. */
    BuildState state() {
        return BuildState.of(place, spec);
    }

    <R> Brought<R> bring(Step<R> step) throws MojoFailureException {
        BuildState before = state();
        requireLockedInputs(before);
        Optional<Validation> known = before.result(Steps.VALIDATE);
        requireGoodData(known);
        Optional<R> made = before.result(step);
        if (made.isPresent()) {
            requireLockedResults(before);
            return new Brought<>(made.get(), true);
        }
        sayStrayed(step);
        pipeline.bringUpToDate(step, place);
        BuildState after = state();
        // The goal that validates shows them in each build, as results of its own.
        Optional<Validation> validation = after.result(Steps.VALIDATE);
        if (known.isEmpty() && !step.equals(Steps.VALIDATE)) {
            validation.ifPresent(found -> warnings(found).forEach(lines -> lines.forEach(log::warn)));
        }
        requireGoodData(validation);
        R result = after.result(step)
                .orElseThrow(() -> new MlException(
                        spec.name() + ": the data or " + spec.path().getFileName() + " changed during the build.",
                        "Run the build again."));
        requireLockedResults(after);
        return new Brought<>(result, false);
    }

    /** Names the files that somebody changed, before they are made again. */
    void sayStrayed(Step<?> step) {
        state().strayed(step).forEach(file -> log.warn(file + " is not as the build left it: made again"));
    }

    private void requireLockedInputs(BuildState state) throws MojoFailureException {
        if (locked.isPresent()) {
            locked.get().requireEqualInputs(state);
        }
    }

    private void requireLockedResults(BuildState state) throws MojoFailureException {
        if (locked.isPresent()) {
            locked.get().requireEqualResults(state);
        }
    }

    private void requireGoodData(Optional<Validation> validation) throws MojoFailureException {
        if (validation.isEmpty() || !validation.get().failed()) {
            return;
        }
        if (spec.spec().drift().isPresent()) {
            log.warn("drift is not measured: the data has errors, and is compared once it has none");
        }
        requireNone(
                validation.get().findings().stream().filter(Finding::isError).toList());
    }

    /** Makes sure that there are no errors. */
    void requireNone(List<Finding> errors) throws MojoFailureException {
        if (errors.isEmpty()) {
            return;
        }
        throw new MojoFailureException("The data of '%s' has %s:\n  %s\n%s"
                .formatted(
                        spec.name(),
                        errors.size() == 1 ? "an error" : errors.size() + " errors",
                        errors.stream()
                                .flatMap(finding -> ConsoleReport.finding(finding, log.accept()).stream())
                                .collect(Collectors.joining("\n  ")),
                        page()));
    }

    /** Where a browser shows the data. */
    String page() {
        ModelFiles files = ModelFiles.of(place.outputDirectory(), spec.name());
        Path page = spec.spec().drift().isPresent() && state().isUpToDate(Steps.DRIFT)
                ? files.driftPage()
                : files.dataPage();
        return "Each column and finding, for a browser: "
                + NamedFile.of(place.basedir(), page).name();
    }

    /** The lines of what is no error. */
    List<List<String>> warnings(Validation validation) {
        return validation.findings().stream()
                .filter(finding -> !finding.isError())
                .map(finding -> ConsoleReport.finding(finding, log.accept()))
                .toList();
    }
}
