package io.github.mlmaven.model;

import com.google.protobuf.Any;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostOutputConverter;
import org.tribuo.common.xgboost.protos.XGBoostOutputConverterProto;

/**
 * Lets Tribuo's XGBoostModel read a booster of one output, which is the probability of the label with id 1: that of the
 * objective {@code binary:logistic}, or the share of the label in a forest's leaves. Tribuo's own converter wants an output for each label, and so twice the trees.
 */
public final class BinaryLogisticConverter implements XGBoostOutputConverter<Label> {

    private static final long serialVersionUID = 1;
    private static final int VERSION = 0;

    /** Tribuo calls this by its name when it reads a model. */
    public static BinaryLogisticConverter deserializeFromProto(int version, String className, Any message) {
        if (version != VERSION) {
            throw new IllegalArgumentException("version " + version + " of " + className + ", known is " + VERSION);
        }
        return new BinaryLogisticConverter();
    }

    @Override
    public XGBoostOutputConverterProto serialize() {
        return XGBoostOutputConverterProto.newBuilder()
                .setClassName(BinaryLogisticConverter.class.getName())
                .setVersion(VERSION)
                .build();
    }

    @Override
    public Class<Label> getTypeWitness() {
        return Label.class;
    }

    @Override
    public boolean generatesProbabilities() {
        return true;
    }

    @Override
    public Prediction<Label> convertOutput(
            ImmutableOutputInfo<Label> labels, List<float[]> outputs, int features, Example<Label> example) {
        return predict(labels, outputs.get(0)[0], features, example);
    }

    @Override
    public List<Prediction<Label>> convertBatchOutput(
            ImmutableOutputInfo<Label> labels, List<float[][]> outputs, int[] features, Example<Label>[] examples) {
        float[][] probabilities = outputs.get(0);
        List<Prediction<Label>> predictions = new ArrayList<>(examples.length);
        for (int i = 0; i < examples.length; i++) {
            predictions.add(predict(labels, probabilities[i][0], features[i], examples[i]));
        }
        return predictions;
    }

    private static Prediction<Label> predict(
            ImmutableOutputInfo<Label> labels, float output, int features, Example<Label> example) {
        // A mean of floats may be above 1 by a rounding.
        float probability = Math.min(1, output);
        Label zero = new Label(labels.getOutput(0).getLabel(), 1 - (double) probability);
        Label one = new Label(labels.getOutput(1).getLabel(), probability);
        Map<String, Label> scores = new LinkedHashMap<>();
        scores.put(zero.getLabel(), zero);
        scores.put(one.getLabel(), one);
        return new Prediction<>(probability > 0.5f ? one : zero, scores, features, example, true);
    }
}
