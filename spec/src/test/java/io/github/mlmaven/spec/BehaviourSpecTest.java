package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.BehaviourSpec.Kind;
import io.github.mlmaven.spec.GateFact.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of behaviour as model.yaml has them, and as facts of a lock. */
class BehaviourSpecTest {

    @TempDir
    Path folder;

    private List<BehaviourSpec> read(String tests) throws IOException {
        return SpecReader.read(Files.writeString(folder.resolve("model.yaml"), """
                        task: regression
                        data: {source: d.csv, label: y}
                        columns:
                          carat: {type: number, min: 0.1, max: 6}
                          stones: {type: integer}
                          sold: {type: date}
                          at: {type: timestamp}
                          new: {type: boolean}
                          shop: {type: category, values: [A, B]}
                          town: {type: category}
                          y: {type: number, when: training}
                        features: {sold: {encode: calendar}, at: {encode: calendar}}
                        behaviour:
                        """ + tests.indent(2)), "m")
                .spec()
                .behaviour();
    }

    @Test
    void a_test_says_what_changes_and_how_many_rows_it_takes() throws IOException {
        List<BehaviourSpec> tests = read("""
                - {invariant: shop}
                - {increasing: carat, by: 10%, at-least: 99%}
                - {decreasing: stones, by: 1, min-rows: 50, name: more stones}
                - {rows: [{carat: 1, shop: A}], min: 5}
                """);

        assertThat(tests)
                .extracting(BehaviourSpec::kind)
                .containsExactly(Kind.INVARIANT, Kind.INCREASING, Kind.DECREASING, Kind.ROWS);
        assertThat(tests)
                .extracting(BehaviourSpec::title)
                .containsExactly("invariant[shop]", "increasing[carat]", "more stones", "rows");
        assertThat(tests).extracting(test -> test.column().orElse("")).containsExactly("shop", "carat", "stones", "");
        assertThat(tests).extracting(BehaviourSpec::rowsNeeded).containsExactly(30L, 30L, 50L, 1L);
        assertThat(tests.get(1).bounds().atLeast()).isEqualTo(new Share(0.99));
        assertThat(tests.get(0).bounds().atLeast()).isEqualTo(new Share(1));
        assertThat(tests.get(3).trial().claim().rows()).containsExactly(Map.of("carat", "1", "shop", "A"));
    }

    @Test
    void what_a_test_may_ask_at_the_edge_is_allowed() throws IOException {
        assertThat(read("""
                - {invariant: carat, values: [0.1, 6]}
                - {invariant: stones, by: 50%, first: 30}
                - {increasing: stones, by: 2, tolerance: 1.5}
                - {invariant: new, values: ['true']}
                - {invariant: town, values: [anywhere]}
                - {rows: [{stones: 1e2, sold: 2026-01-31, at: 2026-01-31T10:15:30Z, new: false}], min: 5, max: 5}
                """)).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "carat  | 0.09        | a number from 0.1 to 6.",
                "carat  | 6.1         | a number from 0.1 to 6.",
                "carat  | 2026-01-31  | a number from 0.1 to 6.",
                "stones | 1.5         | a whole number.",
                "sold   | 31.1.2026   | a date such as 2026-01-31.",
                "at     | 2026-01-31  | a time with its offset such as 2026-01-31T10:15:30Z.",
                "new    | yes         | true or false.",
                "shop   | C           | one of A, B.",
            })
    void a_row_has_what_its_columns_allow(String column, String value, String wanted) {
        assertThatThrownBy(() -> read("- {rows: [{%s: %s}], min: 5}".formatted(column, value)))
                .isInstanceOfSatisfying(MlException.class, refusal -> {
                    assertThat(refusal.problem())
                            .isEqualTo("model.yaml line 14, column 14: '%s' is never '%s'.".formatted(column, value));
                    assertThat(refusal.remedy()).isEqualTo("Write " + wanted);
                });
    }

    @Test
    void a_fact_says_what_must_hold_and_then_what_is_tried() throws IOException {
        ModelSpec spec = SpecReader.read(Files.writeString(folder.resolve("model.yaml"), """
                        task: regression
                        data: {source: d.csv, label: y}
                        columns:
                          carat: {type: number}
                          shop: {type: category}
                          y: {type: number}
                        behaviour:
                          - {invariant: shop}
                          - {invariant: shop, values: [A, "b, c"], tolerance: 1%, severity: warning, name: no shop}
                          - {increasing: carat, by: 10%, at-least: 99.5%, first: 100}
                          - {rows: [{shop: A, carat: 1}], min: -5.5, max: 9, min-rows: 1}
                        """), "m")
                .spec();

        assertThat(SpecFacts.of("behaviour", spec.behaviour()))
                .isEqualTo(Map.of(
                        "behaviour.invariant[shop]", "100%, min-rows 30: {invariant: shop}",
                        "behaviour.no shop",
                                "100%, min-rows 30, tolerance 1%, severity warning: {invariant: shop, values: [A, \"b, c\"]}",
                        "behaviour.increasing[carat]", "99.5%, min-rows 30: {increasing: carat, by: 10%, first: 100}",
                        "behaviour.rows", "100%, min-rows 1, min -5.5, max 9: {rows: [{carat: 1, shop: A}]}"));
        assertThat(SpecFacts.of("behaviour", List.of())).isEqualTo(Map.of("behaviour", "none"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100%, min-rows 30: {t}                   | 99%, min-rows 30: {t}                     | LOOSENED",
                "99%, min-rows 30: {t}                    | 99.5%, min-rows 30: {t}                   | TIGHTENED",
                "99%, min-rows 30: {t}                    | 99%, min-rows 29: {t}                     | LOOSENED",
                "99%, min-rows 30: {t}                    | 99%, min-rows 100: {t}                    | TIGHTENED",
                "99%, min-rows 30: {t}                    | 98%, min-rows 31: {t}                     | CHANGED",
                "99%, min-rows 30: {t}                    | 99%, min-rows 30, tolerance 0.1: {t}      | LOOSENED",
                "99%, min-rows 30, tolerance 2%: {t}      | 99%, min-rows 30, tolerance 1%: {t}       | TIGHTENED",
                "99%, min-rows 30, tolerance 2: {t}       | 99%, min-rows 30, tolerance 1%: {t}       | CHANGED",
                "99%, min-rows 1, min 5: {t}              | 99%, min-rows 1, min 4: {t}               | LOOSENED",
                "99%, min-rows 1, min 5: {t}              | 99%, min-rows 1: {t}                      | LOOSENED",
                "99%, min-rows 1, max 5: {t}              | 99%, min-rows 1, max 4: {t}               | TIGHTENED",
                "99%, min-rows 1: {t}                     | 99%, min-rows 1, max 4: {t}               | TIGHTENED",
                "99%, min-rows 1, min -5, max 5: {t}      | 99%, min-rows 1, min -6, max 6: {t}       | LOOSENED",
                "99%, min-rows 30: {t}                    | 100%, min-rows 30, severity warning: {t}  | LOOSENED",
                "99%, min-rows 30, severity info: {t}     | 9%, min-rows 30, severity warning: {t}    | TIGHTENED",
                "99%, min-rows 30, severity info: {t}     | 9%, min-rows 30: {t}                      | TIGHTENED",
                "99%, min-rows 30: {t}                    | 98%, min-rows 30: {u}                     | CHANGED",
                "none                                     | 98%, min-rows 30: {u}                     | CHANGED",
            })
    void a_test_that_asks_less_is_loosened(String before, String now, Change change) {
        assertThat(BehaviourFact.change(before, now)).isEqualTo(change);
    }
}
