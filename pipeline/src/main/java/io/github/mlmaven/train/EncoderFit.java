package io.github.mlmaven.train;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.FittedTransform;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Selection;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.measure.Frequency;
import io.github.mlmaven.model.Encoder;
import io.github.mlmaven.model.Flag;
import io.github.mlmaven.model.Numeric;
import io.github.mlmaven.model.OneHot;
import io.github.mlmaven.model.Ordinal;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.Encoding;
import io.github.mlmaven.spec.FeatureSpec;
import io.github.mlmaven.spec.Missing;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Fits the encoder: what {@code auto} means for each column and trainer, and the statistics of the training rows. */
final class EncoderFit {

    private final ModelSpec spec;
    private final Table table;
    private final TrainerDescriptor trainer;

    private EncoderFit(ModelSpec spec, Table table, TrainerDescriptor trainer) {
        this.spec = spec;
        this.table = table;
        this.trainer = trainer;
    }

    /**
     * The encoder of a spec's inputs, fitted on the training rows.
     *
     * @throws MlException if there would be no feature, or two of one name
     */
    static Encoder fit(ModelSpec spec, Table table, TrainerDescriptor trainer) {
        EncoderFit fit = new EncoderFit(spec, table, trainer);
        List<FittedTransform> columns = new ArrayList<>();
        for (String column : spec.inputs()) {
            columns.add(fit.column(column, spec.column(column), spec.feature(column)));
        }
        try {
            Encoder encoder = new Encoder(columns);
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

    private FittedTransform column(String name, ColumnSpec column, FeatureSpec feature) {
        if (column.type() == ColumnType.BOOLEAN) {
            return new Flag(
                    name,
                    trainer.takesMissing() && feature.missing() != Missing.MODE
                            ? OptionalDouble.empty()
                            : flagMode(name));
        }
        if (column.type().isNumeric()) {
            Statistics statistics = statistics(Selection.number(name));
            return new Numeric(
                    name,
                    statistics.shift(scale(feature.scale())),
                    statistics.scale(scale(feature.scale())),
                    missing(name, feature.missing(), statistics));
        }
        List<String> declared = column.domain().values();
        List<String> categories = declared.isEmpty() ? table.distinct(Part.TRAIN, name) : declared;
        boolean ordinal = feature.encode() == Encoding.ORDINAL
                || (feature.encode() == Encoding.AUTO && column.domain().ordered());
        return ordinal
                ? ordinal(name, categories, feature)
                : new OneHot(
                        name,
                        categories,
                        feature.missing() == Missing.MODE ? categoryMode(name, categories) : OptionalDouble.empty());
    }

    private FittedTransform ordinal(String name, List<String> categories, FeatureSpec feature) {
        Scale scale = scale(feature.scale());
        boolean keep = trainer.takesMissing() && feature.missing() != Missing.MODE;
        Statistics statistics = statistics(Selection.index(name, categories));
        return new Ordinal(
                name,
                categories,
                statistics.shift(scale),
                statistics.scale(scale),
                keep
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(categoryMode(name, categories).orElse(0)));
    }

    private Scale scale(Scale scale) {
        if (scale != Scale.AUTO) {
            return scale;
        }
        return trainer.needsScaling() ? Scale.STANDARD : Scale.NONE;
    }

    private OptionalDouble missing(String name, Missing missing, Statistics statistics) {
        Missing policy = missing != Missing.AUTO ? missing : trainer.takesMissing() ? Missing.KEEP : Missing.MEDIAN;
        double value = switch (policy) {
            case AUTO, KEEP -> Double.NaN;
            case MEDIAN -> orZero(table.median(Part.TRAIN, name));
            case MEAN -> statistics.mean();
            case MODE -> mode(name).isEmpty() ? 0 : Double.parseDouble(mode(name));
            case ZERO -> 0;
        };
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private OptionalDouble flagMode(String name) {
        return OptionalDouble.of(mode(name).equals("true") ? 1 : 0);
    }

    private OptionalDouble categoryMode(String name, List<String> categories) {
        int index = categories.indexOf(mode(name));
        return index < 0 ? OptionalDouble.empty() : OptionalDouble.of(index);
    }

    /** The most frequent value as text; empty if there is none. */
    private String mode(String name) {
        return table.frequencies(Part.TRAIN, name, 1).stream()
                .map(Frequency::value)
                .findFirst()
                .orElse("");
    }

    private Statistics statistics(Selection selection) {
        Statistics statistics = new Statistics(selection.column());
        FeatureSpec feature = spec.feature(selection.column());
        // Another pass over the data is not free.
        if (trainer.needsScaling() || feature.scale() != Scale.AUTO || feature.missing() == Missing.MEAN) {
            table.read(
                    Part.TRAIN,
                    List.of(selection),
                    selection.values().isEmpty() ? statistics::addNumbers : statistics::addPositions);
        }
        return statistics;
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
