package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.BundleFile;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Facts;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Training;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.text.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/**
 * A model's build. Each method brings the pipeline up to date as far as its step, says what happened, and returns the step's
 * result: a recorded one where nothing changed, which then costs milliseconds. Data that failed its validation fails every
 * step, again in each build.
 */
final class ModelBuild {

    private final BuildPlace place;
    private final SpecFile spec;
    private final Pipeline pipeline;
    private final Optional<LockedBuild> locked;
    private final ModelLog log;

    /** @param heldTo the lock that inputs and results must match */
    ModelBuild(BuildPlace place, SpecFile spec, Pipeline pipeline, Optional<Lock> heldTo, ModelLog log) {
        this.place = place;
        this.spec = spec;
        this.pipeline = pipeline;
        this.locked =
                heldTo.map(lock -> new LockedBuild(spec.name(), place.lock().getFileName(), lock));
        this.log = log;
    }

    String name() {
        return spec.name();
    }

    BuildPlace place() {
        return place;
    }

    ModelFiles files() {
        return ModelFiles.of(place.outputDirectory(), spec.name());
    }

    ModelLog log() {
        return log;
    }

    Validation validate() throws MojoFailureException {
        Brought<Validation> validation = bring(Step.VALIDATE, BuildState::validation);
        warnings(validation.result()).forEach(log::warning);
        say(validation, result -> "validated " + rows(result.rows()), "validation is up to date");
        return validation.result();
    }

    Training train() throws MojoFailureException {
        Brought<Training> training = bring(Step.TRAIN, BuildState::training);
        say(training, this::trained, "model is up to date");
        return training.result();
    }

    Evaluation evaluate() throws MojoFailureException {
        Brought<Evaluation> evaluation = bring(Step.EVALUATE, BuildState::evaluation);
        say(
                evaluation,
                result -> "evaluated on " + rows(result.overall().rows()) + " of the test split",
                "evaluation is up to date");
        return evaluation.result();
    }

    /** The verdict, which may be that the model is not good enough. */
    Verdict check() throws MojoFailureException {
        Verdict verdict = bring(Step.CHECK, BuildState::verdict).result();
        log.gates(verdict);
        return verdict;
    }

    BundleFile bundle() throws MojoFailureException {
        Brought<BundleFile> bundle = bring(Step.PACKAGE, BuildState::bundle);
        say(bundle, result -> "packaged " + result.file(), "bundle is up to date");
        return bundle.result();
    }

    /** The bundle for a goal that is about something else: says nothing. */
    BundleFile bundled() throws MojoFailureException {
        return bring(Step.PACKAGE, BuildState::bundle).result();
    }

    /** What the lock records of this build, which must be up to date as far as the bundle. */
    Lock lock(Optional<String> reason) {
        BuildState state = BuildState.of(place, spec);
        Lock lock = Lock.of(LockedBuild.facts(state), reason);
        state.hashes().save();
        return lock;
    }

    /** The data, where its source is one file and not a folder or a pattern, to which files may be added. */
    Optional<Path> dataFile() {
        return Optional.of(place.basedir().resolve(spec.spec().data().source())).filter(Files::isRegularFile);
    }

    /** The files that a step's result depends on and consists of; none where that cannot be told from files alone. */
    List<Path> filesOf(Step step) {
        if (dataFile().isEmpty()) {
            return List.of();
        }
        List<Path> all = new ArrayList<>(
                List.of(place.spec(), place.lock(), dataFile().get(), files().validation(), files().profile()));
        if (step.compareTo(Step.TRAIN) >= 0) {
            all.addAll(List.of(files().split(), files().training()));
            Json.read(files().training(), Training.class)
                    .files()
                    .keySet()
                    .forEach(name -> all.add(files().model().resolve(name)));
        }
        if (step.compareTo(Step.EVALUATE) >= 0) {
            all.addAll(List.of(files().evaluation(), files().predictions()));
        }
        if (step == Step.CHECK) {
            all.add(files().verdict());
        }
        if (step == Step.PACKAGE) {
            String bundle = BundleFile.name(place.identity());
            all.addAll(List.of(files().bundle(), place.outputDirectory().resolve(bundle)));
        }
        return all;
    }

    private <T> Brought<T> bring(Step step, Function<BuildState, Optional<T>> result) throws MojoFailureException {
        BuildState before = BuildState.of(place, spec);
        requireLockedInputs(before);
        Optional<Validation> known = before.validation();
        requireGoodData(known);
        if (before.isUpToDate(step)) {
            requireLockedResults(before);
            return new Brought<>(result.apply(before).orElseThrow(), true);
        }
        pipeline.bringUpTo(step, place);
        BuildState after = BuildState.of(place, spec);
        // The goal that validates shows them in each build, as results of its own.
        if (known.isEmpty() && step != Step.VALIDATE) {
            after.validation().ifPresent(validation -> warnings(validation).forEach(lines -> lines.forEach(log::warn)));
        }
        requireGoodData(after.validation());
        T made = result.apply(after)
                .orElseThrow(() -> new MlException(
                        spec.name() + ": the data or " + spec.path().getFileName() + " changed during the build.",
                        "Run the build again."));
        after.hashes().save();
        requireLockedResults(after);
        return new Brought<>(made, false);
    }

    private void requireLockedInputs(BuildState state) throws MojoFailureException {
        if (locked.isPresent()) {
            locked.get().requireEqual(Facts.inputs(spec.spec(), state.fingerprints()));
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
        List<Finding> errors =
                validation.get().findings().stream().filter(Finding::isError).toList();
        throw new MojoFailureException("The data of '%s' has %s:\n  %s"
                .formatted(
                        spec.name(),
                        errors.size() == 1 ? "an error" : errors.size() + " errors",
                        errors.stream()
                                .flatMap(finding -> ConsoleReport.finding(finding).stream())
                                .collect(Collectors.joining("\n  "))));
    }

    private static List<List<String>> warnings(Validation validation) {
        return validation.findings().stream()
                .filter(finding -> !finding.isError())
                .map(ConsoleReport::finding)
                .toList();
    }

    private String trained(Training training) {
        String rounds = training.settings().parameters().get("rounds");
        return "trained %s on %s%s"
                .formatted(
                        training.settings().trainer().key(),
                        rows(Json.read(files().split(), Split.class).train()),
                        rounds == null ? "" : ", " + rounds + " rounds");
    }

    private <T> void say(Brought<T> brought, Function<T, String> made, String upToDate) {
        log.did(brought.upToDate(), made.apply(brought.result()), upToDate);
    }

    private static String rows(long count) {
        return String.format(Locale.ROOT, "%,d rows", count);
    }

    private record Brought<T>(T result, boolean upToDate) {}
}
