package io.github.mlmaven.draft;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.data.FoundFormat;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.evaluate.Evaluator;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.pipeline.Pipeline;
import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Training;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Numbers;
import io.github.mlmaven.text.Shown;
import io.github.mlmaven.train.TrainedModel;
import io.github.mlmaven.worker.DraftRequest;
import io.github.mlmaven.worker.PipelineRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a first model.yaml of data, and the first model of that. */
public final class Drafting {

    private final DraftRequest request;
    private final Progress progress;

    private Drafting(DraftRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Does what a request wants.
     *
     * @throws MlException if the data cannot be read, if no model can be made of it, or if nobody but a person can tell which
     */
    public static void run(DraftRequest request, Progress progress) {
        Drafting drafting = new Drafting(request, progress);
        SeenTable table = Reading.of(request, progress);
        switch (request.wanted()) {
            case MODEL ->
                drafting.model(
                        Draft.of(request.rows().from(), table, request.label()), LabelGuess.possible(table.columns()));
            case PROFILE -> DataProfiling.write(request, table, progress);
        }
    }

    /** @param labels the columns that could be predicted */
    private void model(Draft draft, List<String> labels) {
        progress.info("read %s rows with %s columns of %s"
                .formatted(Numbers.count(draft.rows().all()), draft.columns().size(), draft.source()));
        say(draft.found());
        progress.info("label '%s' (%s), a %s (%s)"
                .formatted(
                        draft.label().column(),
                        draft.label().reason(),
                        draft.label().task().name().toLowerCase(Locale.ROOT),
                        draft.label().taskReason()));
        draft.id().ifPresent(id -> progress.info("id '%s' (%s)".formatted(id.column(), id.reason())));
        sayEmpty(draft);
        Draft valid = validated(draft);
        bring(Steps.EVALUATE);
        Gating gating = Gating.of(valid.label().task(), tested(spec()));
        gating.hardlyBetterThanNone().ifPresent(metrics -> doubt(valid.label(), labels, metrics));
        write(DraftText.of(valid, name(), gating.gates()));
        bring(Steps.PACKAGE);
        bring(Steps.CHECK);
        requirePassed(spec());
    }

    private void doubt(LabelGuess label, List<String> labels, String metrics) {
        String column = label.column();
        if (!label.isByPlace()) {
            progress.warn(
                    "The first model of '%s' is hardly better than none: %s. Its gates hold back what is worse still."
                                    .formatted(column, metrics)
                            + " Bring inputs that tell more of '%s', or more rows.".formatted(column));
            return;
        }
        List<String> others =
                labels.stream().filter(name -> !name.equals(column)).toList();
        progress.warn(
                "NOT SURE: '%s' is predicted because it is the last column, and the first model is hardly better than none: %s."
                                .formatted(column, metrics)
                        + " If another column is meant, take back what ml:init wrote and name it with -Dml.label=..."
                        + (others.isEmpty() ? "." : ", one of: " + LabelGuess.shown(others) + "."));
    }

    /** What is said of the format is said at once: whatever follows depends on it. */
    private void say(FoundFormat found) {
        found.reasons().forEach((key, reason) -> progress.info("data.csv." + key + ": " + reason));
        found.doubt().ifPresent(doubt -> progress.warn("NOT SURE: " + doubt));
    }

    /** Columns without a value, which a join mostly makes whose keys do not match. */
    private void sayEmpty(Draft draft) {
        List<String> empty = draft.columns().stream()
                .filter(column -> column.missing() == 1)
                .map(DraftColumn::name)
                .toList();
        if (!empty.isEmpty()) {
            progress.warn("No row has a value of %s: no input, and of type text until there are some.%s"
                    .formatted(
                            LabelGuess.shown(empty.stream().map(Shown::quoted).toList()),
                            draft.from().query().isPresent()
                                    ? " Where a join brings it, look at how its keys are written in each table."
                                    : ""));
        }
    }

    /** The draft whose data is good; by hash, where a split by time would leave labels to the test alone. */
    private Draft validated(Draft draft) {
        write(DraftText.of(draft, name(), List.of()));
        if (request.database().isPresent()) {
            DatabaseReading.give(request, spec());
        }
        bring(Steps.VALIDATE);
        Validation validation = validation();
        if (draft.roles().time().isPresent() && validation.findings().stream().anyMatch(Drafting::isOfSplit)) {
            String against = against(validation.findings(), draft.trainer().testShare());
            progress.info("not split by time: " + against);
            return validated(draft.byHash(against));
        }
        requireGood(validation);
        return draft;
    }

    /** The model's name, where it cannot be that of the artifact. */
    private Optional<String> name() {
        String artifact = request.place().identity().artifactId();
        String name = artifact.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[^a-z0-9]+", "");
        return name.equals(artifact) ? Optional.empty() : Optional.of(name.isEmpty() ? "model" : name);
    }

    private void write(String text) {
        Json.replace(request.place().spec(), text.getBytes(StandardCharsets.UTF_8));
    }

    private SpecFile spec() {
        Catalog catalog = Catalog.of(Thread.currentThread().getContextClassLoader());
        return SpecReader.read(
                request.place().spec(), request.place().identity().artifactId(), catalog);
    }

    private void bring(Step<?> step) {
        Pipeline.run(new PipelineRequest(step.name(), request.place(), request.limits()), progress);
    }

    /** The draft is of all rows, so that what is still wrong is no question of its rules. */
    private void requireGood(Validation validation) {
        List<String> errors = validation.findings().stream()
                .filter(Finding::isError)
                .flatMap(finding -> ConsoleReport.finding(finding).stream())
                .toList();
        if (!errors.isEmpty()) {
            throw new MlException(
                    "No model can be made of %s as it is:\n  "
                                    .formatted(request.rows().from().words())
                            + errors.stream().collect(Collectors.joining("\n  ")),
                    "Correct the data, or name another label with -Dml.label, and run the goal again; model.yaml is not"
                            + " written.");
        }
    }

    private Validation validation() {
        return BuildState.of(request.place(), spec()).made(Steps.VALIDATE);
    }

    /** Whether labels are not in both parts, or something worse is wrong. */
    private static boolean isOfSplit(Finding finding) {
        return finding.isError()
                || finding.code() == FindingCode.LABEL_NOT_TRAINED
                || finding.code() == FindingCode.LABEL_NOT_TESTED;
    }

    /** Why a split by time would be none. */
    private static String against(List<Finding> findings, int testShare) {
        if (findings.stream().anyMatch(Finding::isError)) {
            return "what it makes of the rows has errors";
        }
        return labels(findings, FindingCode.LABEL_NOT_TRAINED)
                .map(labels -> "before the latest %s %% of the rows none has the label %s".formatted(testShare, labels))
                .or(() -> labels(findings, FindingCode.LABEL_NOT_TESTED)
                        .map(labels ->
                                "of the latest %s %% of the rows none has the label %s".formatted(testShare, labels)))
                .orElseThrow();
    }

    private static Optional<String> labels(List<Finding> findings, FindingCode code) {
        return findings.stream()
                .filter(finding -> finding.code() == code)
                .findFirst()
                .map(finding -> (Value.Texts) finding.values().get("labels"))
                .map(labels -> LabelGuess.shown(
                        labels.texts().stream().map(Shown::quoted).toList()));
    }

    private ScoredRows tested(SpecFile spec) {
        ModelFiles files = ModelFiles.of(request.place().outputDirectory(), spec.name());
        Training training = BuildState.of(request.place(), spec).made(Steps.TRAIN);
        try (Table table = Table.open(request.place(), spec, request.limits())) {
            return Evaluator.scored(table, TrainedModel.in(files, spec.name(), training));
        }
    }

    private void requirePassed(SpecFile spec) {
        Verdict verdict = BuildState.of(request.place(), spec).made(Steps.CHECK);
        if (verdict.failed()) {
            throw new IllegalStateException(
                    "the first model fails its own gates: " + ConsoleReport.summary(verdict, AcceptCommand.ONLY));
        }
    }
}
