package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecReaderTest extends SpecReading {

    @Test
    void every_key_but_task_data_and_columns_has_a_default() {
        ModelSpec spec = read(SMALL).spec();

        assertThat(spec.name()).contains("default-name");
        assertThat(spec.train().trainer()).isEqualTo("xgboost");
        assertThat(spec.train().seed()).isEqualTo(42);
        assertThat(spec.data().split().test()).isEqualTo(new Share(0.2));
        assertThat(spec.data().missing()).containsExactly("");
        assertThat(spec.inputs()).containsExactly("carat");
        assertThat(spec.gates()).isEmpty();
    }

    @Test
    void the_long_form_is_read() {
        SpecFile read = read("""
                name: diamonds
                task: regression
                data:
                  source: data/diamonds.csv
                  label: price
                  id: [row]
                  missing: ['', NA]
                  split: {test: 20%, validation: 0.1, group: [cut]}
                columns:
                  row: {type: integer, unique: true}
                  carat: {type: number, min: 0.1, max: 6, required: true, max-invalid: 0.1%}
                  cut: {type: category, values: [Fair, Good], ordered: true}
                  note: {type: text}
                  price: {type: integer, min: 1, when: training}
                checks:
                  - {rows: {min: 50000}}
                  - {unique: [row, cut]}
                  - {sql: "carat > 0", severity: warning, name: volume}
                features:
                  carat: {scale: standard, missing: median}
                train: {trainer: xgboost, seed: 7, parameters: {rounds: 200, max-depth: 4}}
                evaluate: {slices: [cut, {column: carat, bins: [1, 2]}]}
                gates:
                  - {metric: rmse, max: 600}
                  - {metric: rmse, baseline: {max-increase: 2%}}
                  - {metric: mae, slice: cut, max: 400, min-rows: 200, severity: warning}
                """);
        ModelSpec spec = read.spec();

        assertThat(spec.inputs()).containsExactly("carat", "cut");
        assertThat(spec.column("carat").maxInvalid().value()).isEqualTo(0.001);
        assertThat(spec.train().parameters()).containsEntry("rounds", "200");
        assertThat(spec.evaluate().slices().get(1).bins()).containsExactly(1.0, 2.0);
        assertThat(spec.gates().get(1).bounds().baseline().orElseThrow().maxIncrease())
                .contains(new Tolerance(0.02, true));
        assertThat(read.at("columns", "carat", "max")).isEqualTo("model.yaml line 11");
        assertThat(read.at("columns", "carat", "values")).isEqualTo("model.yaml line 11");
    }

    @Test
    void a_misspelt_key_is_named_with_place_and_nearest_key() {
        fails(
                SMALL + "trian: {seed: 1}\n",
                "model.yaml line 8, column 1: unknown key 'trian'. Did you mean 'train'? Allowed here: name, task, data,"
                        + " columns, checks, drift, features, train, evaluate, gates, behaviour, contract.");
    }

    @Test
    void a_misspelt_key_within_a_column_is_named_with_its_column() {
        fails(
                SMALL.replace("carat: {type: number}", "carat: {type: number, mn: 1}"),
                "model.yaml line 6, column 25: unknown key 'mn' in 'columns.carat'. Did you mean 'min'? Allowed here: type,"
                        + " min, max, values, max-unseen, ordered, required, max-missing, unique, when, format, zone, true-values, false-values, pattern,"
                        + " length, max-invalid, severity.");
    }

    @Test
    void a_tab_is_named() {
        fails(
                SMALL.replace("  source", "\tsource"),
                "model.yaml line 3, column 1: the line is indented with a tab. YAML allows only spaces: replace the tab.");
    }

    @Test
    void a_duplicate_key_is_named_with_both_places() {
        fails(
                SMALL + "task: classification\n",
                "model.yaml line 8, column 1: the key 'task' is here a second time; the first is on line 1. Remove one of"
                        + " them.");
    }

    @Test
    void a_missing_key_is_named() {
        fails(
                SMALL.replace("  label: price\n", ""),
                "model.yaml line 3, column 3: the key 'label' in 'data' is missing. Add it.");
    }

    @Test
    void a_key_without_a_value_is_named() {
        fails(
                SMALL.replace("task: regression", "task:"),
                "model.yaml line 1, column 6: 'task' has no value. Write one of classification, regression, or remove the"
                        + " key.");
    }

    @Test
    void a_misspelt_value_is_named_with_the_nearest() {
        fails(
                SMALL.replace("task: regression", "task: regresion"),
                "model.yaml line 1, column 7: 'task' is 'regresion'. Did you mean 'regression'? Write one of classification,"
                        + " regression.");
    }

    @Test
    void all_errors_are_reported_at_once() {
        assertThatThrownBy(() -> read(SMALL.replace("carat: {type: number}", "carat: {type: nmber, min: low}")))
                .hasMessageStartingWith(
                        "model.yaml has 2 errors:\n  model.yaml line 6, column 17: 'columns.carat.type' is"
                                + " 'nmber'. Did you mean 'number'?")
                .hasMessageContaining(
                        "\n  model.yaml line 6, column 29: 'columns.carat.min' is 'low'. Write a number, or of a date 2026-01-31, of a timestamp 2026-01-31T10:15:30Z.");
    }

    @Test
    void broken_yaml_is_named_with_its_place() {
        fails(
                SMALL + "gates: [a, b\n",
                "model.yaml line 9, column 1: this is no YAML: expected ',' or ']', but got <stream end>. Correct the line or"
                        + " the one before it.");
    }

    @Test
    void an_empty_file_says_so() {
        assertThatThrownBy(() -> read("# nothing\n"))
                .hasMessage(file + " is empty. Describe the model: task, data, columns.");
    }

    @Test
    void a_missing_file_says_so() {
        assertThatThrownBy(() -> SpecReader.read(file, "x"))
                .hasMessage(file + " could not be read. Create it, or name another file with -Dml.spec.");
    }

    @Test
    void a_catalog_says_what_can_be_named() throws IOException {
        Path descriptors = folder.resolve(Catalog.FILE);
        Files.createDirectories(descriptors.getParent());
        Files.writeString(descriptors, """
                {"trainers": [{"name": "mean", "doc": "A mean.", "tasks": ["regression"],
                               "traits": {"takes-missing": true, "needs-scaling": false},
                               "parameters": [{"name": "trim", "type": "flag", "default": "false", "doc": "Whether."}]}]}
                """);
        Files.writeString(file, SMALL + "train: {trainer: mean, parameters: {trim: true}}\n");

        SpecFile read = SpecReader.read(file, "m", Catalog.of(List.of(folder)));

        assertThat(read.spec().train()).isEqualTo(new TrainSpec("mean", 42, Map.of("trim", "true")));
        assertThat(read.catalog().trainer("mean").doc()).isEqualTo("A mean.");
        assertThatThrownBy(() -> SpecReader.read(file, "m"))
                .hasMessage(
                        "model.yaml line 8, column 18: 'train.trainer' is 'mean'. Write one of xgboost, random-forest,"
                                + " linear-regression.");
    }

    @Test
    void a_rule_may_have_terms_of_its_own() {
        SpecFile read = read("""
                task: regression
                data: {source: d.csv, label: y}
                columns:
                  x:
                    type: number
                    min: {value: 0, severity: warning}
                    max: 5
                    required: {value: true, when: serving}
                    severity: info
                  t: {type: text, length: {value: {min: 2}, severity: error, when: training}, pattern: 'a+'}
                  k: {type: category, values: {value: [a, b]}}
                  y: {type: number}
                """);

        ColumnSpec x = read.spec().column("x");
        assertThat(x.severity("min")).isEqualTo(Severity.WARNING);
        assertThat(x.severity("max")).isEqualTo(Severity.INFO);
        assertThat(x.domain().min().orElseThrow().real()).isZero();
        assertThat(x.in(Phase.TRAINING).presence().required()).isFalse();
        assertThat(x.in(Phase.SERVING).presence().required()).isTrue();
        assertThat(x.in(Phase.SERVING).domain()).isEqualTo(x.domain());
        ColumnSpec t = read.spec().column("t");
        assertThat(t.in(Phase.SERVING).text().length()).isEmpty();
        assertThat(t.in(Phase.SERVING).text().pattern()).contains("a+");
        assertThat(t.in(Phase.TRAINING).text()).isEqualTo(t.text());
        // Terms that change nothing are none.
        assertThat(read.spec().column("k").terms()).isEmpty();
        assertThat(read.spec().column("k").domain().values()).containsExactly("a", "b");
        assertThat(SpecFacts.of("columns", read.spec().columns()))
                .containsEntry(
                        "columns.x",
                        "{type: number, min: {value: 0, severity: warning}, max: 5, required: {value: true, when:"
                                + " serving}, severity: info}")
                .containsEntry(
                        "columns.t",
                        "{type: text, pattern: \"a+\", length: {value: {min: 2}, severity: error, when: training}}")
                .containsEntry("columns.k", "{type: category, values: [a, b]}");
    }

    @Test
    void words_like_no_and_yes_are_text() {
        SpecFile read = read("""
                task: classification
                data: {source: d.csv, label: churn}
                columns:
                  churn: {type: category, values: [yes, no]}
                  months: {type: integer}
                """);

        assertThat(read.spec().label().domain().values()).containsExactly("yes", "no");
    }

    @Test
    void an_alias_to_its_own_parent_ends() {
        assertThatThrownBy(() -> read("data: &d\n  label: *d\n")).isInstanceOf(MlException.class);
    }
}
