package io.github.mlmaven.step;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.spec.TrainSpec;
import io.github.mlmaven.text.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the steps of the table read. */
public final class StepInputs {

    /** The rows: a hash over the names and contents of the data's files. */
    public static final StepInput DATA = new StepInput() {
        @Override
        public String value(Surroundings surroundings) {
            return surroundings.hashData();
        }

        @Override
        public Watched watched(Surroundings surroundings) {
            return Watched.source(
                    surroundings.place().basedir(),
                    surroundings.spec().spec().data().source());
        }
    };

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

    /** How strictly the build is held to what people decided. */
    public static final StepInput STRICTNESS =
            surroundings -> Json.line(surroundings.place().strictness());

    /** The module's artifactId and version, and the classifier of its bundle. */
    public static final StepInput IDENTITY = surroundings -> {
        BuildPlace.Identity identity = surroundings.place().identity();
        return identity.artifactId() + "\n" + identity.version() + "\n" + identity.classifier();
    };

    public static final StepInput DATA_SPEC = new SpecPart(SpecPart.SCHEMA, spec -> List.of(spec.data()));

    /** The schema. Feature order is the schema's order, and JSON maps are sorted: the order is a part of its own. */
    public static final StepInput COLUMNS = new SpecPart(
            SpecPart.SCHEMA,
            spec -> List.of(spec.columns(), List.copyOf(spec.columns().keySet())));

    public static final StepInput CHECKS = new SpecPart(SpecPart.SCHEMA, spec -> List.of(spec.checks()));

    public static final StepInput NAME = new SpecPart(SpecPart.SPEC, spec -> List.of(spec.name()));

    public static final StepInput TASK = new SpecPart(SpecPart.SPEC, spec -> List.of(spec.task()));

    public static final StepInput FEATURES = new SpecPart(SpecPart.SPEC, spec -> List.of(spec.features()));

    public static final StepInput TRAINER = new SpecPart(SpecPart.SPEC, spec -> List.of(spec.train()));

    /** What the catalog says of the trainer: what it wants of the rows, and the defaults of its parameters. */
    public static final StepInput TRAINER_DESCRIPTOR = surroundings -> {
        TrainSpec train = surroundings.spec().spec().train();
        TrainerDescriptor trainer = surroundings.spec().catalog().trainer(train.trainer());
        return Json.line(List.of(
                trainer.traits(), Arguments.of(trainer, train.parameters()).texts()));
    };

    /** What the catalog says of the task's metrics. */
    public static final StepInput METRIC_DESCRIPTORS = surroundings -> Json.line(
            surroundings
                    .spec()
                    .catalog()
                    .of(MetricDescriptor.class, surroundings.spec().spec().task())
                    .stream()
                    .map(Evaluation.Reported::of)
                    .toList());

    public static final StepInput EVALUATION = new SpecPart(SpecPart.SPEC, spec -> List.of(spec.evaluate()));

    public static final StepInput GATES = new SpecPart(SpecPart.SPEC, spec -> List.of(spec.gates()));

    private StepInputs() {}
}
