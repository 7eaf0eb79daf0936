package io.github.mlmaven.model;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.MutableDataset;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.impl.ArrayExample;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.ElasticNetCDTrainer;

/** A model of the inputs of {@link TinyModel}, one of each kind that a bundle can hold. */
record SmallModel(String kind, Manifest manifest, SortedMap<String, byte[]> files) {

    private static final int ROWS = 60;

    /** What is asked of every model that is loaded. */
    static final List<Map<String, Object>> ROWS_ASKED = List.of(
            Map.of("size", 1.0, "colour", "red"),
            Map.of("size", 8, "colour", "green"),
            Map.of("size", -3.4e38, "colour", "blue"));

    static List<SmallModel> all() throws XGBoostError {
        List<String> two = List.of("cheap", "dear");
        List<String> three = List.of("cheap", "dear", "mid");
        return List.of(
                of(
                        "softmax",
                        TribuoFormats.LINEAR_CLASSIFICATION,
                        two,
                        TinyModel.tribuo().serialize()),
                of("line", TribuoFormats.LINEAR_REGRESSION, List.of(), line()),
                of("trees", TribuoFormats.TREES, List.of(), trees("reg:squarederror", 0)),
                of("logistic", TribuoFormats.TREES, two, trees("binary:logistic", 2)),
                of("share", TribuoFormats.TREES, two, trees("reg:squarederror", 2)),
                of("shares", TribuoFormats.TREES, three, trees(asShares(booster("multi:softprob", 3)))),
                of("softprob", TribuoFormats.TREES, three, trees("multi:softprob", 3)));
    }

    private static SmallModel of(String kind, String format, List<String> labels, ModelProto model) {
        Manifest tiny = TinyModel.manifest();
        Schema schema = new Schema(
                labels.isEmpty() ? Task.REGRESSION : Task.CLASSIFICATION,
                tiny.schema().inputs(),
                tiny.schema().label(),
                labels);
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                tiny.name(),
                tiny.version(),
                new Manifest.Model(format, kind),
                schema,
                tiny.files(),
                tiny.versions());
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(Bundle.ENCODER, Json.text(TinyModel.encoder()).getBytes(StandardCharsets.UTF_8));
        files.put(Bundle.MODEL, model.toByteArray());
        MlModel loaded = MlModel.of(manifest, files.get(Bundle.ENCODER), files.get(Bundle.MODEL));
        Golden golden = Golden.of(ROWS_ASKED.stream()
                .map(row -> Golden.Case.of(row, loaded.predict(row)))
                .toList());
        files.put(Bundle.GOLDEN, Json.text(golden).getBytes(StandardCharsets.UTF_8));
        return new SmallModel(kind, manifest, files);
    }

    private static ModelProto line() {
        RegressionFactory prices = new RegressionFactory();
        MutableDataset<Regressor> rows = new MutableDataset<>(new SimpleDataSourceProvenance("small", prices), prices);
        String[] names = TinyModel.encoder().features().toArray(String[]::new);
        for (int i = 1; i <= ROWS; i++) {
            double[] features = {i % 2, 1 - i % 2, (i - 4.5) / 2};
            rows.add(new ArrayExample<>(new Regressor("price", 100 + 3 * features[2] - features[0]), names, features));
        }
        return new ElasticNetCDTrainer(0.001, 0.5).train(rows).serialize();
    }

    private static ModelProto trees(String objective, int labels) throws XGBoostError {
        return trees(booster(objective, labels));
    }

    /** The leaves of one objective read as those of a forest of labels, which XGBoost learns from gradients alone. */
    private static byte[] asShares(byte[] booster) {
        return Mutations.withText(booster, "objective{L\0\0\0\0\0\0\0\4name", "reg:squarederror");
    }

    private static byte[] booster(String objective, int labels) throws XGBoostError {
        float[] rows = new float[ROWS * 3];
        float[] label = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            rows[3 * i] = i % 2;
            rows[3 * i + 1] = 1 - i % 2;
            rows[3 * i + 2] = (i % 9 - 4.5f) / 2;
            label[i] = labels == 0 ? i % 9 * 10 : i * labels / ROWS;
        }
        DMatrix matrix = new DMatrix(rows, ROWS, 3, Float.NaN);
        matrix.setLabel(label);
        Map<String, Object> parameters =
                new HashMap<>(Map.of("objective", objective, "max_depth", 3, "tree_method", "hist", "nthread", 1));
        if (labels > 2) {
            parameters.put("num_class", labels);
        }
        return XGBoost.train(matrix, parameters, 3, Map.of(), null, null).toByteArray("ubj");
    }

    /** The model file of a booster. */
    static ModelProto trees(byte[] booster) {
        return ModelProto.newBuilder()
                .setClassName("org.tribuo.common.xgboost.XGBoostModel")
                .setSerializedData(Any.pack(XGBoostModelProto.newBuilder()
                        .addModels(ByteString.copyFrom(booster))
                        .build()))
                .build();
    }
}
