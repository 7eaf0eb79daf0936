package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;

class MlModelTest {

    @TempDir
    Path folder;

    private MlModel model;

    @BeforeEach
    void readModel() {
        TinyModel.write(folder.resolve("tiny.jar"));
        model = MlModel.read(folder.resolve("tiny.jar"));
    }

    @Test
    void a_service_loads_the_model_from_its_class_path() throws IOException {
        inContext(folder.resolve("tiny.jar"), () -> {
            MlModel loaded = MlModel.load("tiny");
            Prediction prediction = loaded.predict(Map.of("size", 2.5, "colour", "red"));
            if (prediction instanceof Prediction.Label label) {
                assertThat(label.label()).isEqualTo("cheap");
                assertThat(label.probabilities()).containsOnlyKeys("cheap", "dear");
            }
            assertThat(prediction).isEqualTo(model.predict(Map.of("size", 2.5, "colour", "red")));
        });
    }

    @Test
    void a_model_that_is_not_on_the_class_path_is_named() {
        assertThatThrownBy(() -> MlModel.load("tinny"))
                .hasMessage("No model 'tinny' is on the class path: looked for META-INF/ml/tinny/manifest.json. Add the"
                        + " dependency with <classifier>model</classifier>, or correct the name.");
    }

    @Test
    void predictions_are_those_of_tribuo() {
        Prediction.Label mine = (Prediction.Label) model.predict(Map.of("size", 6, "colour", "blue"));
        var his = TinyModel.tribuo()
                .predict(new ArrayExample<>(
                        LabelFactory.UNKNOWN_LABEL,
                        new String[] {"colour=blue", "colour=red", "size"},
                        new double[] {1, 0, 0.75}));

        assertThat(mine.label()).isEqualTo(his.getOutput().getLabel());
        Map<String, Double> scores = new HashMap<>();
        his.getOutputScores().forEach((label, score) -> scores.put(label, score.getScore()));
        assertThat(mine.probabilities()).containsOnlyKeys("cheap", "dear");
        mine.probabilities()
                .forEach((label, probability) ->
                        assertThat(probability).isCloseTo(scores.getOrDefault(label, 0.0), within(1e-12)));
    }

    @Test
    void a_number_outside_the_range_of_the_schema_is_predicted() {
        Schema.Range range = TinyModel.manifest().schema().inputs().get(0).range();

        assertThat(range).isEqualTo(new Schema.Range(OptionalDouble.of(0), OptionalDouble.of(10)));
        assertThat(model.predict(Map.of("size", -1_000))).isInstanceOf(Prediction.Label.class);
    }

    @Test
    void numbers_of_every_class_are_the_same_number() {
        Prediction expected = model.predict(Map.of("size", 3));

        for (Number three : List.of(3L, (short) 3, 3f, 3.0, BigDecimal.valueOf(3), BigInteger.valueOf(3))) {
            assertThat(model.predict(Map.of("size", three))).isEqualTo(expected);
        }
    }

    @Test
    void what_is_missing_is_absent_or_null() {
        Map<String, Object> row = new HashMap<>(Map.of("size", 3));
        Prediction expected = model.predict(row);
        row.put("colour", null);

        assertThat(model.predict(row)).isEqualTo(expected);
    }

    @Test
    void a_number_that_no_float_holds_is_refused() {
        assertThatThrownBy(() -> model.predict(Map.of("size", 1e300)))
                .hasMessage("The input 'size' is too large for the model, which calculates with floats. Check its unit"
                        + " against the range of the training data.");
    }

    @Test
    void rows_together_are_rows_one_by_one() {
        List<Map<String, Object>> rows =
                List.of(Map.of("size", 1), Map.of("size", 8.5, "colour", "red"), Map.of("size", 3, "colour", "pink"));

        assertThat(model.predict(rows))
                .isEqualTo(rows.stream().map(row -> model.predict(row)).toList());
    }

    @Test
    void an_unknown_input_is_named_with_the_nearest() {
        assertThatThrownBy(() -> model.predict(Map.of("size", 1, "color", "red")))
                .hasMessage("The model has no input 'color'. Did you mean 'colour'? Its inputs are size, colour.");
    }

    @Test
    void a_required_input_that_is_missing_is_named_with_its_row() {
        assertThatThrownBy(() -> model.predict(List.of(Map.of("size", 1), new HashMap<String, Object>())))
                .hasMessage("Row 1: The input 'size' is missing. It is required: give it a value.");
    }

    @Test
    void a_value_of_the_wrong_type_is_named() {
        assertThatThrownBy(() -> model.predict(Map.of("size", "large")))
                .hasMessage(
                        "The input 'size' is \"large\", the model takes a finite number. Correct its number value.");
        assertThatThrownBy(() -> model.predict(Map.of("size", Double.NaN)))
                .hasMessage("The input 'size' is NaN, the model takes a finite number. Correct its number value.");
        assertThatThrownBy(() -> model.predict(Map.of("size", Double.NEGATIVE_INFINITY)))
                .hasMessage(
                        "The input 'size' is -Infinity, the model takes a finite number. Correct its number value.");
        assertThatThrownBy(() -> model.predict(Map.of("size", "7")))
                .hasMessage("The input 'size' is \"7\", the model takes a finite number. Correct its number value.");
        assertThatThrownBy(() -> model.predict(Map.of("size", "7".repeat(1_000))))
                .hasMessage("The input 'size' is \"" + "7".repeat(80)
                        + "...\", the model takes a finite number. Correct its number value.");
        assertThatThrownBy(() -> model.predict(Map.of("size", 1, "colour", 3)))
                .hasMessage("The input 'colour' is 3, the model takes a text. Correct its category value.");
    }

    @Test
    void golden_predictions_replay() {
        Bundle bundle = Bundle.read(folder.resolve("tiny.jar"));

        bundle.golden().check(model);

        assertThat(bundle.golden().cases()).hasSize(2);
    }

    @Test
    void golden_predictions_of_another_model_do_not_replay() {
        Golden golden = Bundle.read(folder.resolve("tiny.jar")).golden();
        Golden.Case first = golden.cases().get(0);
        Golden changed = new Golden(
                Golden.FORMAT,
                List.of(new Golden.Case(first.row(), first.value(), first.label(), Map.of("cheap", 0.5, "dear", 0.5))));

        assertThatThrownBy(() -> changed.check(model)).hasMessageStartingWith("Golden row 0: the model says cheap {");
    }

    @Test
    void many_threads_may_ask_at_once() {
        Prediction expected = model.predict(Map.of("size", 3));

        assertThat(Collections.nCopies(200, 3).parallelStream().map(size -> model.predict(Map.of("size", size))))
                .containsOnly(expected);
    }

    private static void inContext(Path jar, Runnable work) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
