package io.github.mlmaven.server;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.model.Bundle;
import io.github.mlmaven.model.BundleWriter;
import io.github.mlmaven.model.Encoder;
import io.github.mlmaven.model.Golden;
import io.github.mlmaven.model.Manifest;
import io.github.mlmaven.model.Numeric;
import io.github.mlmaven.model.Ordinal;
import io.github.mlmaven.model.TribuoFormats;
import io.github.mlmaven.text.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.ElasticNetCDTrainer;

/** Two models small enough to know by heart, in real bundles. */
final class TinyBundle {

    private static final Range ANY = new Range(OptionalDouble.empty(), OptionalDouble.empty());
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    private TinyBundle() {}

    /** The price of a diamond by its carat, which is required, and its cut: {@code Fair} or {@code Ideal}. */
    static Path diamonds(Path directory) {
        Encoder encoder = new Encoder(List.of(
                new Numeric("carat", 0, 1, OptionalDouble.empty()),
                new Ordinal("cut", List.of("Fair", "Ideal"), 0, 1, OptionalDouble.of(0))));
        Schema schema = new Schema(
                Task.REGRESSION,
                List.of(
                        new Input("carat", ColumnType.NUMBER, List.of(), ANY, true),
                        new Input("cut", ColumnType.CATEGORY, List.of("Fair", "Ideal"), ANY, false)),
                "price",
                List.of());
        RegressionFactory prices = new RegressionFactory();
        Dataset<Regressor> rows = dataset(
                prices,
                IntStream.range(1, 9)
                        .mapToObj(i -> new ArrayExample<>(
                                new Regressor("price", i * 1000.0 + i % 2 * 300),
                                new String[] {"carat", "cut"},
                                new double[] {i, i % 2}))
                        .toList());
        return write(directory, "diamonds", schema, encoder, new ElasticNetCDTrainer(0.001, 0.5).train(rows));
    }

    /** The species of a penguin, Adelie or Gentoo, by the length of its flipper. */
    static Path penguins(Path directory) {
        Encoder encoder = new Encoder(List.of(new Numeric("flipper", 200, 10, OptionalDouble.of(200))));
        Schema schema = new Schema(
                Task.CLASSIFICATION,
                List.of(new Input("flipper", ColumnType.INTEGER, List.of(), ANY, false)),
                "species",
                List.of("Adelie", "Gentoo"));
        Dataset<Label> rows = dataset(
                new LabelFactory(),
                IntStream.rangeClosed(-3, 3)
                        .mapToObj(i -> new ArrayExample<>(
                                new Label(i < 0 ? "Adelie" : "Gentoo"), new String[] {"flipper"}, new double[] {i}))
                        .toList());
        return write(directory, "penguins", schema, encoder, new LogisticRegressionTrainer().train(rows));
    }

    /** A request about some diamonds, different for each seed. */
    static String rows(int seed, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"carat\":%s,\"cut\":\"Ideal\"}".formatted(seed + i / 1024.0))
                .collect(Collectors.joining(",", "{\"rows\":[", "]}"));
    }

    private static <T extends Output<T>> Dataset<T> dataset(OutputFactory<T> outputs, List<? extends Example<T>> rows) {
        MutableDataset<T> dataset = new MutableDataset<>(new SimpleDataSourceProvenance("tiny", outputs), outputs);
        rows.forEach(dataset::add);
        return dataset;
    }

    private static String format(Schema schema) {
        return switch (schema.task()) {
            case CLASSIFICATION -> TribuoFormats.LINEAR_CLASSIFICATION;
            case REGRESSION -> TribuoFormats.LINEAR_REGRESSION;
        };
    }

    private static Path write(Path directory, String name, Schema schema, Encoder encoder, Model<?> model) {
        Path jar = directory.resolve(name + "-1.2.3-model.jar");
        Manifest.Model of = new Manifest.Model(format(schema), "linear");
        Manifest manifest = new Manifest(Manifest.FORMAT, name, "1.2.3", of, schema, new TreeMap<>(), new TreeMap<>());
        BundleWriter.write(
                jar,
                manifest,
                new TreeMap<>(Map.of(
                        Bundle.ENCODER, Json.text(encoder).getBytes(StandardCharsets.UTF_8),
                        Bundle.GOLDEN, Json.text(Golden.of(List.of())).getBytes(StandardCharsets.UTF_8),
                        Bundle.MODEL, model.serialize().toByteArray())),
                TIME);
        return jar;
    }
}
