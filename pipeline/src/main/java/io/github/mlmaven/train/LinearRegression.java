package io.github.mlmaven.train;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.ModelBytes;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Trainer;
import io.github.mlmaven.api.TrainerSettings;
import io.github.mlmaven.api.TrainingSet;
import io.github.mlmaven.model.TribuoFormats;
import io.github.mlmaven.task.TribuoOutput;
import java.util.Map;
import java.util.SortedMap;
import org.tribuo.SparseModel;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.SparseVector;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.la.VectorTuple;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.regression.slm.SparseLinearModel;
import org.tribuo.regression.slm.protos.SparseLinearModelProto;

/**
 * {@code linear-regression}: least squares with an elastic-net penalty by Tribuo, on rows without missing features. It is
 * fitted to the standardised label, so that the penalty means the same in every unit of the label.
 */
final class LinearRegression implements Trainer {

    @Override
    public String name() {
        return "linear-regression";
    }

    @Override
    public SortedMap<String, String> versions() {
        return Versions.linear();
    }

    /** What the trainer is told. */
    record Settings(double alpha, double l1Ratio, double tolerance, int iterations) {

        static Settings of(Arguments arguments) {
            return arguments.bind(in ->
                    new Settings(in.real("alpha"), in.real("l1-ratio"), in.real("tolerance"), in.whole("iterations")));
        }
    }

    @Override
    public ModelBytes train(TrainingSet rows, TrainerSettings settings, Progress progress) {
        progress.tick("linear training", 0, 1);
        Settings told = Settings.of(settings.arguments());
        Statistics labels = labels(rows);
        ElasticNetCDTrainer trainer = new ElasticNetCDTrainer(
                told.alpha(), told.l1Ratio(), told.tolerance(), told.iterations(), false, settings.seed());
        TribuoData<Regressor> data =
                new TribuoData<>(rows, standardised(rows.target().label(), labels));
        SparseModel<Regressor> model = trainer.train(data.dataset(), Map.of());
        ModelProto file = file(inUnitsOfTheLabel(content(model), labels), data, trainer);
        progress.tick("linear training", 1, 1);
        return TribuoData.bytes(TribuoFormats.LINEAR_REGRESSION, file);
    }

    private static Statistics labels(TrainingSet rows) {
        Statistics labels = new Statistics(rows.target().label());
        for (double label : rows.training().labels()) {
            labels.add(label);
        }
        return labels;
    }

    private static TribuoOutput<Regressor> standardised(String label, Statistics labels) {
        TribuoOutput<Regressor> output = TribuoOutput.number(label);
        double mean = labels.mean();
        double deviation = labels.deviation();
        return new TribuoOutput<>(
                output.outputs(),
                output.factory(),
                number -> output.of().apply((number - mean) / deviation),
                output.probabilities());
    }

    private static SparseLinearModelProto content(SparseModel<Regressor> model) {
        try {
            return model.serialize().getSerializedData().unpack(SparseLinearModelProto.class);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Tribuo's own model is of another message", e);
        }
    }

    /**
     * The model of the label itself. Means of features are folded into the intercept: Tribuo subtracts them only from
     * features that an example names, which is wrong for examples that leave out zeros.
     */
    private static SparseLinearModelProto.Builder inUnitsOfTheLabel(SparseLinearModelProto model, Statistics labels) {
        double deviation = labels.deviation();
        SparseVector weights = (SparseVector) Tensor.deserialize(model.getWeights(0));
        DenseVector means = (DenseVector) Tensor.deserialize(model.getFeatureMeans());
        double shift = 0;
        boolean constant = true;
        for (VectorTuple weight : weights) {
            shift += weight.value * means.get(weight.index);
            constant &= weight.value == 0;
        }
        // Without any weight Tribuo predicts 1 norm above the mean: a norm of 0 makes it the mean.
        return model.toBuilder()
                .setFeatureMeans(new DenseVector(means.size()).serialize())
                .setYMean(0, labels.mean() - deviation * shift)
                .setYNorm(0, constant ? 0 : deviation);
    }

    private static ModelProto file(
            SparseLinearModelProto.Builder content, TribuoData<Regressor> data, ElasticNetCDTrainer trainer) {
        return TribuoData.proto(
                SparseLinearModel.class,
                Any.pack(content.setMetadata(data.metadata(
                                "elastic-net-model", SparseLinearModel.class.getName(), trainer.getProvenance()))
                        .build()));
    }
}
