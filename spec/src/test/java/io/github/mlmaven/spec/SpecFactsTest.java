package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecFactsTest {

    @TempDir
    Path folder;

    @Test
    void a_spec_is_told_as_it_is_written_and_without_what_is_the_default() throws IOException {
        ModelSpec spec = read("""
                task: classification
                data:
                  source: data/*.csv
                  label: churn
                  id: [row]
                  missing: ['', NA]
                  split: {test: 25%, group: [cut]}
                  csv: {delimiter: ';', decimal: ',', encoding: windows-1252, header: true}
                columns:
                  row: {type: integer, unique: true}
                  carat: {type: number, min: 0.10, max: 12345678901234567890, max-invalid: 0.1%, severity: error}
                  cut: {type: category, values: [Fair, "a, b"], ordered: true}
                  churn: {type: boolean, when: training}
                checks:
                  - {rows: {min: 50000}}
                  - {sql: "carat > 0", severity: warning, name: volume}
                features:
                  carat: {scale: standard}
                  cut: {}
                evaluate: {slices: [cut, {column: carat, bins: [1, 2.5]}]}
                gates:
                  - {metric: accuracy, min: 95%}
                  - {metric: accuracy, min: 0.99, severity: warning}
                  - {metric: accuracy, slice: cut, min: 0.5, min-rows: 200}
                  - {metric: log-loss, baseline: {max-increase: 2%, max-decrease: 0.02}}
                """);

        assertThat(SpecFacts.of("data", spec.data()))
                .containsExactly(
                        entry("data.csv", "{delimiter: \";\", decimal: \",\", encoding: windows-1252}"),
                        entry("data.id", "[row]"),
                        entry("data.label", "churn"),
                        entry("data.missing", "[\"\", NA]"),
                        entry("data.source", "\"data/*.csv\""),
                        entry("data.split", "{test: 0.25, group: [cut]}"));
        assertThat(SpecFacts.of("columns", spec.columns()))
                .containsExactly(
                        entry(
                                "columns.carat",
                                "{type: number, min: 0.1, max: 12345678901234567890, max-invalid: 0.001}"),
                        entry("columns.churn", "{type: boolean, when: training}"),
                        entry("columns.cut", "{type: category, values: [Fair, \"a, b\"], ordered: true}"),
                        entry("columns.row", "{type: integer, unique: true}"));
        assertThat(SpecFacts.of("checks", spec.checks()))
                .containsExactly(
                        entry("checks.1", "{rows: {min: 50000}}"),
                        entry("checks.2", "{sql: \"carat > 0\", name: volume, severity: warning}"));
        assertThat(SpecFacts.of("features", spec.features()))
                .containsExactly(entry("features.carat", "{scale: standard}"), entry("features.cut", "{}"));
        assertThat(SpecFacts.of("evaluate", spec.evaluate()))
                .containsExactly(entry("evaluate.slices", "[cut, {column: carat, bins: [1, 2.5]}]"));
        assertThat(SpecFacts.of("gates", spec.gates()))
                .containsExactly(
                        entry("gates.accuracy.min", "0.95"),
                        entry("gates.accuracy.min#2", "0.99, severity warning"),
                        entry("gates.accuracy[cut].min", "0.5, min-rows 200"),
                        entry("gates.log-loss.max-decrease", "0.02"),
                        entry("gates.log-loss.max-increase", "2%"));
    }

    @Test
    void what_is_empty_is_a_fact_too() throws IOException {
        ModelSpec spec = read("""
                name: m
                task: regression
                data: {source: d.csv, label: y}
                columns: {x: {type: number}, y: {type: number}}
                """);

        assertThat(SpecFacts.of("gates", spec.gates())).containsExactly(entry("gates", "none"));
        assertThat(SpecFacts.of("features", spec.features())).containsExactly(entry("features", "none"));
        assertThat(SpecFacts.of("evaluate", spec.evaluate())).containsExactly(entry("evaluate", "default"));
        assertThat(SpecFacts.of("name", spec.name())).containsExactly(entry("name", "m"));
        assertThat(SpecFacts.of("order", List.of("x", "y z", "1: a")))
                .containsExactly(entry("order", "[x, y z, \"1: a\"]"));
    }

    private ModelSpec read(String text) throws IOException {
        return SpecReader.read(Files.writeString(folder.resolve("model.yaml"), text), "m")
                .spec();
    }
}
