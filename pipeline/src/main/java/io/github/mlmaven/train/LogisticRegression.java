package io.github.mlmaven.train;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.ModelBytes;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Trainer;
import io.github.mlmaven.api.TrainerSettings;
import io.github.mlmaven.api.TrainingSet;
import io.github.mlmaven.model.TribuoFormats;
import io.github.mlmaven.task.TribuoOutput;
import io.github.mlmaven.text.Numbers;
import java.util.SortedMap;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.protos.core.ModelProto;

/** {@code logistic-regression}: multinomial logistic regression by Tribuo, on rows without missing features. */
final class LogisticRegression implements Trainer {

    private static final double ADAGRAD_EPSILON = 0.1;

    @Override
    public String name() {
        return "logistic-regression";
    }

    @Override
    public SortedMap<String, String> versions() {
        return Versions.linear();
    }

    /** What the trainer is told. */
    record Settings(int epochs, double learningRate) {

        static Settings of(Arguments arguments) {
            return arguments.bind(in -> new Settings(in.whole("epochs"), in.real("learning-rate")));
        }
    }

    @Override
    public ModelBytes train(TrainingSet rows, TrainerSettings settings, Progress progress) {
        progress.tick("linear training", 0, 1);
        Settings told = Settings.of(settings.arguments());
        // A minibatch of more than one row fails in Tribuo 4.3.2 on sparse rows.
        LinearSGDTrainer trainer = new LinearSGDTrainer(
                new LogMulticlass(),
                new AdaGrad(told.learningRate(), ADAGRAD_EPSILON),
                told.epochs(),
                -1,
                1,
                settings.seed());
        TribuoData<Label> data =
                new TribuoData<>(rows, TribuoOutput.labels(rows.target().labels()));
        LinearSGDModel model = trainer.train(data.dataset());
        requireFinite(model.getWeightsCopy(), told);
        ModelProto file = file(model, data, trainer);
        progress.tick("linear training", 1, 1);
        return TribuoData.bytes(TribuoFormats.LINEAR_CLASSIFICATION, file);
    }

    private static ModelProto file(LinearSGDModel model, TribuoData<Label> data, LinearSGDTrainer trainer) {
        try {
            ClassificationLinearSGDProto found =
                    model.serialize().getSerializedData().unpack(ClassificationLinearSGDProto.class);
            return TribuoData.proto(
                    LinearSGDModel.class,
                    Any.pack(found.toBuilder()
                            .setMetadata(data.metadata(
                                    "linear-sgd-model", LinearSGDModel.class.getName(), trainer.getProvenance()))
                            .build()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Tribuo's own model is of another message", e);
        }
    }

    private static void requireFinite(DenseMatrix weights, Settings told) {
        for (int i = 0; i < weights.getDimension1Size(); i++) {
            for (int j = 0; j < weights.getDimension2Size(); j++) {
                if (!Double.isFinite(weights.get(i, j))) {
                    throw new MlException(
                            "The training did not converge: a weight is " + weights.get(i, j) + ".",
                            "Scale the features, or lower the learning-rate, which is "
                                    + Numbers.plain(told.learningRate()) + ".");
                }
            }
        }
    }
}
