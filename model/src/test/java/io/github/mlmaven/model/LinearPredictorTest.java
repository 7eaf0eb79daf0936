package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Target;
import io.github.mlmaven.api.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.Hinge;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.ElasticNetCDTrainer;

/** Holds the weighted sums against Tribuo itself, on rows with missing values and zeros. */
class LinearPredictorTest {

    private static final int ROWS = 200;
    private static final List<String> FEATURES = List.of("a", "b", "c", "d");
    private static final List<String> LABELS = List.of("low", "mid", "high");

    private final float[] rows = rows();

    @Test
    void probabilities_are_those_of_tribuo() {
        Model<Label> his = classifier(new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.5, 0.1), 5, 42));
        Predictor mine = read(his, Task.CLASSIFICATION, LABELS);
        double[] out = new double[3];

        for (int row = 0; row < ROWS; row++) {
            mine.predict(rows, row * FEATURES.size(), out);
            var scores = his.predict(example(LabelFactory.UNKNOWN_LABEL, row)).getOutputScores();
            for (int label = 0; label < 3; label++) {
                double expected = scores.getOrDefault(LABELS.get(label), LabelFactory.UNKNOWN_LABEL)
                        .getScore();
                assertThat(out[label]).isCloseTo(expected, within(1e-12 * expected));
            }
        }
    }

    @Test
    void numbers_are_those_of_tribuo() {
        Model<Regressor> his = regressor(new ElasticNetCDTrainer(0.001, 0.5));
        Predictor mine = read(his, Task.REGRESSION, List.of());
        double[] out = new double[1];

        for (int row = 0; row < ROWS; row++) {
            mine.predict(rows, row * FEATURES.size(), out);
            double expected = his.predict(example(RegressionFactory.UNKNOWN_REGRESSOR, row))
                    .getOutput()
                    .getValues()[0];
            assertThat(out[0]).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
        }
    }

    @Test
    void numbers_without_any_weight_are_those_of_tribuo() {
        Model<Regressor> his = regressor(new ElasticNetCDTrainer(1e6, 1));
        double[] out = new double[1];

        read(his, Task.REGRESSION, List.of()).predict(rows, 0, out);

        assertThat(out[0])
                .isEqualTo(his.predict(example(RegressionFactory.UNKNOWN_REGRESSOR, 0))
                        .getOutput()
                        .getValues()[0]);
    }

    @Test
    void a_missing_feature_adds_nothing() {
        Predictor mine = read(
                classifier(new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.5, 0.1), 5, 42)),
                Task.CLASSIFICATION,
                LABELS);
        double[] missing = new double[3];
        double[] zero = new double[3];

        mine.predict(new float[] {1, Float.NaN, 2, Float.NaN}, 0, missing);
        mine.predict(new float[] {1, 0, 2, 0}, 0, zero);

        assertThat(missing).containsExactly(zero);
    }

    @Test
    void an_array_with_room_for_more_is_filled_from_its_begin() {
        Predictor mine = read(
                classifier(new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.5, 0.1), 5, 42)),
                Task.CLASSIFICATION,
                LABELS);
        double[] out = {-1, -1, -1, -1};

        mine.predict(rows, 0, out);

        assertThat(out[0] + out[1] + out[2]).isCloseTo(1, within(1e-15));
        assertThat(out[3]).isEqualTo(-1);
    }

    @Test
    void a_model_without_probabilities_is_refused() {
        Model<Label> hinge = classifier(new LinearSGDTrainer(new Hinge(), new AdaGrad(0.5, 0.1), 5, 42));

        assertThatThrownBy(() -> read(hinge, Task.CLASSIFICATION, LABELS))
                .isInstanceOf(MlException.class)
                .hasMessage("model.pb cannot be read as a classification model: a linear model with the normalizer"
                        + " org.tribuo.math.util.NoopNormalizer. Train and package it with the same version of ml-model"
                        + " that loads it.");
    }

    @Test
    void a_model_of_other_features_or_labels_is_refused() {
        Model<Label> his = classifier(new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.5, 0.1), 5, 42));

        assertThatThrownBy(() -> read(his, List.of("a", "b", "c", "x"), new Target(Task.CLASSIFICATION, "y", LABELS)))
                .hasMessageContaining("a model of 4 features, of which the encoder makes 3");
        assertThatThrownBy(() -> read(his, Task.CLASSIFICATION, List.of("low", "mid")))
                .hasMessageContaining("3 labels in the place of 2");
        assertThatThrownBy(() -> read(his, Task.CLASSIFICATION, List.of("low", "mid", "huge")))
                .hasMessageContaining("no label 'huge'");
    }

    private static Predictor read(Model<?> model, Task task, List<String> labels) {
        return read(model, FEATURES, new Target(task, "y", labels));
    }

    private static Predictor read(Model<?> model, List<String> features, Target target) {
        String format = switch (target.task()) {
            case CLASSIFICATION -> TribuoFormats.LINEAR_CLASSIFICATION;
            case REGRESSION -> TribuoFormats.LINEAR_REGRESSION;
        };
        return ModelFormats.read(format, model.serialize().toByteArray(), features, target);
    }

    private Model<Label> classifier(LinearSGDTrainer trainer) {
        return trainer.train(dataset(new LabelFactory(), row -> {
            float score = value(row, 0) + value(row, 1);
            return new Label(score > 0.5 ? "high" : score > -0.5 ? "mid" : "low");
        }));
    }

    private Model<Regressor> regressor(ElasticNetCDTrainer trainer) {
        return trainer.train(dataset(
                new RegressionFactory(), row -> new Regressor("y", 100 + 3 * value(row, 0) - 2 * value(row, 2))));
    }

    private <T extends Output<T>> MutableDataset<T> dataset(OutputFactory<T> factory, IntFunction<T> output) {
        MutableDataset<T> dataset = new MutableDataset<>(new SimpleDataSourceProvenance("random", factory), factory);
        for (int row = 0; row < ROWS; row++) {
            dataset.add(example(output.apply(row), row));
        }
        return dataset;
    }

    /** A row as Tribuo has it: what is missing is left out. */
    private <T extends Output<T>> Example<T> example(T output, int row) {
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < FEATURES.size(); i++) {
            float value = rows[row * FEATURES.size() + i];
            if (!Float.isNaN(value)) {
                names.add(FEATURES.get(i));
                values.add((double) value);
            }
        }
        return new ArrayExample<>(
                output,
                names.toArray(String[]::new),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private float value(int row, int feature) {
        float value = rows[row * FEATURES.size() + feature];
        return Float.isNaN(value) ? 0 : value;
    }

    /** One number in eight is missing, one is 0; the first feature never is missing. */
    private static float[] rows() {
        Random random = new Random(7);
        float[] rows = new float[ROWS * FEATURES.size()];
        for (int i = 0; i < rows.length; i++) {
            int kind = random.nextInt(8);
            float value = (float) random.nextGaussian();
            rows[i] = kind == 0 && i % FEATURES.size() > 0 ? Float.NaN : kind == 1 ? 0 : value;
        }
        return rows;
    }
}
