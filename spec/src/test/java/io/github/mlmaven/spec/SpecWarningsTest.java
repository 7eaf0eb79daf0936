package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecWarningsTest {

    private static final String SMALL = """
            task: regression
            data:
              source: data.csv
              label: price
              split: {test: 0.2, validation: 0.1}
            columns:
              carat: {type: number}
              price: {type: number, when: training}
            """;

    @TempDir
    Path folder;

    @Test
    void validation_rows_that_the_trainer_does_not_look_at_are_told() {
        assertThat(warnings(SMALL))
                .containsExactly(unused(Map.of("trainer", "xgboost", "parameter", "early-stopping")));
        assertThat(warnings(SMALL + "train: {trainer: random-forest}\n"))
                .containsExactly(unused(Map.of("trainer", "random-forest", "parameter", "")));
        assertThat(warnings(SMALL + "train: {parameters: {early-stopping: 0.0}}\n"))
                .hasSize(1);
    }

    @Test
    void validation_rows_that_stop_the_training_are_no_warning() {
        assertThat(warnings(SMALL + "train: {parameters: {early-stopping: 5}}\n"))
                .isEmpty();
        assertThat(warnings(SMALL.replace(", validation: 0.1", ""))).isEmpty();
    }

    private static SpecWarning unused(Map<String, String> values) {
        return SpecWarning.of(SpecWarningCode.VALIDATION_UNUSED, new SpecPlace("model.yaml", 5, 22), values);
    }

    private List<SpecWarning> warnings(String text) {
        try {
            return SpecReader.read(Files.writeString(folder.resolve("model.yaml"), text), "example")
                    .warnings();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
