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
    void keys_that_do_nothing() {
        says(
                SpecWarningCode.SPLIT_KEY_UNUSED,
                Map.of("key", "test", "column", "part"),
                "the column 'part' says which rows are held out, so that data.split.test does nothing. Remove it, or"
                        + " data.split.column.");
        says(
                SpecWarningCode.MISSING_TEXTS_UNUSED,
                Map.of("source", "d.parquet"),
                "d.parquet has typed values and no texts, so that data.missing does nothing. Remove it.");
        says(
                SpecWarningCode.TEXT_FORMAT_UNUSED,
                Map.of("source", "d.parquet"),
                "d.parquet is no csv or tsv file, so that data.csv does nothing. Remove it.");
        says(
                SpecWarningCode.DATA_SNAPSHOT,
                Map.of("artifact", "org.example:houses:2-SNAPSHOT:csv"),
                "org.example:houses:2-SNAPSHOT:csv is a snapshot, of which the repository may have other rows tomorrow. Name"
                        + " a released version before the model is released.");
        says(
                SpecWarningCode.MAX_MISSING_UNUSED,
                Map.of("column", "carat"),
                "column 'carat' is required, so that max-missing allows nothing. Remove max-missing, or 'required'.");
        says(
                SpecWarningCode.MAX_INVALID_UNUSED,
                Map.of("column", "note"),
                "column 'note' is a text and has no rule to break, so that max-invalid does nothing. Remove it, or change"
                        + " the type.");
        says(
                SpecWarningCode.MISSING_UNUSED,
                Map.of("column", "carat"),
                "column 'carat' is required, so that nothing ever stands for a missing value. Remove 'missing', or drop"
                        + " 'required'.");
        says(
                SpecWarningCode.BIN_OUTSIDE_RANGE,
                Map.of("column", "carat"),
                "a bound of the slices of 'carat' is outside its min and max, so that a slice has no row. Move the bound,"
                        + " or correct min and max.");
    }

    @Test
    void a_gate_that_the_worst_model_passes() {
        says(
                SpecWarningCode.GATE_AGAINST_DIRECTION,
                Map.of("metric", "accuracy", "better", "higher", "opposite", "min"),
                "accuracy is better the higher it is, and the gate bounds it only on that side, so that the worst model"
                        + " passes. Set min, in its place or beside it.");
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
