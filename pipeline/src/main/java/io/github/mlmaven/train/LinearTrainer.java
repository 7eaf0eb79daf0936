package io.github.mlmaven.train;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.Scale;
import io.github.mlmaven.step.Training.Settings;
import java.util.Map;
import org.tribuo.SparseModel;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.SparseVector;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.la.VectorTuple;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.regression.slm.SparseLinearModel;
import org.tribuo.regression.slm.protos.SparseLinearModelProto;

/** Trains linear models by Tribuo, on rows without missing features. */
final class LinearTrainer {

    private static final double ADAGRAD_EPSILON = 0.1;

    private final Settings settings;

    LinearTrainer(Settings settings) {
        this.settings = settings;
    }

    /** Multinomial logistic regression. */
    ModelProto logistic(TribuoData<Label> data) {
        // A minibatch of more than one row fails in Tribuo 4.3.2 on sparse rows.
        LinearSGDTrainer trainer = new LinearSGDTrainer(
                new LogMulticlass(),
                new AdaGrad(real("learning-rate"), ADAGRAD_EPSILON),
                (int) real("epochs"),
                -1,
                1,
                settings.seed());
        LinearSGDModel model =
                trainer.train(data.dataset(label -> data.outputs().get((int) label)));
        requireFinite(model.getWeightsCopy());
        try {
            ClassificationLinearSGDProto found =
                    model.serialize().getSerializedData().unpack(ClassificationLinearSGDProto.class);
            return model(
                    LinearSGDModel.class,
                    Any.pack(found.toBuilder()
                            .setMetadata(data.metadata(
                                    "linear-sgd-model", LinearSGDModel.class.getName(), trainer.getProvenance(), true))
                            .build()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Tribuo's own model is of another message", e);
        }
    }

    /**
     * Least squares with an elastic-net penalty, fitted to the standardised label, so that the penalty means the same in
     * every unit of the label.
     */
    ModelProto leastSquares(TribuoData<Regressor> data, Matrix matrix, String label) {
        Statistics labels = new Statistics(label);
        labels.addNumbers(new double[][] {matrix.labels()}, matrix.rows());
        double mean = labels.mean();
        double deviation = labels.scale(Scale.STANDARD);
        ElasticNetCDTrainer trainer = new ElasticNetCDTrainer(
                real("alpha"), real("l1-ratio"), real("tolerance"), (int) real("iterations"), false, settings.seed());
        SparseModel<Regressor> model =
                trainer.train(data.dataset(value -> new Regressor(label, (value - mean) / deviation)), Map.of());
        try {
            SparseLinearModelProto found = model.serialize().getSerializedData().unpack(SparseLinearModelProto.class);
            return model(
                    SparseLinearModel.class,
                    Any.pack(inUnitsOfTheLabel(found, mean, deviation)
                            .setMetadata(data.metadata(
                                    "elastic-net-model",
                                    SparseLinearModel.class.getName(),
                                    trainer.getProvenance(),
                                    false))
                            .build()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Tribuo's own model is of another message", e);
        }
    }

    /**
     * The model of the label itself. Means of features are folded into the intercept: Tribuo subtracts them only from
     * features that an example names, which is wrong for examples that leave out zeros.
     */
    private static SparseLinearModelProto.Builder inUnitsOfTheLabel(
            SparseLinearModelProto model, double mean, double deviation) {
        SparseVector weights = (SparseVector) Tensor.deserialize(model.getWeights(0));
        DenseVector means = (DenseVector) Tensor.deserialize(model.getFeatureMeans());
        double shift = 0;
        boolean constant = true;
        for (VectorTuple weight : weights) {
            shift += weight.value * means.get(weight.index);
            constant &= weight.value == 0;
        }
        // Without any weight Tribuo predicts 1 norm above the mean: a norm of 0 makes it the mean.
        return model.toBuilder()
                .setFeatureMeans(new DenseVector(means.size()).serialize())
                .setYMean(0, mean - deviation * shift)
                .setYNorm(0, constant ? 0 : deviation);
    }

    private static ModelProto model(Class<?> type, Any content) {
        return ModelProto.newBuilder()
                .setVersion(0)
                .setClassName(type.getName())
                .setSerializedData(content)
                .build();
    }

    private void requireFinite(DenseMatrix weights) {
        for (int i = 0; i < weights.getDimension1Size(); i++) {
            for (int j = 0; j < weights.getDimension2Size(); j++) {
                if (!Double.isFinite(weights.get(i, j))) {
                    throw new MlException(
                            "The training did not converge: a weight is " + weights.get(i, j) + ".",
                            "Scale the features, or lower the learning-rate, which is "
                                    + settings.parameters().get("learning-rate") + ".");
                }
            }
        }
    }

    private double real(String parameter) {
        return Double.parseDouble(settings.parameters().get(parameter));
    }
}
