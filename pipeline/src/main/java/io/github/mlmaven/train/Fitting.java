package io.github.mlmaven.train;

import com.google.protobuf.CodedOutputStream;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.model.Bundle;
import io.github.mlmaven.model.Encoder;
import io.github.mlmaven.model.Golden;
import io.github.mlmaven.model.Manifest.Input;
import io.github.mlmaven.model.Manifest.Range;
import io.github.mlmaven.model.Manifest.Schema;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Training;
import io.github.mlmaven.step.Training.Settings;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import org.tribuo.protos.core.ModelProto;

/** Fits encoder and model to the training rows, and writes the model's files. */
public final class Fitting {

    private final Table table;
    private final ModelSpec spec;
    private final Order order;
    private final int threads;
    private final Progress progress;

    private Fitting(Table table, Order order, int threads, Progress progress) {
        this.table = table;
        this.spec = order.spec().spec();
        this.order = order;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * What is trained.
     *
     * @param dataHash what the model says that it learned from
     * @param place the folder, still to be made, for the model's files
     */
    public record Order(SpecFile spec, String dataHash, Path place) {}

    /**
     * Trains, and writes the model's files.
     *
     * @param threads changes the time, never the result
     * @throws MlException if the rows cannot be learned from, or the trainer cannot run
     */
    public static Training run(Table table, Order order, int threads, Progress progress) {
        return new Fitting(table, order, threads, progress).run();
    }

    private Training run() {
        if (table.rows(Part.TRAIN) == 0) {
            throw new MlException(
                    "There are no training rows: the split left none of " + table.rows() + ".",
                    "Lower data.split.test and data.split.validation, or add rows.");
        }
        List<String> labels = Labels.of(spec, table);
        TrainerDescriptor trainer = order.spec().catalog().trainer(spec.train().trainer());
        Encoder encoder = EncoderFit.fit(spec, table, trainer);
        Settings settings = Resolved.settings(trainer, spec.train());
        byte[] model = bytes(model(encoder, labels, settings));
        Schema schema = new Schema(spec.task(), inputs(encoder), spec.data().label(), labels);
        return write(encoder, schema, model, settings);
    }

    private ModelProto model(Encoder encoder, List<String> labels, Settings settings) {
        Matrix rows = Matrix.read(table, Part.TRAIN, encoder, spec.data().label(), labels);
        progress.info(
                "Training %s on %d rows with %d features.".formatted(settings.trainer(), rows.rows(), rows.features()));
        return isTrees(settings) ? trees(rows, encoder, labels, settings) : linear(rows, encoder, labels, settings);
    }

    private static boolean isTrees(Settings settings) {
        return settings.trainer().equals("xgboost") || settings.trainer().equals("random-forest");
    }

    private ModelProto trees(Matrix rows, Encoder encoder, List<String> labels, Settings settings) {
        TreeTrainer trainer = new TreeTrainer(settings, labels.size(), threads, progress);
        Booster booster = trainer.train(rows, validationRows(encoder, labels, settings));
        try {
            TreeModel model = TreeModel.of(booster, trainer.parameters(), rows);
            return spec.task() == Task.REGRESSION
                    ? model.regression(TribuoData.regression(
                            rows, encoder.features(), spec.data().label(), dataHash()))
                    : model.classification(TribuoData.classification(rows, encoder.features(), labels, dataHash()));
        } finally {
            booster.dispose();
        }
    }

    private Optional<Matrix> validationRows(Encoder encoder, List<String> labels, Settings settings) {
        if ("0".equals(settings.parameters().getOrDefault("early-stopping", "0"))) {
            return Optional.empty();
        }
        Matrix rows = Matrix.read(table, Part.VALIDATION, encoder, spec.data().label(), labels);
        if (rows.rows() == 0) {
            throw new MlException(
                    "Early stopping needs validation rows, and the split made none.",
                    "Raise data.split.validation, or set the parameter early-stopping to 0.");
        }
        return Optional.of(rows);
    }

    private ModelProto linear(Matrix rows, Encoder encoder, List<String> labels, Settings settings) {
        progress.tick("linear training", 0, 1);
        LinearTrainer trainer = new LinearTrainer(settings);
        String label = spec.data().label();
        ModelProto model = spec.task() == Task.REGRESSION
                ? trainer.leastSquares(TribuoData.regression(rows, encoder.features(), label, dataHash()), rows, label)
                : trainer.logistic(TribuoData.classification(rows, encoder.features(), labels, dataHash()));
        progress.tick("linear training", 1, 1);
        return model;
    }

    private String dataHash() {
        return order.dataHash();
    }

    private List<Input> inputs(Encoder encoder) {
        List<Input> inputs = new ArrayList<>();
        for (String column : spec.inputs()) {
            ColumnSpec declared = spec.column(column);
            Range range = new Range(declared.domain().min(), declared.domain().max());
            inputs.add(new Input(
                    column,
                    declared.type(),
                    encoder.values(column),
                    range,
                    declared.presence().required()));
        }
        return inputs;
    }

    private Training write(Encoder encoder, Schema schema, byte[] model, Settings settings) {
        SortedMap<String, String> versions = Versions.of(table, isTrees(settings));
        byte[] encoderBytes = utf8(encoder);
        MlModel made = MlModel.of(
                TrainedModel.manifest(order.spec().name(), "", schema, settings, versions), encoderBytes, model);
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(Bundle.ENCODER, encoderBytes);
        files.put(Bundle.MODEL, model);
        Golden golden = Golden.of(new GoldenRows(schema, encoder, made.predictor()).of(table));
        golden.check(made);
        files.put(Bundle.GOLDEN, utf8(golden));
        files.put(TrainedModel.SCHEMA, utf8(schema));
        SortedMap<String, String> hashes = new TreeMap<>();
        files.forEach((name, bytes) -> {
            Json.replace(order.place().resolve(name), bytes);
            hashes.put(name, Sha256.of(bytes));
        });
        return new Training(Training.FORMAT, settings, encoder.features(), hashes, versions);
    }

    private static byte[] utf8(Object record) {
        return Json.text(record).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ModelProto model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(model.getSerializedSize());
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.useDeterministicSerialization();
            model.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
