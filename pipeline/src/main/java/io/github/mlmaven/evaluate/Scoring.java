package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.EncodedRows;
import io.github.mlmaven.api.Target;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Rows;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.Predictor;
import io.github.mlmaven.task.TaskKind;
import io.github.mlmaven.task.TaskKind.Scored;
import io.github.mlmaven.train.EncodedPart;
import java.util.List;

/**
 * The test rows as a model predicts them, by the code that serves it.
 *
 * @param target what the answers are told in: of a classification all labels of the model, and perhaps others, in any order
 */
record Scoring(MlModel model, Target target) {

    /** In the model's own words. */
    static Scoring of(MlModel model) {
        return new Scoring(model, model.manifest().schema().target());
    }

    Scored of(Rows rows) {
        return of(encoded(rows));
    }

    /** The test rows as the model takes them. */
    EncodedRows encoded(Rows rows) {
        return EncodedPart.read(rows, Part.TEST, model.encoder(), TaskKind.of(target));
    }

    /** Rows that the model takes, as it predicts them. */
    Scored of(EncodedRows encoded) {
        return TaskKind.of(target).scored(encoded.labels(), outputs(encoded));
    }

    private double[] outputs(EncodedRows encoded) {
        Predictor predictor = model.predictor();
        int[] places = places(predictor.outputs());
        int width = target.labels().isEmpty() ? 1 : target.labels().size();
        double[] outputs = new double[Math.multiplyExact(encoded.rows(), width)];
        double[] out = new double[places.length];
        for (int row = 0; row < encoded.rows(); row++) {
            predictor.predict(encoded.values(), row * encoded.features(), out);
            for (int i = 0; i < out.length; i++) {
                outputs[row * width + places[i]] = out[i];
            }
        }
        return outputs;
    }

    /** Where each output of the predictor belongs. */
    private int[] places(int outputs) {
        List<String> labels = model.manifest().schema().labels();
        int[] places = new int[outputs];
        for (int i = 0; i < labels.size(); i++) {
            places[i] = target.labels().indexOf(labels.get(i));
        }
        return places;
    }
}
