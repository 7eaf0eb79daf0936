package io.github.mlmaven.train;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.EncodedRows;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.ModelBytes;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import io.github.mlmaven.api.Schema.Texts;
import io.github.mlmaven.api.Trainer;
import io.github.mlmaven.api.TrainerSettings;
import io.github.mlmaven.api.TrainingSet;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Rows;
import io.github.mlmaven.model.Encoder;
import io.github.mlmaven.model.Golden;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.spec.BooleanTexts;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.Edge;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Phase;
import io.github.mlmaven.step.Training.Settings;
import io.github.mlmaven.task.TaskKind;
import io.github.mlmaven.text.Numbers;
import io.github.mlmaven.train.Fitted.Making;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** From rows and settings to a model, without files. */
public final class Fit {

    private final Rows rows;
    private final FitSettings settings;
    private final ModelSpec spec;
    private final Arguments arguments;
    private final Trainer trainer;

    private Fit(Rows rows, FitSettings settings) {
        this.rows = rows;
        this.settings = settings;
        this.spec = settings.spec();
        this.arguments = Arguments.of(settings.trainer(), spec.train().parameters());
        this.trainer = Trainers.known().named(settings.trainer().name());
    }

    /**
     * Fits the encoder and the model to the training rows. The same rows and settings make the same model.
     *
     * @throws MlException if the rows cannot be learned from, or the trainer cannot run
     */
    public static Fitted of(Rows rows, FitSettings settings, Progress progress) {
        if (rows.count(Part.TRAIN) == 0) {
            throw new MlException(
                    "There are no training rows: the split left none of " + rows.count() + ".",
                    "Lower data.split.test and data.split.validation, or add rows.");
        }
        return new Fit(rows, settings).fitted(progress);
    }

    private Fitted fitted(Progress progress) {
        TaskKind task = TaskKind.of(spec, rows);
        Encoder encoder = EncoderFit.fit(rows, settings);
        ModelBytes model = model(encoder, task, progress);
        Schema schema = new Schema(
                spec.task(), inputs(encoder), spec.data().label(), task.target().labels());
        Making making = new Making(new Settings(trainer.name(), spec.train().seed(), arguments.texts()), versions());
        MlModel made = TrainedModel.load(encoder, schema, model, making);
        Golden golden = Golden.of(new GoldenRows(schema, encoder, made.predictor()).of(rows));
        golden.check(made);
        return new Fitted(encoder, schema, model, golden, making);
    }

    private ModelBytes model(Encoder encoder, TaskKind task, Progress progress) {
        EncodedRows training = EncodedPart.read(rows, Part.TRAIN, encoder, task);
        progress.info("Training %s on %s rows with %s features."
                .formatted(trainer.name(), Numbers.count(training.rows()), Numbers.count(training.features())));
        return trainer.train(
                new TrainingSet(
                        encoder.features(), task.target(), training, validation(encoder, task), settings.dataHash()),
                new TrainerSettings(arguments, spec.train().seed(), settings.threads()),
                progress);
    }

    private Optional<EncodedRows> validation(Encoder encoder, TaskKind task) {
        Optional<String> wanting = settings.trainer()
                .traits()
                .validationParameter()
                .filter(parameter -> !"0".equals(arguments.texts().get(parameter)));
        if (wanting.isEmpty()) {
            return Optional.empty();
        }
        if (rows.count(Part.VALIDATION) == 0) {
            String words = wanting.get().replace('-', ' ');
            throw new MlException(
                    Character.toUpperCase(words.charAt(0)) + words.substring(1)
                            + " needs validation rows, and the split made none.",
                    "Raise data.split.validation, or set the parameter " + wanting.get() + " to 0.");
        }
        return Optional.of(EncodedPart.read(rows, Part.VALIDATION, encoder, task));
    }

    private List<Input> inputs(Encoder encoder) {
        List<Input> inputs = new ArrayList<>();
        for (String column : spec.inputs()) {
            ColumnSpec declared = spec.column(column).in(Phase.SERVING);
            Range range = new Range(
                    real(declared.domain().min()), real(declared.domain().max()));
            inputs.add(new Input(
                    column,
                    declared.type(),
                    encoder.values(column),
                    range,
                    declared.presence().required(),
                    texts(declared),
                    ServedRules.of(declared)));
        }
        return inputs;
    }

    private static Optional<Texts> texts(ColumnSpec column) {
        BooleanTexts booleans = column.spelling().booleans();
        return booleans.isUsual()
                ? Optional.empty()
                : Optional.of(new Texts(booleans.trueValues(), booleans.falseValues()));
    }

    private static OptionalDouble real(Optional<Edge> edge) {
        return edge.isPresent() ? OptionalDouble.of(edge.get().real()) : OptionalDouble.empty();
    }

    private SortedMap<String, String> versions() {
        SortedMap<String, String> versions = new TreeMap<>(trainer.versions());
        versions.putAll(rows.versions());
        versions.put("java", Integer.toString(Runtime.version().feature()));
        return versions;
    }
}
