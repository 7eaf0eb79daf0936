package io.github.mlmaven.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.List;
import org.tribuo.classification.protos.ImmutableLabelInfoProto;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.math.protos.DenseTensorProto;
import org.tribuo.math.protos.LinearParametersProto;
import org.tribuo.math.protos.SparseTensorProto;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.regression.slm.protos.SparseLinearModelProto;

/** Takes the weights out of Tribuo's linear models. Predictions are Tribuo's but for the last bits. */
final class LinearFile {

    private static final String SOFTMAX = "org.tribuo.math.util.ExpNormalizer";
    private static final String DENSE = "tribuo.math.impl.DenseTensorProto";

    private LinearFile() {}

    /**
     * The predictor of a LinearSGDModel.
     *
     * @param features of the encoder
     * @param labels in the order of the outputs
     */
    static LinearPredictor classification(ProtoMessage model, List<String> features, List<String> labels)
            throws IOException {
        String normalizer =
                model.part(ClassificationLinearSGDProto.NORMALIZER_FIELD_NUMBER).className();
        if (!normalizer.equals(SOFTMAX)) {
            throw new IllegalArgumentException("a linear model with the normalizer " + normalizer);
        }
        ProtoMessage metadata = model.part(ClassificationLinearSGDProto.METADATA_FIELD_NUMBER);
        NamedIds columns = FeatureDomain.ids(metadata, features);
        NamedIds rows = labels(metadata, labels);
        ProtoMessage matrix = model.part(ClassificationLinearSGDProto.PARAMS_FIELD_NUMBER)
                .content("parameter", "org.tribuo.math.LinearParameters", "tribuo.math.impl.LinearParametersProto")
                .part(LinearParametersProto.WEIGHTMATRIX_FIELD_NUMBER)
                .content("matrix", "org.tribuo.math.la.DenseMatrix", DENSE);
        // Tribuo's intercept is the weight of a last feature, which is always 1.
        int width = columns.count() + 1;
        DoubleBuffer found = dense(matrix, rows.count(), width);
        double[] intercepts = new double[labels.size()];
        double[][] weights = new double[labels.size()][features.size()];
        for (int label = 0; label < intercepts.length; label++) {
            int row = rows.of(label) * width;
            for (int i = 0; i < features.size(); i++) {
                weights[label][i] = columns.has(i) ? found.get(row + columns.of(i)) : 0;
            }
            intercepts[label] = found.get(row + columns.count());
        }
        return LinearPredictor.of(Link.SOFTMAX, intercepts, weights, new double[features.size()]);
    }

    private static NamedIds labels(ProtoMessage metadata, List<String> labels) throws IOException {
        ProtoMessage domain = metadata.part(ModelDataProto.OUTPUT_DOMAIN_FIELD_NUMBER)
                .content(
                        "list of labels",
                        "org.tribuo.classification.ImmutableLabelInfo",
                        "tribuo.classification.ImmutableLabelInfoProto");
        int count = domain.count(ImmutableLabelInfoProto.LABEL_FIELD_NUMBER);
        if (count != labels.size()) {
            throw new IllegalArgumentException(count + " labels in the place of " + labels.size());
        }
        int[] rows = domain.wholes(ImmutableLabelInfoProto.ID_FIELD_NUMBER, count);
        NamedIds ids = new NamedIds(labels, count);
        int[] next = {0};
        domain.parts(ImmutableLabelInfoProto.LABEL_FIELD_NUMBER, label -> ids.put(label.utf8(), rows[next[0]++]));
        for (int i = 0; i < count; i++) {
            if (!ids.has(i)) {
                throw new IllegalArgumentException("no label '" + labels.get(i) + "'");
            }
        }
        return ids;
    }

    /**
     * The predictor of a SparseLinearModel of one output.
     *
     * @param features of the encoder
     */
    static LinearPredictor regression(ProtoMessage model, List<String> features) throws IOException {
        int outputs = model.count(SparseLinearModelProto.WEIGHTS_FIELD_NUMBER);
        if (outputs != 1) {
            throw new IllegalArgumentException(outputs + " outputs in the place of one");
        }
        if (model.whole(SparseLinearModelProto.BIAS_FIELD_NUMBER) != 0) {
            throw new IllegalArgumentException("a sparse linear model with a bias feature, which is not supported");
        }
        NamedIds ids = FeatureDomain.ids(model.part(SparseLinearModelProto.METADATA_FIELD_NUMBER), features);
        double mean =
                model.doubles(SparseLinearModelProto.Y_MEAN_FIELD_NUMBER, 1).get(0);
        double norm =
                model.doubles(SparseLinearModelProto.Y_NORM_FIELD_NUMBER, 1).get(0);
        double[] found = sparse(model.part(SparseLinearModelProto.WEIGHTS_FIELD_NUMBER), ids.count());
        if (found.length == 0) {
            // Such a model of Tribuo predicts 1 norm above the mean.
            return LinearPredictor.of(Link.IDENTITY, new double[] {norm + mean}, new double[1][0], new double[0]);
        }
        DoubleBuffer means = vector(model.part(SparseLinearModelProto.FEATURE_MEANS_FIELD_NUMBER), ids.count());
        DoubleBuffer norms = vector(model.part(SparseLinearModelProto.FEATURE_NORMS_FIELD_NUMBER), ids.count());
        double[] weights = new double[features.size()];
        double[] centers = new double[features.size()];
        for (int i = 0; i < weights.length; i++) {
            if (ids.has(i) && found[ids.of(i)] != 0) {
                weights[i] = found[ids.of(i)] / norms.get(ids.of(i)) * norm;
                centers[i] = means.get(ids.of(i));
            }
        }
        return LinearPredictor.of(Link.IDENTITY, new double[] {mean}, new double[][] {weights}, centers);
    }

    private static DoubleBuffer vector(ProtoMessage tensor, int size) throws IOException {
        return dense(tensor.content("vector", "org.tribuo.math.la.DenseVector", DENSE), size);
    }

    private static DoubleBuffer dense(ProtoMessage tensor, int... shape) throws IOException {
        int[] found = tensor.wholes(DenseTensorProto.DIMENSIONS_FIELD_NUMBER, shape.length);
        long size = 1;
        for (int i = 0; i < shape.length; i++) {
            if (found[i] != shape[i]) {
                throw new IllegalArgumentException("weights for " + found[i] + " in the place of " + shape[i]);
            }
            size *= shape[i];
        }
        return tensor.doubles(DenseTensorProto.VALUES_FIELD_NUMBER, size);
    }

    /** The weights of all features; none at all where all are 0. */
    private static double[] sparse(ProtoMessage tensor, int size) throws IOException {
        ProtoMessage vector =
                tensor.content("vector", "org.tribuo.math.la.SparseVector", "tribuo.math.impl.SparseTensorProto");
        int of = vector.wholes(SparseTensorProto.DIMENSIONS_FIELD_NUMBER, 1)[0];
        int count = vector.whole(SparseTensorProto.NUMNONZERO_FIELD_NUMBER);
        if (of != size || count < 0 || count > size) {
            throw new IllegalArgumentException(count + " weights of " + of + " features, there are " + size);
        }
        if (count == 0) {
            return new double[0];
        }
        ByteBuffer indexes = vector.littleEndian(SparseTensorProto.INDICES_FIELD_NUMBER, count, Integer.BYTES);
        DoubleBuffer values = vector.doubles(SparseTensorProto.VALUES_FIELD_NUMBER, count);
        double[] weights = new double[size];
        int last = -1;
        for (int i = 0; i < count; i++) {
            int index = indexes.getInt();
            if (index <= last || index >= size) {
                throw new IllegalArgumentException("a weight of the feature " + index + " behind that of " + last);
            }
            weights[index] = values.get();
            last = index;
        }
        return weights;
    }
}
