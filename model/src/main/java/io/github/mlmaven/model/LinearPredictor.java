package io.github.mlmaven.model;

import io.github.mlmaven.spec.MlException;
import java.util.List;
import java.util.Map;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** Predicts through Tribuo's own linear models. */
final class LinearPredictor<T extends Output<T>> implements Predictor {

    private final Model<T> model;
    private final T unknown;
    private final String[] features;
    private final int outputs;
    private final Reader<T> reader;

    private LinearPredictor(Model<T> model, T unknown, List<String> features, int outputs, Reader<T> reader) {
        this.model = model;
        this.unknown = unknown;
        this.features = features.toArray(String[]::new);
        this.outputs = outputs;
        this.reader = reader;
    }

    static Predictor classification(Model<Label> model, List<String> features, List<String> labels) {
        return new LinearPredictor<>(model, LabelFactory.UNKNOWN_LABEL, features, labels.size(), (prediction, out) -> {
            Map<String, Label> scores = prediction.getOutputScores();
            for (int i = 0; i < out.length; i++) {
                Label score = scores.get(labels.get(i));
                if (score == null) {
                    throw new MlException(
                            "The model has no label '" + labels.get(i) + "', its manifest has.", "Train it again.");
                }
                out[i] = score.getScore();
            }
        });
    }

    static Predictor regression(Model<Regressor> model, List<String> features) {
        return new LinearPredictor<>(
                model,
                RegressionFactory.UNKNOWN_REGRESSOR,
                features,
                1,
                (prediction, out) -> out[0] = prediction.getOutput().getValues()[0]);
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public void predict(float[] rows, int offset, double[] out) {
        double[] values = new double[features.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[offset + i];
        }
        reader.read(model.predict(new ArrayExample<>(unknown, features, values)), out);
    }

    /** Takes the outputs out of Tribuo's prediction. */
    private interface Reader<T extends Output<T>> {
        void read(org.tribuo.Prediction<T> prediction, double[] out);
    }
}
