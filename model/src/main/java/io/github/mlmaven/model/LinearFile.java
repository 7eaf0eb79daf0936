package io.github.mlmaven.model;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.SparseVector;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.la.VectorTuple;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.regression.slm.protos.SparseLinearModelProto;

/** Takes the weights out of Tribuo's linear models. Predictions are Tribuo's but for the last bits. */
final class LinearFile {

    private static final String SOFTMAX = "org.tribuo.math.util.ExpNormalizer";

    private LinearFile() {}

    /**
     * The predictor of a LinearSGDModel.
     *
     * @param features of the encoder
     * @param labels in the order of the outputs
     */
    static LinearPredictor classification(ModelProto file, List<String> features, List<String> labels)
            throws InvalidProtocolBufferException {
        String normalizer = file.getSerializedData()
                .unpack(ClassificationLinearSGDProto.class)
                .getNormalizer()
                .getClassName();
        if (!normalizer.equals(SOFTMAX)) {
            throw new IllegalArgumentException("a linear model with the normalizer " + normalizer);
        }
        LinearSGDModel model = (LinearSGDModel) Model.deserialize(file);
        int[] ids = ids(model.getFeatureIDMap(), features);
        ImmutableOutputInfo<Label> outputs = model.getOutputIDInfo();
        if (outputs.size() != labels.size()) {
            throw new IllegalArgumentException(outputs.size() + " labels in the place of " + labels.size());
        }
        DenseMatrix found = model.getWeightsCopy();
        double[] intercepts = new double[labels.size()];
        double[][] weights = new double[labels.size()][features.size()];
        for (int label = 0; label < intercepts.length; label++) {
            int output = outputs.getID(new Label(labels.get(label)));
            if (output < 0) {
                throw new IllegalArgumentException("no label '" + labels.get(label) + "'");
            }
            for (int i = 0; i < ids.length; i++) {
                weights[label][i] = ids[i] < 0 ? 0 : found.get(output, ids[i]);
            }
            // Tribuo's intercept is the weight of a last feature, which is always 1.
            intercepts[label] = found.get(output, found.getDimension2Size() - 1);
        }
        return new LinearPredictor(Link.SOFTMAX, intercepts, weights, new double[features.size()]);
    }

    /**
     * The predictor of a SparseLinearModel of one output.
     *
     * @param features of the encoder
     */
    static LinearPredictor regression(ModelProto file, List<String> features) throws InvalidProtocolBufferException {
        SparseLinearModelProto content = file.getSerializedData().unpack(SparseLinearModelProto.class);
        if (content.getWeightsCount() != 1 || content.getYMeanCount() != 1 || content.getYNormCount() != 1) {
            throw new IllegalArgumentException(content.getWeightsCount() + " outputs in the place of one");
        }
        if (content.getBias()) {
            throw new IllegalArgumentException("a sparse linear model with a bias feature, which is not supported");
        }
        int[] ids = ids(Model.deserialize(file).getFeatureIDMap(), features);
        double norm = content.getYNorm(0);
        SparseVector found = (SparseVector) Tensor.deserialize(content.getWeights(0));
        if (found.numActiveElements() == 0) {
            // Such a model of Tribuo predicts 1 norm above the mean.
            return new LinearPredictor(
                    Link.IDENTITY, new double[] {norm + content.getYMean(0)}, new double[1][0], new double[0]);
        }
        DenseVector means = (DenseVector) Tensor.deserialize(content.getFeatureMeans());
        DenseVector norms = (DenseVector) Tensor.deserialize(content.getFeatureNorms());
        double[] dense = new double[found.size()];
        for (VectorTuple weight : found) {
            dense[weight.index] = weight.value;
        }
        double[] weights = new double[features.size()];
        double[] centers = new double[features.size()];
        for (int i = 0; i < weights.length; i++) {
            if (ids[i] >= 0 && dense[ids[i]] != 0) {
                weights[i] = dense[ids[i]] / norms.get(ids[i]) * norm;
                centers[i] = means.get(ids[i]);
            }
        }
        return new LinearPredictor(
                Link.IDENTITY, new double[] {content.getYMean(0)}, new double[][] {weights}, centers);
    }

    /** The model's ids of the encoder's features; -1 for one that the model does not know, and so ignores. */
    private static int[] ids(ImmutableFeatureMap map, List<String> features) {
        int[] ids = features.stream().mapToInt(map::getID).toArray();
        long known =
                features.stream().filter(feature -> map.getID(feature) >= 0).count();
        if (known != map.size()) {
            throw new IllegalArgumentException(
                    "a model of " + map.size() + " features, of which the encoder makes " + known);
        }
        return ids;
    }
}
