package io.github.mlmaven.step;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.TrainSpec;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.KebabCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the steps of the table read. */
public final class StepInputs {

    /**
     * The rows: a hash over the names and contents of the data's files, of which a lock has a fact for each, or over what a
     * database answered.
     */
    public static final StepInput DATA = new StepInput() {
        @Override
        public String value(Surroundings surroundings) {
            return surroundings.hashData();
        }

        @Override
        public SortedMap<String, String> facts(Surroundings surroundings) {
            SortedMap<String, String> facts = new TreeMap<>();
            if (surroundings.spec().spec().data().from().jdbc().isPresent()) {
                facts.put(Facts.RESULT, surroundings.snapshot().sha256());
                facts.put(
                        Facts.RESULT_ROWS, Long.toString(surroundings.snapshot().rows()));
                return facts;
            }
            surroundings.data().forEach((name, hash) -> facts.put("data.file." + name, hash.text()));
            return facts;
        }

        @Override
        public Watched watched(Surroundings surroundings) {
            SpecFile spec = surroundings.spec();
            if (spec.spec().data().from().jdbc().isPresent()) {
                ModelFiles files = ModelFiles.of(surroundings.place().outputDirectory(), spec.name());
                return Watched.files(List.of(files.snapshot(), files.snapshotRecord()));
            }
            return DataFiles.watched(surroundings.place(), spec.spec().data().from());
        }
    };

    /**
     * The tables that checks refer to: a hash over the names and contents of their files. A lock has a fact for each of them;
     * that a check refers to none any more is told by the facts of {@link #CHECKS}.
     */
    public static final StepInput REFERENCES = new StepInput() {
        @Override
        public String value(Surroundings surroundings) {
            return Surroundings.hash(surroundings.references(), FileHashes.Hashes::bytes);
        }

        @Override
        public SortedMap<String, String> facts(Surroundings surroundings) {
            SortedMap<String, String> facts = new TreeMap<>();
            surroundings.references().forEach((name, hash) -> facts.put("checks.file." + name, hash.text()));
            return facts;
        }

        @Override
        public Watched watched(Surroundings surroundings) {
            Path basedir = surroundings.place().basedir();
            return surroundings.spec().spec().references().stream()
                    .map(reference -> Watched.source(basedir, reference.file()))
                    .reduce(Watched.NOTHING, Watched::and);
        }
    };

    /** What day it is, where a check asks. */
    public static final StepInput TODAY =
            surroundings -> surroundings.spec().spec().asksForToday()
                    ? surroundings.place().today().orElse("unknown")
                    : "not asked";

    /** What was accepted. */
    public static final StepInput LOCK = new StepInput() {
        @Override
        public String value(Surroundings surroundings) {
            Path lock = surroundings.place().lock();
            return Files.exists(lock) ? surroundings.hashes().sha256(lock) : "no lock";
        }

        @Override
        public Watched watched(Surroundings surroundings) {
            return Watched.files(List.of(surroundings.place().lock()));
        }
    };

    /** What the lock says of the accepted data's profile, and the profile itself. */
    public static final StepInput BASELINE = new StepInput() {
        @Override
        public String value(Surroundings surroundings) {
            return LOCK.value(surroundings)
                    + AcceptedProfile.of(surroundings.place()).sha256().orElse("no profile");
        }

        @Override
        public Watched watched(Surroundings surroundings) {
            return Watched.files(
                    List.of(surroundings.place().lock(), surroundings.place().acceptedProfile()));
        }
    };

    /** The model of another build that gates compare with: its bundle, or why there is none. */
    public static final StepInput BASELINE_MODEL = new StepInput() {
        @Override
        public String value(Surroundings surroundings) {
            BaselineModel model = surroundings.place().baseline();
            return Json.line(model.told())
                    + model.file().map(surroundings.hashes()::sha256).orElse("none");
        }

        @Override
        public Watched watched(Surroundings surroundings) {
            return Watched.files(surroundings.place().baseline().file().stream().toList());
        }
    };

    /** What a person types to accept the model, where a page of a step says so. */
    public static final StepInput ACCEPT =
            surroundings -> surroundings.place().decided().accept().text();

    /** How strictly the build is held to what people decided. */
    public static final StepInput STRICTNESS =
            surroundings -> Json.line(surroundings.place().strictness());

    /** The module's artifactId and version, and the classifier of its bundle. */
    public static final StepInput IDENTITY = surroundings -> {
        BuildPlace.Identity identity = surroundings.place().identity();
        return identity.artifactId() + "\n" + identity.version() + "\n" + identity.classifier();
    };

    public static final StepInput DATA_SPEC =
            SpecPart.of("data", spec -> spec.data().told());

    /** The schema. Feature order is the schema's order, and JSON maps are sorted: the order is a part of its own. */
    public static final StepInput COLUMNS = SpecPart.of("columns", ModelSpec::columns)
            .and("column-order", spec -> List.copyOf(spec.columns().keySet()));

    public static final StepInput CHECKS = SpecPart.of("checks", ModelSpec::checks);

    public static final StepInput DRIFT_SPEC =
            SpecPart.of("drift", spec -> spec.drift().map(Object.class::cast).orElse(List.of()));

    public static final StepInput NAME = SpecPart.of("name", ModelSpec::name);

    public static final StepInput TASK = SpecPart.of("task", ModelSpec::task);

    public static final StepInput FEATURES = SpecPart.of("features", ModelSpec::features);

    /** The trainer and what it is told. A lock has its parameters with all defaults. */
    public static final StepInput TRAINER = new StepInput() {
        @Override
        public String value(Surroundings surroundings) {
            return Json.line(surroundings.spec().spec().train());
        }

        @Override
        public SortedMap<String, String> facts(Surroundings surroundings) {
            TrainSpec train = surroundings.spec().spec().train();
            SortedMap<String, String> facts = new TreeMap<>();
            facts.put("train.trainer", train.trainer());
            facts.put("train.seed", Long.toString(train.seed()));
            arguments(surroundings).texts().forEach((name, value) -> facts.put("train.parameter." + name, value));
            return facts;
        }
    };

    /** What the catalog says of the trainer: what it wants of the rows, and the defaults of its parameters. */
    public static final StepInput TRAINER_DESCRIPTOR = surroundings -> {
        TrainerDescriptor trainer = trainer(surroundings);
        return Json.line(List.of(trainer.traits(), arguments(surroundings).texts()));
    };

    /** What the catalog says of the metrics that are measured, which may be so because a gate names them. */
    public static final StepInput METRIC_DESCRIPTORS = surroundings -> Json.line(surroundings.spec().metrics().stream()
            .map(metric -> List.of(metric.name(), KebabCase.of(metric.better())))
            .toList());

    public static final StepInput EVALUATION = SpecPart.of("evaluate", ModelSpec::evaluate);

    public static final StepInput CONTRACT_SPEC = SpecPart.of(
            "contract", spec -> spec.contract().map(Object.class::cast).orElse(List.of()));

    public static final StepInput GATES = SpecPart.of("gates", ModelSpec::gates);

    public static final StepInput BEHAVIOUR_SPEC = SpecPart.of("behaviour", ModelSpec::behaviour);

    private StepInputs() {}

    private static TrainerDescriptor trainer(Surroundings surroundings) {
        return surroundings
                .spec()
                .catalog()
                .trainer(surroundings.spec().spec().train().trainer());
    }

    private static Arguments arguments(Surroundings surroundings) {
        return Arguments.of(
                trainer(surroundings), surroundings.spec().spec().train().parameters());
    }
}
