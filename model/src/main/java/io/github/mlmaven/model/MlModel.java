package io.github.mlmaven.model;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.model.Manifest.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trained model, ready to predict. Immutable and safe for use by many threads.
 *
 * <pre>{@code
 * MlModel diamonds = MlModel.load("diamonds");
 * Prediction price = diamonds.predict(Map.of("carat", 0.7, "cut", "Ideal"));
 * }</pre>
 */
public final class MlModel {

    private final Manifest manifest;
    private final Encoder encoder;
    private final Predictor predictor;
    private final RowReader rows;

    private MlModel(Manifest manifest, Encoder encoder, Predictor predictor) {
        this.manifest = manifest;
        this.encoder = encoder;
        this.predictor = predictor;
        this.rows = new RowReader(manifest.schema().inputs(), encoder);
    }

    /**
     * The model with a name on the class path, from the dependency with classifier {@code model}.
     *
     * @throws MlException if there is none, or it is damaged
     */
    public static MlModel load(String name) {
        return of(Bundle.onClassPath(name));
    }

    /**
     * The model of a bundle.
     *
     * @param bundle the JAR
     * @throws MlException if it is no bundle, or damaged
     */
    public static MlModel read(Path bundle) {
        return of(Bundle.read(bundle));
    }

    /** The model of a bundle that was read, and so verified. */
    public static MlModel of(Bundle bundle) {
        return of(bundle.manifest(), bundle.file(Bundle.ENCODER), bundle.file(Bundle.MODEL));
    }

    /**
     * A model from its parts.
     *
     * @param manifest its files need not be listed
     * @param encoder the content of {@link Bundle#ENCODER}
     * @param model the content of {@link Bundle#MODEL}
     */
    public static MlModel of(Manifest manifest, byte[] encoder, byte[] model) {
        Encoder fitted = Bundle.parse(Bundle.ENCODER, encoder, Encoder.class);
        Schema schema = manifest.schema();
        Predictor predictor = ModelFile.read(model, schema.task(), fitted.features(), schema.labels());
        int outputs = schema.task() == Task.REGRESSION ? 1 : schema.labels().size();
        if (predictor.outputs() != outputs) {
            throw new MlException(
                    "The model has " + predictor.outputs() + " outputs, its manifest " + outputs + ".",
                    "Package the model again.");
        }
        return new MlModel(manifest, fitted, predictor);
    }

    public Manifest manifest() {
        return manifest;
    }

    /** The fitted preprocessing. */
    public Encoder encoder() {
        return encoder;
    }

    /** What turns encoded features into outputs. */
    public Predictor predictor() {
        return predictor;
    }

    /**
     * Predicts one row.
     *
     * @param row values by input: a {@link Number} for numbers and integers, a {@link Boolean}, a {@link String} for
     *     categories; {@code null} or absent where missing. A category that the model never saw is not an error, nor is a
     *     number outside the range that the manifest gives. Numbers as text are refused, as are NaN and infinities.
     * @throws MlException naming the input that is unknown, missing, of the wrong type or beyond what a float holds
     */
    public Prediction predict(Map<String, ?> row) {
        float[] features = new float[encoder.features().size()];
        encoder.encode(rows.read(row), features, 0);
        for (int i = 0; i < features.length; i++) {
            if (Float.isInfinite(features[i])) {
                throw new MlException(
                        "The input '%s' is too large for the model, which calculates with floats."
                                .formatted(encoder.input(i)),
                        "Check its unit against the range of the training data.");
            }
        }
        double[] out = new double[predictor.outputs()];
        predictor.predict(features, 0, out);
        return prediction(out);
    }

    /**
     * Predicts many rows.
     *
     * @return one prediction a row, in their order
     * @throws MlException as {@link #predict(Map)}, naming the row from 0
     */
    public List<Prediction> predict(List<? extends Map<String, ?>> rows) {
        List<Prediction> predictions = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            try {
                predictions.add(predict(rows.get(i)));
            } catch (MlException e) {
                throw new MlException("Row " + i + ": " + e.problem(), e.remedy(), e);
            }
        }
        return predictions;
    }

    /** A prediction from the predictor's outputs. */
    public Prediction prediction(double[] out) {
        if (manifest.schema().task() == Task.REGRESSION) {
            return new Prediction.Value(out[0]);
        }
        List<String> labels = manifest.schema().labels();
        Map<String, Double> probabilities = new LinkedHashMap<>();
        int best = 0;
        for (int i = 0; i < out.length; i++) {
            probabilities.put(labels.get(i), out[i]);
            best = out[i] > out[best] ? i : best;
        }
        return new Prediction.Label(labels.get(best), probabilities);
    }
}
