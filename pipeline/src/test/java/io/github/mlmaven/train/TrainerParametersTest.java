package io.github.mlmaven.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.Parameter;
import io.github.mlmaven.api.ParameterType;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.api.TrainerSettings;
import io.github.mlmaven.api.TrainingSet;
import io.github.mlmaven.spec.Catalog;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parameter that a trainer declares has an effect: a trainer that forgets one fails, and so does one that drops it. */
class TrainerParametersTest {

    /** Few rounds and passes, so that each training is short; none of them is at a bound. */
    private static final Map<String, String> SHORT =
            Map.of("rounds", "4", "trees", "4", "epochs", "4", "iterations", "40");

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
    void a_parameter_reaches_the_engine(TrainerDescriptor trainer, Parameter parameter) {
        Map<String, String> base = new TreeMap<>(SHORT);
        base.keySet()
                .retainAll(trainer.parameters().stream().map(Parameter::name).toList());
        Map<String, String> changed = new TreeMap<>(base);
        changed.put(parameter.name(), other(parameter, base.getOrDefault(parameter.name(), parameter.defaultValue())));

        // The bytes tell what the engine was told, beside what it made of it.
        assertThat(train(trainer, changed)).isNotEqualTo(train(trainer, base));
        assertThat(train(trainer, base)).isEqualTo(train(trainer, base));
    }

    private static byte[] train(TrainerDescriptor trainer, Map<String, String> parameters) {
        int labels = trainer.tasks().contains(Task.CLASSIFICATION) ? 2 : 0;
        TrainingSet rows = trainer.takesMissing() ? Samples.set(60, labels) : Samples.whole(60, labels);
        return Trainers.known()
                .named(trainer.name())
                .train(rows, new TrainerSettings(Arguments.of(trainer, parameters), 42, 1), Progress.SILENT)
                .bytes();
    }

    /** Another allowed value, not far from one. */
    private static String other(Parameter parameter, String value) {
        String near = parameter.name().equals("early-stopping")
                ? "1"
                : new BigDecimal(value)
                        .multiply(new BigDecimal("0.5"))
                        .max(parameter.type() instanceof ParameterType.Whole ? BigDecimal.ONE : new BigDecimal("0.001"))
                        .toPlainString();
        assertThat(parameter.type().plain(near))
                .isPresent()
                .isNotEqualTo(parameter.type().plain(value));
        return near;
    }
}
