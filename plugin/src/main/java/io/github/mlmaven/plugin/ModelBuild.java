package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.lock.Waiver;
import io.github.mlmaven.plugin.ModelSteps.Brought;
import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.report.DriftText;
import io.github.mlmaven.spec.RepositoryFile;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.BaselineModel;
import io.github.mlmaven.step.BaselineModel.Search;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.BundleFile;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.DataDrift;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Facts;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Predicted;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Training;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.step.Watched;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.NamedFile;
import io.github.mlmaven.text.Sha256;
import io.github.mlmaven.worker.PredictRequest.NewRows;
import io.github.mlmaven.worker.PredictRequest.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.apache.maven.plugin.MojoFailureException;

/**
 * A model's build. Each method brings the pipeline up to date as far as its step, says what happened, and returns the step's
 * result: a recorded one where nothing changed, which then costs milliseconds. Data that failed its validation fails every
 * step, again in each build.
 */
final class ModelBuild {

    private final BuildPlace place;
    private final SpecFile spec;
    private final PipelineWorker pipeline;
    private final ModelLog log;
    private final ModelSteps steps;

    /** @param locked what inputs and results must match */
    ModelBuild(BuildPlace place, SpecFile spec, PipelineWorker pipeline, Optional<LockedBuild> locked, ModelLog log) {
        this.place = place;
        this.spec = spec;
        this.pipeline = pipeline;
        this.log = log;
        this.steps = new ModelSteps(place, spec, pipeline, locked, log);
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
        Brought<Validation> validation = steps.bring(Steps.VALIDATE);
        steps.warnings(validation.result()).forEach(log::warning);
        say(validation, ModelBuild::validated, "validation is up to date");
        if (!validation.result().findings().isEmpty() && !asksForDrift()) {
            log.result(steps.page());
        }
        return validation.result();
    }

    /** How far the data moved, where model.yaml asks for it; drift may be an error. */
    void drift() throws MojoFailureException {
        if (!asksForDrift()) {
            return;
        }
        DataDrift drift = steps.bring(Steps.DRIFT).result();
        drift.findings().stream()
                .filter(finding -> !finding.isError())
                .map(finding -> ConsoleReport.finding(finding, log.accept()))
                .forEach(log::warning);
        DriftText.lines(drift).forEach(log::result);
        log.result(steps.page());
        steps.requireNone(drift.findings().stream().filter(Finding::isError).toList());
    }

    /** Whether a look at the files on this machine shows everything that may have changed: a database is asked. */
    boolean isSteady() {
        SourceSpec from = spec.spec().data().from();
        BaselineModel.Told baseline = place.baseline().told();
        return baseline.search() != Search.UNREACHED
                && !baseline.name().contains("-SNAPSHOT")
                && from.jdbc().isEmpty()
                && from.origins().values().stream()
                        .noneMatch(origin -> origin instanceof RepositoryFile file && file.isSnapshot());
    }

    boolean asksForDrift() {
        return spec.spec().drift().isPresent();
    }

    Training train() throws MojoFailureException {
        Brought<Training> training = steps.bring(Steps.TRAIN);
        say(training, this::trained, "model is up to date");
        return training.result();
    }

    Evaluation evaluate() throws MojoFailureException {
        Brought<Evaluation> evaluation = steps.bring(Steps.EVALUATE);
        say(
                evaluation,
                result -> "evaluated on " + rows(result.overall().rows()) + " of the test split",
                "evaluation is up to date");
        return evaluation.result();
    }

    /** The model beside another one. */
    Comparison compare() throws MojoFailureException {
        return steps.bring(Steps.COMPARE).result();
    }

    /** The verdict, which may be that the model is not good enough. */
    Verdict check() throws MojoFailureException {
        requireReadableLock();
        Verdict verdict = steps.bring(Steps.CHECK).result();
        ConsoleReport.baseline(verdict).ifPresent(log::result);
        log.gates(verdict);
        if (verdict.outcome() == Outcome.FAIL || verdict.outcome() == Outcome.WARN) {
            log.result("The gates and the model, for a browser: "
                    + NamedFile.of(place.basedir(), files().reportPage()).name());
        }
        return verdict;
    }

    // The worker would find it, too, and does not know the command that accepts this model.
    private void requireReadableLock() {
        Lock.read(NamedFile.of(place.basedir(), place.lock()), log.accept());
    }

    BundleFile bundle() throws MojoFailureException {
        Brought<BundleFile> bundle = steps.bring(Steps.PACKAGE);
        say(bundle, result -> "packaged " + result.file(), "bundle is up to date");
        return bundle.result();
    }

    /** The bundle for a goal that is about something else: says nothing. */
    BundleFile bundled() throws MojoFailureException {
        return steps.bring(Steps.PACKAGE).result();
    }

    /** Where the model's own rows come from. */
    SourceSpec from() {
        return spec.spec().data().from();
    }

    /** Predicts rows with the model as it is now; what is wrong with them is said. */
    Predicted predict(NewRows rows, Output output) throws MojoFailureException {
        Path bundle = place.outputDirectory().resolve(bundled().file());
        pipeline.predict(place, bundle, rows, output);
        Predicted predicted = Json.read(files().predicted(), Predicted.class);
        predicted
                .findings()
                .forEach(finding ->
                        log.finding(ConsoleReport.finding(finding), predicted.failed() && finding.isError()));
        return predicted;
    }

    /** What the build has left, by another look. */
    BuildState state() {
        return steps.state();
    }

    /**
     * What the lock records of this build, which must be up to date as far as the bundle.
     *
     * @param reasons of acceptances although gates failed
     * @param waivers by the id of the gate's result
     */
    Lock lock(List<String> reasons, SortedMap<String, Waiver> waivers) {
        SortedMap<String, String> facts = LockedBuild.facts(state());
        facts.put(Facts.PROFILE, Sha256.of(profileBytes()));
        return Lock.of(facts, reasons, waivers);
    }

    /** The profile of all rows, as it stands in its file. */
    byte[] profileBytes() {
        try {
            return Files.readAllBytes(files().profile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same build, of which nothing is required.
     *
     * @param compared the lock that its gates compare with
     */
    ModelBuild accepting(Path compared) {
        BuildPlace judged = place.with(
                new BuildPlace.Decided(place.spec(), compared, log.accept()),
                place.strictness().notRequired());
        return new ModelBuild(judged, spec, pipeline, Optional.empty(), log);
    }

    /** What is known of the data as it is now, good or bad, and of how far it moved. */
    Optional<Validation> validation() {
        BuildState state = state();
        List<Finding> drifted = asksForDrift()
                ? state.result(Steps.DRIFT).map(DataDrift::findings).orElse(List.of())
                : List.of();
        return state.result(Steps.VALIDATE).map(found -> found.and(drifted));
    }

    /** The profile that belongs to a validation that is known. */
    Profile profile() {
        return Json.read(files().profile(), Profile.class);
    }

    /** The files from which a step, and those that it needs, read while they work. */
    Watched inputs(Step<?> step) {
        return state().inputs(step);
    }

    /** Names the files of a step that somebody changed, before they are made again. */
    void sayStrayed(Step<?> step) {
        steps.sayStrayed(step);
    }

    /** Whether a step has nothing to do, by another look. */
    boolean isUpToDate(Step<?> step) {
        return state().isUpToDate(step);
    }

    /**
     * Makes sure that the model that is judged is the one that is packaged.
     *
     * @param other the step of the two that was done first, and must still stand
     */
    void requireOneModel(Step<?> other) {
        if (!isUpToDate(other)) {
            throw new MlException(
                    "The bundle of '%s' is not of the model that is judged: data, model.yaml or the bundle changed between ml:package and ml:check."
                            .formatted(name()),
                    "Let nothing write them while Maven runs, and run the build again.");
        }
    }

    /** Everything that must stay as it is for a step to stay up to date. */
    Watched watched(Step<?> step) {
        return state().watched(step);
    }

    private static String validated(Validation validation) {
        return "validated " + rows(validation.rows())
                + (validation.dropped() == 0
                        ? ""
                        : ", without " + rows(validation.dropped()) + " that data.where left out");
    }

    private String trained(Training training) {
        String rounds = training.settings().parameters().get("rounds");
        return "trained %s on %s%s"
                .formatted(
                        training.settings().trainer(),
                        rows(Json.read(files().split(), Split.class).train()),
                        rounds == null ? "" : ", " + rounds + " rounds");
    }

    private <T> void say(Brought<T> brought, Function<T, String> made, String upToDate) {
        log.did(brought.upToDate(), made.apply(brought.result()), upToDate);
    }

    private static String rows(long count) {
        return String.format(Locale.ROOT, "%,d rows", count);
    }
}
