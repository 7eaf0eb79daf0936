package io.github.mlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.lock.Lock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTextTest {

    @Test
    void a_file_with_other_content_is_named_with_the_accepted_rows() {
        assertThat(lines(
                        Map.of("data.file.data/diamonds.csv", "aa", "rows.data", "53940"),
                        Map.of("data.file.data/diamonds.csv", "bb")))
                .containsExactly("data/diamonds.csv: other content than accepted (53,940 rows were accepted in all)");
    }

    @Test
    void other_rows_of_a_database_are_counted_then_and_now() {
        assertThat(lines(
                        Map.of("data.result", "aa", "data.result.rows", "53940"),
                        Map.of("data.result", "bb", "data.result.rows", "53941")))
                .containsExactly("data.query: the database has other rows than accepted: 53,940 then, 53,941 now");
        assertThat(lines(
                        Map.of("data.result", "aa", "data.result.rows", "53940"),
                        Map.of("data.result", "bb", "data.result.rows", "53940")))
                .containsExactly("data.query: the database has other rows than accepted: 53,940 then, 53,940 now");
    }

    @Test
    void a_file_that_came_and_one_that_went() {
        assertThat(lines(
                        Map.of("data.file.a.csv", "aa", "data.file.b.csv", "bb"),
                        Map.of("data.file.a.csv", "aa", "data.file.c.csv", "cc")))
                .containsExactly(
                        "b.csv: was accepted, and is not among the data files now",
                        "c.csv: is not among the accepted data files");
    }

    @Test
    void a_file_with_another_name() {
        assertThat(lines(Map.of("data.file.a.csv", "aa"), Map.of("data.file.b.csv", "aa")))
                .containsExactly("a.csv: is named b.csv now");
    }

    @Test
    void a_file_whose_content_is_in_two_new_ones_was_not_renamed() {
        assertThat(lines(Map.of("data.file.a.csv", "aa"), Map.of("data.file.b.csv", "aa", "data.file.c.csv", "aa")))
                .containsExactly(
                        "a.csv: was accepted, and is not among the data files now",
                        "b.csv: is not among the accepted data files",
                        "c.csv: is not among the accepted data files");
    }

    @Test
    void a_rule_of_a_column_and_a_parameter_have_both_values() {
        assertThat(lines(
                        Map.of("columns.carat", "{min: 0.1}", "train.parameter.rounds", "100"),
                        Map.of("columns.carat", "{min: 0}", "train.parameter.rounds", "200")))
                .containsExactly(
                        "columns.carat: accepted {min: 0.1}, now {min: 0}",
                        "train.parameter.rounds: accepted 100, now 200");
    }

    @Test
    void a_test_of_behaviour_that_was_loosened_and_one_that_was_dropped_are_named() {
        String shop = "behaviour.invariant[shop]";
        String all = "100%, min-rows 30: {invariant: shop}";
        assertThat(lines(
                        Map.of(shop, all, "behaviour.more carat", "100%, min-rows 30: {increasing: carat, by: 10%}"),
                        Map.of(shop, "99%, min-rows 30: {invariant: shop}")))
                .containsExactly(
                        "behaviour invariant[shop]: accepted 100%, min-rows 30: {invariant: shop}, now 99%, min-rows 30:"
                                + " {invariant: shop} (loosened)",
                        "behaviour more carat: accepted 100%, min-rows 30: {increasing: carat, by: 10%}, now nothing"
                                + " (removed)");
        assertThat(lines(Map.of("behaviour", "none"), Map.of(shop, all)))
                .containsExactly(
                        "behaviour invariant[shop]: accepted nothing, now 100%, min-rows 30: {invariant: shop} (new)");
        assertThat(lines(Map.of(shop, all), Map.of(shop, "100%, min-rows 30: {invariant: shop, values: [A]}")))
                .containsExactly("behaviour invariant[shop]: accepted 100%, min-rows 30: {invariant: shop}, now 100%,"
                        + " min-rows 30: {invariant: shop, values: [A]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rmse.max                    | 600         | 650                        | ' (loosened)'",
                "rmse.max                    | 600         | 550.5                      | ' (tightened)'",
                "accuracy.min                | 0.9         | 0.85                       | ' (loosened)'",
                "accuracy.min#2              | 0.85        | 0.9                        | ' (tightened)'",
                "rmse.max-increase           | 2%          | 10%                        | ' (loosened)'",
                "rmse.max-increase           | 2%          | 2                          | ''",
                "r2.max-decrease             | 0.02        | 0.01                       | ' (tightened)'",
                "mae[cut].max                | 400         | '400, severity warning'    | ' (loosened)'",
                "mae[cut].max                | '400, strict' | 400                      | ' (loosened)'",
                "mae[cut].max                | 400         | '400, strict'              | ' (tightened)'",
                "mae[cut].max                | 400         | '410, strict'              | ''",
                "mae[cut].max                | '400, severity warning' | '400, severity info' | ' (loosened)'",
                "mae[cut].max                | 400         | '200, severity warning'    | ' (loosened)'",
                "mae[cut].max                | '200, severity warning' | 400             | ' (tightened)'",
                "mae[cut].max                | '400, min-rows 5' | '400, min-rows 50'   | ' (loosened)'",
                "mae[cut].max                | 400         | '300, min-rows 50'         | ''",
            })
    void a_bound_of_a_gate_is_named_with_what_its_change_means(String gate, String before, String now, String change) {
        String fact = "gates." + gate.strip();

        assertThat(lines(Map.of(fact, before), Map.of(fact, now)))
                .containsExactly("gates %s: accepted %s, now %s%s"
                        .formatted(gate.strip().replaceFirst("\\.(?=[^.]*$)", " "), before, now, change));
    }

    @Test
    void a_gate_that_was_removed_and_one_that_is_new() {
        assertThat(lines(Map.of("gates.rmse.max", "600"), Map.of("gates", "none")))
                .containsExactly("gates rmse max: accepted 600, now nothing (removed)");
        assertThat(lines(Map.of("gates.rmse.max", "600"), Map.of("gates.rmse.max", "600", "gates.mae.max", "5")))
                .containsExactly("gates mae max: accepted nothing, now 5 (new)");
    }

    @Test
    void that_something_was_empty_or_the_default_is_said_by_what_it_has_now_and_by_nothing_else() {
        assertThat(lines(Map.of("drift", "none"), Map.of("drift.baseline", "lock", "drift.severity", "error")))
                .containsExactly(
                        "drift.baseline: accepted nothing, now lock", "drift.severity: accepted nothing, now error");
        assertThat(lines(Map.of("evaluate", "default"), Map.of("evaluate.slices", "[cut]")))
                .containsExactly("evaluate.slices: accepted nothing, now [cut]");
        assertThat(lines(Map.of("evaluate.slices", "[cut]"), Map.of("evaluate", "default")))
                .containsExactly("evaluate.slices: accepted [cut], now nothing");
        assertThat(lines(Map.of("drift", "none"), Map.of("drift", "some")))
                .containsExactly("drift: accepted none, now some");
    }

    @Test
    void hashes_are_short_and_rows_are_no_hashes() {
        String hash = "0123456789abcdef".repeat(4);

        assertThat(lines(
                        Map.of("output.model.pb", hash, "test.rows", hash),
                        Map.of("output.model.pb", "f" + hash.substring(1), "test.rows", "x")))
                .containsExactly(
                        "output.model.pb: accepted 0123456789ab, now f123456789ab",
                        "test.rows: other rows were tested than accepted");
    }

    private static List<String> lines(Map<String, String> accepted, Map<String, String> found) {
        Lock lock = Lock.of(accepted, List.of());
        return DifferenceText.lines(lock, lock.differences(new TreeMap<>(found)));
    }
}
