package io.github.mlmaven.model;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.FittedTransform;
import io.github.mlmaven.api.MlException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A trained model, ready to predict. Immutable and safe for use by many threads.
 *
 * <pre>{@code
 * MlModel diamonds = MlModel.load("diamonds");
 * Prediction price = diamonds.predict(Map.of("carat", 0.7, "cut", "Ideal"));
 * }</pre>
 */
public final class MlModel implements Inference {

    private static final String AGAIN = "Package the model again.";

    private final Manifest manifest;
    private final Encoder encoder;
    private final Predictor predictor;
    private final Inputs inputs;
    private final Outputs outputs;
    private final RowMaps maps;

    private MlModel(Manifest manifest, Encoder encoder, Predictor predictor) {
        this.manifest = manifest;
        this.encoder = encoder;
        this.predictor = predictor;
        try {
            this.inputs =
                    new Inputs(manifest.schema().inputs(), manifest.schema().label());
            this.outputs = Outputs.of(manifest.schema());
        } catch (IllegalArgumentException e) {
            throw new MlException("The manifest is of no model: " + e.getMessage() + ".", AGAIN, e);
        }
        this.maps = new RowMaps(inputs);
        if (!new HashSet<>(inputs.header().names()).equals(new HashSet<>(encoder.inputs()))) {
            throw new MlException(
                    "The manifest's inputs are " + inputs.header().names() + ", the encoder's " + encoder.inputs()
                            + ".",
                    AGAIN);
        }
        requireNumbers();
        if (predictor.outputs() != outputs.width() || outputs.width() == 0) {
            throw new MlException(
                    "The model has " + predictor.outputs() + " outputs, its manifest " + outputs.width() + ".", AGAIN);
        }
    }

    /** What is calculated with as a number must be one. */
    private void requireNumbers() {
        for (FittedTransform transform : encoder.transforms()) {
            if (transform instanceof Numeric number && !isNumber(number.column())) {
                throw new MlException(
                        "The manifest's input '" + number.column() + "' is a text, the encoder's a number.", AGAIN);
            }
        }
    }

    private boolean isNumber(String column) {
        return switch (inputs.columns().get(inputs.header().index(column)).type()) {
            case NUMBER, INTEGER, BOOLEAN -> true;
            case CATEGORY, TEXT -> false;
        };
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
        Encoder fitted = Encoder.read(encoder);
        Predictor predictor = ModelFormats.read(
                manifest.model().format(),
                model,
                fitted.features(),
                manifest.schema().target());
        return new MlModel(manifest, fitted, predictor);
    }

    public Manifest manifest() {
        return manifest;
    }

    /** What a batch of rows must have. */
    public Inputs inputs() {
        return inputs;
    }

    /** What the model says about a row. */
    public Outputs outputs() {
        return outputs;
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
        return outputs.prediction(answer(maps.read(row), RowName.NONE), 0);
    }

    /**
     * Predicts many rows.
     *
     * @return one prediction a row, in their order
     * @throws MlException as {@link #predict(Map)}, naming the row from 0
     */
    public List<Prediction> predict(List<? extends Map<String, ?>> rows) {
        Batch answer = answer(maps.read(rows), RowName.INDEX);
        return IntStream.range(0, answer.rows())
                .mapToObj(row -> outputs.prediction(answer, row))
                .toList();
    }

    @Override
    public Batch predict(Batch rows) {
        inputs.check(rows, RowName.INDEX);
        return answer(rows, RowName.INDEX);
    }

    private Batch answer(Batch rows, RowName names) {
        int width = encoder.features().size();
        float[] features = new float[Math.min(rows.rows(), encoder.tile()) * width];
        double[] numbers = new double[rows.rows() * outputs.width()];
        double[] row = new double[outputs.width()];
        for (int from = 0; from < rows.rows(); from += encoder.tile()) {
            int to = Math.min(from + encoder.tile(), rows.rows());
            int infinite = encoder.encode(rows, from, to, features, 0);
            if (infinite != Encoder.NONE) {
                throw tooLarge(infinite % width, names.of(rows.position(from + infinite / width)));
            }
            for (int i = from; i < to; i++) {
                predictor.predict(features, (i - from) * width, row);
                System.arraycopy(row, 0, numbers, i * row.length, row.length);
            }
        }
        return outputs.answer(numbers, rows.rows());
    }

    private MlException tooLarge(int feature, String row) {
        return new MlException(
                "%sThe input '%s' is too large for the model, which calculates with floats."
                        .formatted(row, encoder.input(feature)),
                "Check its unit against the range of the training data.");
    }
}
