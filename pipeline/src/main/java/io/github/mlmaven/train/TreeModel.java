package io.github.mlmaven.train;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import io.github.mlmaven.api.EncodedRows;
import io.github.mlmaven.api.TrainingSet;
import io.github.mlmaven.model.TreePredictor;
import io.github.mlmaven.task.TreeOutput;
import java.util.Arrays;
import java.util.SortedMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.Output;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.TrainerProvenance;

/** A trained booster as the model file of Tribuo's XGBoostModel. */
final class TreeModel {

    private static final int VERIFIED_ROWS = 1_000;

    private final byte[] booster;
    private final int rounds;
    private final SortedMap<String, Object> parameters;

    private TreeModel(byte[] booster, int rounds, SortedMap<String, Object> parameters) {
        this.booster = booster;
        this.rounds = rounds;
        this.parameters = parameters;
    }

    /**
     * Takes a booster, after it was seen that predictions in plain Java are its own, bit for bit.
     *
     * @param parameters what XGBoost was told
     * @param rows with the training rows
     */
    static TreeModel of(Booster booster, SortedMap<String, Object> parameters, TrainingSet rows) {
        return NativeXgboost.call(() -> {
            byte[] bytes = booster.toByteArray("ubj");
            verify(booster, TreePredictor.of(bytes, rows.target().task()), rows.training());
            return new TreeModel(bytes, booster.getNumBoostedRound(), parameters);
        });
    }

    /** The model file. */
    <T extends Output<T>> ModelProto proto(TreeOutput<T> output, TribuoData<T> data) {
        TrainerProvenance trainer = output.provenance().of(rounds, parameters);
        XGBoostModelProto content = XGBoostModelProto.newBuilder()
                .setMetadata(data.metadata("xgboost-model", XGBoostModel.class.getName(), trainer))
                .setConverter(output.converter())
                .addModels(ByteString.copyFrom(booster))
                .build();
        return ModelProto.newBuilder()
                .setVersion(XGBoostModel.CURRENT_VERSION)
                .setClassName(XGBoostModel.class.getName())
                .setSerializedData(Any.pack(content))
                .build();
    }

    private static void verify(Booster booster, TreePredictor predictor, EncodedRows rows) throws XGBoostError {
        int count = Math.min(VERIFIED_ROWS, rows.rows());
        float[] values = Arrays.copyOf(rows.values(), count * rows.features());
        DMatrix matrix = new DMatrix(values, count, rows.features(), Float.NaN);
        try {
            float[][] expected = booster.predict(matrix, true);
            for (int row = 0; row < count; row++) {
                float[] found = predictor.margins(values, row * rows.features());
                if (!Arrays.equals(found, expected[row])) {
                    throw new IllegalStateException("training row %s: XGBoost's margins are %s, the predictor's are %s"
                            .formatted(row, Arrays.toString(expected[row]), Arrays.toString(found)));
                }
            }
        } finally {
            matrix.dispose();
        }
    }
}
