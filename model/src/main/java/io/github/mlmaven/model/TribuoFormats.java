package io.github.mlmaven.model;

import io.github.mlmaven.api.Target;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;

/**
 * Models in Tribuo's protobuf format. The class that a file names must be the one of its format; no class is ever loaded by a
 * name in a file.
 */
public final class TribuoFormats {

    /** Tribuo's XGBoostModel around a booster, whose bytes are read without XGBoost's native library. */
    public static final String TREES = "tribuo-xgboost";

    /** Tribuo's LinearSGDModel. */
    public static final String LINEAR_CLASSIFICATION = "tribuo-linear-sgd";

    /** Tribuo's SparseLinearModel. */
    public static final String LINEAR_REGRESSION = "tribuo-sparse-linear";

    static final List<ModelFormat> ALL = List.of(
            new Format(
                    TREES,
                    "org.tribuo.common.xgboost.XGBoostModel",
                    "tribuo.common.xgboost.XGBoostModelProto",
                    TribuoFormats::trees),
            new Format(
                    LINEAR_CLASSIFICATION,
                    "org.tribuo.classification.sgd.linear.LinearSGDModel",
                    "tribuo.classification.sgd.ClassificationLinearSGDProto",
                    (model, features, target) -> LinearFile.classification(model, features, target.labels())),
            new Format(
                    LINEAR_REGRESSION,
                    "org.tribuo.regression.slm.SparseLinearModel",
                    "tribuo.regression.mnb.SparseLinearModelProto",
                    (model, features, target) -> LinearFile.regression(model, features)));

    private TribuoFormats() {}

    private static Predictor trees(ProtoMessage model, List<String> features, Target target) throws IOException {
        int boosters = model.count(XGBoostModelProto.MODELS_FIELD_NUMBER);
        if (boosters != 1) {
            throw new IllegalArgumentException(boosters + " boosters in the place of one");
        }
        TreePredictor predictor = TreePredictor.of(
                model.part(XGBoostModelProto.MODELS_FIELD_NUMBER).bytes(), target.task());
        if (predictor.features() != features.size()) {
            throw new IllegalArgumentException(
                    "a booster of " + predictor.features() + " features for an encoder of " + features.size());
        }
        if (predictor.task() != target.task()) {
            throw new IllegalArgumentException(
                    "a booster for a " + predictor.task().name().toLowerCase(Locale.ROOT));
        }
        return predictor;
    }

    /**
     * Models of one class of Tribuo's.
     *
     * @param type the message that holds one
     */
    private record Format(String name, String className, String type, Content content) implements ModelFormat {

        @Override
        public Predictor read(byte[] model, List<String> features, Target target) throws IOException {
            return content.read(ProtoMessage.of(model).content("model", className, type), features, target);
        }
    }

    /** Reads a message that is known to be of the class. */
    @FunctionalInterface
    private interface Content {
        Predictor read(ProtoMessage model, List<String> features, Target target) throws IOException;
    }
}
