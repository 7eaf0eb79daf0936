package io.github.mlmaven.train;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import io.github.mlmaven.api.ModelBytes;
import io.github.mlmaven.api.Parameter;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.api.TrainingSet;
import io.github.mlmaven.model.TribuoFormats;
import io.github.mlmaven.spec.Catalog;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.regression.slm.protos.SparseLinearModelProto;

/** Every parameter that a trainer declares has an effect: a trainer that forgets one fails, and so does one that drops it. */
class TrainerParametersTest {

    /** Few rounds and passes, so that each training is short; none of them is at a bound. */
    private static final Map<String, String> SHORT =
            Map.of("rounds", "4", "trees", "4", "epochs", "4", "iterations", "40");

    /** Another value of each parameter, so far from the default that 60 rows tell. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            entry("rounds", "3"),
            entry("trees", "3"),
            entry("max-depth", "1"),
            entry("learning-rate", "0.1"),
            entry("min-child-weight", "5"),
            entry("subsample", "0.5"),
            entry("column-sample", "0.25"),
            entry("lambda", "3"),
            entry("alpha", "2"),
            entry("gamma", "2"),
            entry("max-bins", "4"),
            entry("early-stopping", "1"),
            entry("l1-ratio", "0.9"),
            entry("iterations", "1"),
            entry("tolerance", "0.9"),
            entry("epochs", "3"));

    @Test
    void each_trainer_that_is_described_is_there_and_each_that_is_there_is_described() {
        assertThat(Trainers.known().all().keySet())
                .containsExactlyInAnyOrderElementsOf(Catalog.builtIn().names(TrainerDescriptor.class));
    }

    static Stream<ArgumentSet> parameters() {
        return Catalog.builtIn().all(TrainerDescriptor.class).stream()
                .flatMap(trainer -> trainer.parameters().stream()
                        .map(parameter -> org.junit.jupiter.params.provider.Arguments.argumentSet(
                                trainer.name() + " " + parameter.name(), trainer, parameter)));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void a_parameter_changes_what_is_learned(TrainerDescriptor trainer, Parameter parameter) throws IOException {
        Map<String, String> base = new TreeMap<>(SHORT);
        base.keySet()
                .retainAll(trainer.parameters().stream().map(Parameter::name).toList());
        Map<String, String> changed = new TreeMap<>(base);
        changed.put(parameter.name(), requireNonNull(OTHERS.get(parameter.name()), parameter.name()));

        assertThat(learned(trainer, changed)).isNotEqualTo(learned(trainer, base));
        assertThat(learned(trainer, base)).isEqualTo(learned(trainer, base));
    }

    /** The trees or weights alone: the file around them also tells what the engine was told. */
    private static Object learned(TrainerDescriptor trainer, Map<String, String> parameters) throws IOException {
        int labels = trainer.tasks().contains(Task.CLASSIFICATION) ? 2 : 0;
        TrainingSet rows = trainer.takesMissing() ? Samples.set(60, labels) : Samples.whole(60, labels);
        ModelBytes model = Learned.by(trainer.name(), rows, parameters).model();
        Any content = ModelProto.parseFrom(model.bytes()).getSerializedData();
        return switch (model.format()) {
            case TribuoFormats.TREES -> content.unpack(XGBoostModelProto.class).getModels(0);
            case TribuoFormats.LINEAR_CLASSIFICATION ->
                content.unpack(ClassificationLinearSGDProto.class).getParams();
            default -> content.unpack(SparseLinearModelProto.class).getWeights(0);
        };
    }
}
