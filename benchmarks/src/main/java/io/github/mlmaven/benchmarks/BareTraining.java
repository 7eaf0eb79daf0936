package io.github.mlmaven.benchmarks;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.worker.WorkerLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost and nothing else, on a matrix of floats that is ready in a file: what training cannot be faster than. */
final class BareTraining {

    private BareTraining() {}

    /**
     * One training.
     *
     * @param matrix the file of {@link SyntheticTable#writeMatrix}
     * @param rows how many of its rows to train on, from the first
     */
    record Request(Path matrix, int rows, int rounds, int maxDepth, int threads) {}

    public static void main(String[] arguments) throws IOException {
        new WorkerLoop<>(Request.class, BareTraining::train).serveStandardStreams();
    }

    private static void train(Request request, Progress progress) {
        float[] labels = new float[request.rows()];
        try {
            DMatrix matrix =
                    new DMatrix(read(request.matrix(), labels), request.rows(), SyntheticTable.FEATURES, Float.NaN);
            matrix.setLabel(labels);
            Map<String, Object> parameters = Map.of(
                    "objective",
                    "reg:squarederror",
                    "tree_method",
                    "hist",
                    "max_depth",
                    request.maxDepth(),
                    "nthread",
                    request.threads());
            Booster booster = XGBoost.train(matrix, parameters, request.rounds(), Map.of(), null, null);
            progress.info("%s bytes of model".formatted(booster.toByteArray().length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    private static float[] read(Path file, float[] labels) throws IOException {
        int width = SyntheticTable.FEATURES + 1;
        float[] features = new float[labels.length * SyntheticTable.FEATURES];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FloatBuffer floats = channel.map(
                            FileChannel.MapMode.READ_ONLY, 0, (long) labels.length * width * Float.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            for (int row = 0; row < labels.length; row++) {
                floats.get(features, row * SyntheticTable.FEATURES, SyntheticTable.FEATURES);
                labels[row] = floats.get();
            }
        }
        return features;
    }
}
