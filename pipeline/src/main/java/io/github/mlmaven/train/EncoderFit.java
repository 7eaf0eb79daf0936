package io.github.mlmaven.train;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.Extensions;
import io.github.mlmaven.api.FittedTransform;
import io.github.mlmaven.api.InputColumn;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Transform;
import io.github.mlmaven.api.TransformDescriptor;
import io.github.mlmaven.api.TransformSettings;
import io.github.mlmaven.data.Rows;
import io.github.mlmaven.model.Encoder;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Fits the encoder: each input column's transform says what it wants to know of the training rows, and gets it. */
final class EncoderFit {

    private final FitSettings settings;
    private final Extensions<Transform> known = Transforms.known();
    private final Learning learning = new Learning();

    private EncoderFit(FitSettings settings) {
        this.settings = settings;
    }

    /**
     * The encoder of a spec's inputs, fitted on the training rows.
     *
     * @throws MlException if there would be no feature, or two of one name
     */
    static Encoder fit(Rows rows, FitSettings settings) {
        EncoderFit fit = new EncoderFit(settings);
        List<Supplier<? extends FittedTransform>> planned = new ArrayList<>();
        for (String column : settings.spec().inputs()) {
            planned.add(fit.plan(column));
        }
        fit.learning.read(rows);
        List<FittedTransform> fitted = new ArrayList<>();
        planned.forEach(transform -> fitted.add(transform.get()));
        return encoder(fitted);
    }

    private Supplier<? extends FittedTransform> plan(String column) {
        ModelSpec spec = settings.spec();
        ColumnSpec declared = spec.column(column);
        TransformDescriptor transform = settings.catalog().transform(spec.transform(column));
        return known.named(transform.name())
                .plan(
                        new InputColumn(
                                column, declared.type(), declared.domain().values()),
                        new TransformSettings(
                                Arguments.of(transform, spec.feature(column).arguments(transform)),
                                settings.trainer().traits()),
                        learning.of(column));
    }

    private static Encoder encoder(List<FittedTransform> transforms) {
        try {
            Encoder encoder = new Encoder(transforms);
            if (encoder.features().isEmpty()) {
                throw new MlException(
                        "No column is left to learn from: the model has no feature.",
                        "Declare columns of type number, integer, category or boolean beside the label.");
            }
            return encoder;
        } catch (IllegalArgumentException e) {
            throw new MlException(
                    "The columns cannot become features: " + e.getMessage() + ".",
                    "Rename a column, or drop it from the features.",
                    e);
        }
    }
}
