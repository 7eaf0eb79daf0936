package io.github.mlmaven.train;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.ModelBytes;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import io.github.mlmaven.api.TrainerSettings;
import io.github.mlmaven.api.TrainingSet;
import io.github.mlmaven.model.Encoder;
import io.github.mlmaven.model.Numeric;
import io.github.mlmaven.model.Predictor;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.step.Training.Settings;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What a trainer made of rows of numbers. */
record Learned(TrainingSet rows, ModelBytes model) {

    static Learned by(String trainer, TrainingSet rows, Map<String, String> parameters) {
        Arguments arguments = Arguments.of(Catalog.builtIn().trainer(trainer), parameters);
        return new Learned(
                rows,
                Trainers.known().named(trainer).train(rows, new TrainerSettings(arguments, 42, 1), Progress.SILENT));
    }

    /** The model's predictor, as it is read from its file. */
    Predictor predictor() {
        Range any = new Range(OptionalDouble.empty(), OptionalDouble.empty());
        List<Input> inputs = rows.features().stream()
                .map(name -> new Input(name, ColumnType.NUMBER, List.of(), any, false))
                .toList();
        Encoder encoder = new Encoder(rows.features().stream()
                .map(name -> new Numeric(name, 0, 1, OptionalDouble.empty()))
                .toList());
        Schema schema = new Schema(
                rows.target().task(),
                inputs,
                rows.target().label(),
                rows.target().labels());
        Fitted.Making making = new Fitted.Making(new Settings("test", 42, new TreeMap<>()), new TreeMap<>());
        return TrainedModel.load(encoder, schema, model, making).predictor();
    }

    /** What it says about a row. */
    double[] predict(float... features) {
        Predictor predictor = predictor();
        double[] out = new double[predictor.outputs()];
        predictor.predict(features, 0, out);
        return out;
    }
}
