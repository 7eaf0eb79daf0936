package io.github.mlmaven.model;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.text.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** A real model of two inputs, trained by Tribuo on eight rows: small things are cheap, large ones dear. */
final class TinyModel {

    static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    private static final OptionalDouble KEEP = OptionalDouble.empty();

    private TinyModel() {}

    static Manifest manifest() {
        Range range = new Range(OptionalDouble.of(0), OptionalDouble.of(10));
        Range any = new Range(KEEP, KEEP);
        return new Manifest(
                Manifest.FORMAT,
                "tiny",
                "1.0",
                new Manifest.Model(TribuoFormats.LINEAR_CLASSIFICATION, "logistic-regression"),
                new Schema(
                        Task.CLASSIFICATION,
                        List.of(
                                new Input("size", ColumnType.NUMBER, List.of(), range, true),
                                new Input("colour", ColumnType.CATEGORY, List.of("blue", "red"), any, false)),
                        "price",
                        List.of("cheap", "dear")),
                new TreeMap<>(),
                new TreeMap<>(Map.of("tribuo", "4.3.2")));
    }

    static Encoder encoder() {
        return new Encoder(
                List.of(new Numeric("size", 4.5, 2, KEEP), new OneHot("colour", List.of("blue", "red"), KEEP)));
    }

    static org.tribuo.Model<Label> tribuo() {
        MutableDataset<Label> rows =
                new MutableDataset<>(new SimpleDataSourceProvenance("tiny", new LabelFactory()), new LabelFactory());
        String[] names = encoder().features().toArray(String[]::new);
        for (int i = 1; i <= 8; i++) {
            double[] features = {i % 2, 1 - i % 2, (i - 4.5) / 2};
            rows.add(new ArrayExample<>(new Label(i < 5 ? "cheap" : "dear"), names, features));
        }
        return new LogisticRegressionTrainer().train(rows);
    }

    static SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        byte[] encoder = Json.text(encoder()).getBytes(StandardCharsets.UTF_8);
        byte[] weights = tribuo().serialize().toByteArray();
        MlModel model = MlModel.of(manifest(), encoder, weights);
        List<Map<String, Object>> rows =
                List.of(Map.of("size", 1.0, "colour", "red"), Map.of("size", 8, "colour", "green"));
        Golden golden = Golden.of(rows.stream()
                .map(row -> Golden.Case.of(row, model.predict(row)))
                .toList());
        files.put(Bundle.ENCODER, encoder);
        files.put(Bundle.MODEL, weights);
        files.put(Bundle.GOLDEN, Json.text(golden).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    static String write(Path jar) {
        return BundleWriter.write(jar, manifest(), files(), TIME);
    }
}
