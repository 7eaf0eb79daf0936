package io.github.mlmaven.model;

import com.google.protobuf.InvalidProtocolBufferException;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Task;
import java.util.List;
import java.util.Locale;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.protos.core.ModelProto;

/**
 * {@code model.pb}: a model in Tribuo's protobuf format. Other models than those named here are refused. A tree model is
 * Tribuo's XGBoostModel around the booster, whose bytes are read here without XGBoost's native library.
 */
final class ModelFile {

    private static final String TREES = "org.tribuo.common.xgboost.XGBoostModel";
    private static final String LINEAR_CLASSIFICATION = "org.tribuo.classification.sgd.linear.LinearSGDModel";
    private static final String LINEAR_REGRESSION = "org.tribuo.regression.slm.SparseLinearModel";

    private ModelFile() {}

    /** The predictor that a file holds. */
    static Predictor read(byte[] bytes, Task task, List<String> features, List<String> labels) {
        try {
            ModelProto proto = ModelProto.parseFrom(bytes);
            return switch (proto.getClassName()) {
                case TREES -> trees(proto, features.size());
                case LINEAR_CLASSIFICATION -> LinearFile.classification(proto, features, labels);
                case LINEAR_REGRESSION -> LinearFile.regression(proto, features);
                default -> throw new IllegalArgumentException("a model of the class " + proto.getClassName());
            };
        } catch (InvalidProtocolBufferException | IllegalArgumentException | IllegalStateException e) {
            throw new MlException(
                    "model.pb cannot be read as a " + task.name().toLowerCase(Locale.ROOT) + " model: " + e.getMessage()
                            + ".",
                    "Train and package it with the same version of ml-model that loads it.",
                    e);
        }
    }

    private static Predictor trees(ModelProto proto, int features) throws InvalidProtocolBufferException {
        XGBoostModelProto trees = proto.getSerializedData().unpack(XGBoostModelProto.class);
        if (trees.getModelsCount() != 1) {
            throw new IllegalArgumentException(trees.getModelsCount() + " boosters in the place of one");
        }
        TreePredictor predictor = TreePredictor.of(trees.getModels(0).toByteArray());
        if (predictor.features() != features) {
            throw new IllegalArgumentException(
                    "a booster of " + predictor.features() + " features for an encoder of " + features);
        }
        return predictor;
    }
}
