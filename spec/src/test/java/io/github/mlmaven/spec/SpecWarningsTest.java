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

    private static final String PLAIN = SMALL.replace("{test: 0.2, validation: 0.1}", "{test: 0.2}");

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

    @Test
    void shares_and_groups_beside_a_split_column_are_told() {
        assertThat(warnings(SMALL.replace("validation: 0.1}", "group: [carat], column: part}")
                        .replace("columns:", "columns:\n  part: {type: text}")))
                .containsExactly(
                        warning(SpecWarningCode.SPLIT_KEY_UNUSED, 5, 11, Map.of("key", "test", "column", "part")),
                        warning(SpecWarningCode.SPLIT_KEY_UNUSED, 5, 22, Map.of("key", "group", "column", "part")));
    }

    @Test
    void missing_texts_of_a_source_without_texts_are_told() {
        String read = PLAIN.replace("label:", "missing: [NA]\n  label:");

        assertThat(warnings(read)).isEmpty();
        assertThat(warnings(read.replace("data.csv", "data.PARQUET")))
                .containsExactly(warning(SpecWarningCode.MISSING_TEXTS_UNUSED, 4, 3, Map.of("source", "data.PARQUET")));
        assertThat(warnings(read.replace("data.csv", "data.PARQUET").replace("missing: [NA]", "csv: {comment: '#'}")))
                .containsExactly(warning(SpecWarningCode.TEXT_FORMAT_UNUSED, 4, 3, Map.of("source", "data.PARQUET")));
    }

    @Test
    void a_snapshot_is_told_and_a_release_is_not() {
        String released = PLAIN.replace("source: data.csv", "artifact: org.example:houses:1.2.0:parquet:all");

        assertThat(warnings(released)).isEmpty();
        assertThat(warnings(released.replace("1.2.0", "1.2.0-SNAPSHOT")))
                .containsExactly(warning(
                        SpecWarningCode.DATA_SNAPSHOT,
                        3,
                        3,
                        Map.of("artifact", "org.example:houses:1.2.0-SNAPSHOT:parquet:all")));
    }

    @Test
    void the_format_of_data_from_elsewhere_is_told_by_its_path_or_type() {
        String csv = "    csv: {comment: '#'}\n    label:".replace("    ", "  ");
        String address = PLAIN.replace("  label:", csv)
                .replace("source: data.csv", "source: https://example.org/d.parquet?of=d.csv, sha256")
                .replace(", sha256", "\n  sha256: " + "0".repeat(64));
        String artifact = PLAIN.replace("  label:", csv)
                .replace("source: data.csv", "artifact: org.example:houses:1.2.0:json.gz");

        assertThat(warnings(address))
                .containsExactly(warning(
                        SpecWarningCode.TEXT_FORMAT_UNUSED, 5, 3, Map.of("source", "https://example.org/d.parquet")));
        assertThat(warnings(artifact))
                .containsExactly(warning(
                        SpecWarningCode.TEXT_FORMAT_UNUSED,
                        4,
                        3,
                        Map.of("source", "org.example:houses:1.2.0:json.gz")));
    }

    @Test
    void rules_of_a_column_that_can_never_matter_are_told() {
        Map<String, String> carat = Map.of("column", "carat");

        assertThat(warnings(carat("type: number, required: true, max-missing: 5%")))
                .containsExactly(warning(SpecWarningCode.MAX_MISSING_UNUSED, 7, 41, carat));
        assertThat(warnings(carat("type: number, required: false, max-missing: 5%")))
                .isEmpty();
        assertThat(warnings(carat("type: text, max-invalid: 5%") + "  size: {type: number}\n"))
                .containsExactly(warning(SpecWarningCode.MAX_INVALID_UNUSED, 7, 23, carat));
        assertThat(warnings(carat("type: number, max-invalid: 5%"))).isEmpty();
    }

    @Test
    void a_stand_in_for_values_that_are_never_missing_is_told() {
        String median = "features: {carat: {missing: median}}\n";

        assertThat(warnings(carat("type: number, required: true") + median))
                .containsExactly(warning(SpecWarningCode.MISSING_UNUSED, 9, 20, Map.of("column", "carat")));
        assertThat(warnings(carat("type: number, required: true, severity: warning") + median))
                .isEmpty();
        assertThat(warnings(carat("type: number") + median)).isEmpty();
    }

    @Test
    void a_bound_of_slices_outside_the_range_is_told() {
        String sliced = carat("type: number, min: 1, max: 3") + "evaluate: {slices: [{column: carat, bins: [%s]}]}\n";

        assertThat(warnings(sliced.replace("%s", "2, 3"))).isEmpty();
        for (String bins : List.of("1, 2", "2, 4")) {
            assertThat(warnings(sliced.replace("%s", bins)))
                    .as(bins)
                    .containsExactly(warning(SpecWarningCode.BIN_OUTSIDE_RANGE, 9, 21, Map.of("column", "carat")));
        }
    }

    @Test
    void warnings_come_in_the_order_of_the_file() {
        assertThat(warnings(SMALL.replace("carat: {type: number}", "carat: {type: number, max: 3, required: true}")
                        + "evaluate: {slices: [{column: carat, bins: [9]}]}\n"
                        + "features: {carat: {missing: mean}}\n"))
                .extracting(SpecWarning::code)
                .containsExactly(
                        SpecWarningCode.VALIDATION_UNUSED,
                        SpecWarningCode.BIN_OUTSIDE_RANGE,
                        SpecWarningCode.MISSING_UNUSED);
    }

    private static String carat(String rules) {
        return PLAIN.replace("carat: {type: number}", "carat: {" + rules + "}");
    }

    private static SpecWarning warning(SpecWarningCode code, int line, int column, Map<String, String> values) {
        return SpecWarning.of(code, new SpecPlace("model.yaml", line, column), values);
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
