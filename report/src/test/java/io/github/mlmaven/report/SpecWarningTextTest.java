package io.github.mlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.spec.SpecWarning;
import io.github.mlmaven.spec.SpecWarningCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpecWarningTextTest {

    @Test
    void validation_rows_that_nobody_looks_at() {
        says(
                SpecWarningCode.VALIDATION_UNUSED,
                Map.of("trainer", "xgboost", "parameter", "early-stopping"),
                "rows are held out for validation, and xgboost looks at none of them. Set"
                        + " train.parameters.early-stopping, or remove data.split.validation, so that they train.");
        says(
                SpecWarningCode.VALIDATION_UNUSED,
                Map.of("trainer", "random-forest", "parameter", ""),
                "rows are held out for validation, and random-forest looks at none of them. Remove"
                        + " data.split.validation, so that they train.");
    }

    @Test
    void a_warning_that_does_not_say_all_is_our_fault() {
        SpecWarning silent = warning(SpecWarningCode.VALIDATION_UNUSED, Map.of());

        assertThatThrownBy(() -> SpecWarningText.sentence(silent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the warning validation-unused does not say its trainer");
    }

    @ParameterizedTest
    @EnumSource
    void every_warning_has_a_row_in_the_docs(SpecWarningCode code) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "findings.md"))).contains("\n| `" + code.key() + "` | ");
    }

    private static void says(SpecWarningCode code, Map<String, String> values, String words) {
        assertThat(ConsoleReport.warning(warning(code, values)))
                .isEqualTo("model.yaml line 12, column 3: " + words + " [" + code.key() + "]");
    }

    private static SpecWarning warning(SpecWarningCode code, Map<String, String> values) {
        return new SpecWarning(code, new SpecPlace("model.yaml", 12, 3), new TreeMap<>(values));
    }
}
