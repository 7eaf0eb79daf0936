package io.github.mlmaven.step;

import static io.github.mlmaven.step.StepInputs.ACCEPT;
import static io.github.mlmaven.step.StepInputs.BASELINE;
import static io.github.mlmaven.step.StepInputs.BASELINE_MODEL;
import static io.github.mlmaven.step.StepInputs.BEHAVIOUR_SPEC;
import static io.github.mlmaven.step.StepInputs.CHECKS;
import static io.github.mlmaven.step.StepInputs.COLUMNS;
import static io.github.mlmaven.step.StepInputs.CONTRACT_SPEC;
import static io.github.mlmaven.step.StepInputs.DATA;
import static io.github.mlmaven.step.StepInputs.DATA_SPEC;
import static io.github.mlmaven.step.StepInputs.DRIFT_SPEC;
import static io.github.mlmaven.step.StepInputs.EVALUATION;
import static io.github.mlmaven.step.StepInputs.FEATURES;
import static io.github.mlmaven.step.StepInputs.GATES;
import static io.github.mlmaven.step.StepInputs.IDENTITY;
import static io.github.mlmaven.step.StepInputs.LOCK;
import static io.github.mlmaven.step.StepInputs.METRIC_DESCRIPTORS;
import static io.github.mlmaven.step.StepInputs.NAME;
import static io.github.mlmaven.step.StepInputs.REFERENCES;
import static io.github.mlmaven.step.StepInputs.STRICTNESS;
import static io.github.mlmaven.step.StepInputs.TASK;
import static io.github.mlmaven.step.StepInputs.TODAY;
import static io.github.mlmaven.step.StepInputs.TRAINER;
import static io.github.mlmaven.step.StepInputs.TRAINER_DESCRIPTOR;

import java.util.List;

/**
 * The table of the steps. A step is added by one declaration here, and one class in the pipeline that does its work.
 *
 * @param all each after those that it needs
 */
public record Steps(List<Step<?>> all) {

    public static final Step<Validation> VALIDATE = new Step<>(
            "validate",
            List.of(),
            // What a column is to the model decides what is looked for in it, and what the page says of it.
            List.of(DATA, DATA_SPEC, COLUMNS, CHECKS, REFERENCES, TODAY, NAME, TASK, FEATURES),
            List.of(
                    StepOutput.file(ModelFiles.PROFILE),
                    StepOutput.file(ModelFiles.TRAINING_PROFILE),
                    StepOutput.file(ModelFiles.QUARANTINE),
                    StepOutput.file(ModelFiles.DATA_PAGE)),
            StepResult.in("validation.json", Validation.class)
                    .stoppingIf(Validation::failed)
                    .locked(Facts::validation));

    /** Only where model.yaml asks for it. */
    public static final Step<DataDrift> DRIFT = new Step<>(
            "drift",
            List.of(VALIDATE),
            List.of(DATA, DATA_SPEC, COLUMNS, NAME, TASK, DRIFT_SPEC, BASELINE, ACCEPT),
            List.of(StepOutput.file(ModelFiles.DRIFT_PAGE)),
            StepResult.in(ModelFiles.DRIFT, DataDrift.class));

    public static final Step<Training> TRAIN = new Step<>(
            "train",
            List.of(VALIDATE),
            List.of(DATA, DATA_SPEC, COLUMNS, NAME, TASK, FEATURES, TRAINER, TRAINER_DESCRIPTOR),
            List.of(StepOutput.folder(ModelFiles.MODEL), StepOutput.file(ModelFiles.SPLIT)),
            StepResult.in("training.json", Training.class)
                    .locked(Facts::training)
                    .madeBy(Facts::versions));

    public static final Step<Evaluation> EVALUATE = new Step<>(
            "evaluate",
            List.of(TRAIN),
            List.of(DATA, DATA_SPEC, COLUMNS, NAME, TASK, EVALUATION, METRIC_DESCRIPTORS),
            List.of(StepOutput.file(ModelFiles.PREDICTIONS), StepOutput.file(ModelFiles.CURVES)),
            StepResult.in(ModelFiles.EVALUATION, Evaluation.class).locked(Facts::evaluation));

    /** Where there is no other model it finds out nothing. */
    public static final Step<Comparison> COMPARE = new Step<>(
            "compare",
            List.of(TRAIN),
            List.of(DATA, DATA_SPEC, COLUMNS, NAME, TASK, EVALUATION, METRIC_DESCRIPTORS, BASELINE_MODEL),
            List.of(),
            StepResult.in(ModelFiles.COMPARISON, Comparison.class));

    /** Where model.yaml has no tests of behaviour it tries nothing. */
    public static final Step<Behaviour> BEHAVE = new Step<>(
            "behave",
            List.of(TRAIN),
            List.of(DATA, DATA_SPEC, COLUMNS, NAME, TASK, BEHAVIOUR_SPEC),
            List.of(),
            StepResult.in(ModelFiles.BEHAVIOUR, Behaviour.class));

    public static final Step<Verdict> CHECK = new Step<>(
            "check",
            // The report tells of the data and the training too.
            List.of(VALIDATE, TRAIN, EVALUATE, COMPARE, BEHAVE),
            List.of(GATES, BEHAVIOUR_SPEC, CONTRACT_SPEC, LOCK, STRICTNESS, IDENTITY, DATA, DATA_SPEC, NAME, ACCEPT),
            List.of(StepOutput.file(ModelFiles.REPORT_PAGE), StepOutput.file(ModelFiles.REPORT_TEXT)),
            StepResult.in("verdict.json", Verdict.class));

    /** A model is packaged whatever the gates say of it. */
    public static final Step<BundleFile> PACKAGE = new Step<>(
            "package",
            List.of(VALIDATE, TRAIN, EVALUATE),
            List.of(DATA_SPEC, NAME, IDENTITY),
            List.of(StepOutput.artifact(BundleFile::name)),
            StepResult.in("bundle.json", BundleFile.class).locked(Facts::bundle));

    public static final Steps ALL =
            new Steps(List.of(VALIDATE, DRIFT, TRAIN, EVALUATE, COMPARE, BEHAVE, CHECK, PACKAGE));

    public Steps {
        all = List.copyOf(all);
        for (int i = 0; i < all.size(); i++) {
            Step<?> step = all.get(i);
            if (!all.subList(0, i).containsAll(step.needs())) {
                throw new IllegalArgumentException("'" + step + "' stands before a step that it needs");
            }
            if (all.subList(0, i).stream().anyMatch(other -> other.name().equals(step.name()))) {
                throw new IllegalArgumentException("two steps are named '" + step + "'");
            }
        }
    }
}
