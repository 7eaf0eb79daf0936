package io.github.mlmaven.model;

import com.google.protobuf.InvalidProtocolBufferException;
import io.github.mlmaven.api.Target;
import java.util.List;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.protos.core.ModelProto;

/** Models in Tribuo's protobuf format, by the class of theirs that is named in the file. No other class is ever loaded. */
public final class TribuoFormats {

    /** Tribuo's XGBoostModel around a booster, whose bytes are read without XGBoost's native library. */
    public static final String TREES = "tribuo-xgboost";

    /** Tribuo's LinearSGDModel. */
    public static final String LINEAR_CLASSIFICATION = "tribuo-linear-sgd";

    /** Tribuo's SparseLinearModel. */
    public static final String LINEAR_REGRESSION = "tribuo-sparse-linear";

    static final List<ModelFormat> ALL = List.of(
            new Format(TREES, "org.tribuo.common.xgboost.XGBoostModel", TribuoFormats::trees),
            new Format(
                    LINEAR_CLASSIFICATION,
                    "org.tribuo.classification.sgd.linear.LinearSGDModel",
                    (file, features, target) -> LinearFile.classification(file, features, target.labels())),
            new Format(
                    LINEAR_REGRESSION,
                    "org.tribuo.regression.slm.SparseLinearModel",
                    (file, features, target) -> LinearFile.regression(file, features)));

    private TribuoFormats() {}

    private static Predictor trees(ModelProto file, List<String> features, Target target)
            throws InvalidProtocolBufferException {
        XGBoostModelProto trees = file.getSerializedData().unpack(XGBoostModelProto.class);
        if (trees.getModelsCount() != 1) {
            throw new IllegalArgumentException(trees.getModelsCount() + " boosters in the place of one");
        }
        TreePredictor predictor = TreePredictor.of(trees.getModels(0).toByteArray(), target.task());
        if (predictor.features() != features.size()) {
            throw new IllegalArgumentException(
                    "a booster of " + predictor.features() + " features for an encoder of " + features.size());
        }
        return predictor;
    }

    /** Models of one class of Tribuo's. */
    private record Format(String name, String className, Content content) implements ModelFormat {

        @Override
        public Predictor read(byte[] model, List<String> features, Target target)
                throws InvalidProtocolBufferException {
            ModelProto file = ModelProto.parseFrom(model);
            if (!file.getClassName().equals(className)) {
                throw new IllegalArgumentException("a model of the class " + file.getClassName());
            }
            return content.read(file, features, target);
        }
    }

    /** Reads a file of a known class. */
    @FunctionalInterface
    private interface Content {
        Predictor read(ModelProto file, List<String> features, Target target) throws InvalidProtocolBufferException;
    }
}
