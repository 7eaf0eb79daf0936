package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.evaluate.Behaviours.Asked;
import io.github.mlmaven.evaluate.Behaviours.Source;
import io.github.mlmaven.model.BatchBuilder;
import io.github.mlmaven.model.Inputs;
import io.github.mlmaven.model.Outputs;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.Behaviour.Answer;
import io.github.mlmaven.step.Behaviour.Failing;
import io.github.mlmaven.step.Behaviour.Tried;
import io.github.mlmaven.step.Finding.Offender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is tried, and told, of models that are formulas of x (a number up to 6), n (a whole number), shop and new. */
class BehavioursTest {

    private static final List<Input> INPUTS = List.of(
            input("x", ColumnType.NUMBER, List.of(), OptionalDouble.of(6)),
            input("n", ColumnType.INTEGER, List.of(), OptionalDouble.empty()),
            input("shop", ColumnType.CATEGORY, List.of("A", "B", "C"), OptionalDouble.empty()),
            input("new", ColumnType.BOOLEAN, List.of(), OptionalDouble.empty()));

    @TempDir
    Path folder;

    private static Input input(String name, ColumnType type, List<String> values, OptionalDouble max) {
        return new Input(name, type, values, new Range(OptionalDouble.empty(), max), name.equals("n"));
    }

    /** A row of a batch as a model sees it. */
    private record Row(Batch batch, int row) {

        double x() {
            return batch.column("x").isMissing(row) ? 0 : batch.column("x").number(row);
        }

        double n() {
            return batch.column("n").number(row);
        }

        boolean isOf(String shop) {
            return !batch.column("shop").isMissing(row)
                    && batch.column("shop").text(row).equals(shop);
        }

        boolean isNew() {
            return batch.column("new").number(row) == 1;
        }
    }

    @FunctionalInterface
    private interface Formula {
        double of(Row row);
    }

    private static Asked regression(Formula formula) {
        return model(new Schema(Task.REGRESSION, INPUTS, "y", List.of()), formula);
    }

    /** Of the labels no, yes and maybe; a formula for each. */
    private static Asked classification(Formula... probabilities) {
        return model(new Schema(Task.CLASSIFICATION, INPUTS, "y", List.of("no", "yes", "maybe")), probabilities);
    }

    private static Asked model(Schema schema, Formula... formulas) {
        Inputs inputs = new Inputs(schema.inputs(), schema.label());
        Outputs outputs = Outputs.of(schema);
        return new Asked(inputs, outputs, batch -> {
            double[] numbers = IntStream.range(0, batch.rows() * formulas.length)
                    .mapToDouble(i -> formulas[i % formulas.length].of(new Row(batch, i / formulas.length)))
                    .toArray();
            return outputs.answer(numbers, batch.rows());
        });
    }

    /** Batches of two rows, whose values are in the order of the inputs; what is empty is missing. */
    private static KeptRows rows(String... rows) {
        List<Batch> batches = new ArrayList<>();
        Inputs inputs = new Inputs(INPUTS, "y");
        for (int from = 0; from < rows.length; from += 2) {
            BatchBuilder builder = inputs.batch(2);
            int count = Math.min(2, rows.length - from);
            for (int i = 0; i < count; i++) {
                String[] cells = rows[from + i].split(" ", -1);
                if (!cells[0].isEmpty()) {
                    builder.set(0, Double.parseDouble(cells[0]));
                }
                if (!cells[1].isEmpty()) {
                    builder.set(1, Long.parseLong(cells[1]));
                }
                if (cells[2].equals("!")) {
                    builder.set(2, 7);
                } else if (!cells[2].isEmpty()) {
                    builder.set(2, cells[2]);
                }
                builder.set(3, cells[3].equals("t"));
                builder.endRow();
            }
            Batch filled = builder.batch();
            Map<String, Column> columns = new LinkedHashMap<>();
            filled.names().forEach(name -> columns.put(name, filled.column(name)));
            long first = from;
            batches.add(new Batch(
                    count, IntStream.range(0, count).mapToLong(i -> first + i).toArray(), columns));
        }
        return new KeptRows(batches);
    }

    private static List<Offender> locate(SortedMap<Long, String> found) {
        return found.entrySet().stream()
                .map(row -> new Offender("d.csv", row.getKey() + 2, row.getValue()))
                .toList();
    }

    private SpecFile spec(String task, String test) {
        try {
            return SpecReader.read(
                    Files.writeString(folder.resolve("model.yaml"), """
                            task: %s
                            data: {source: d.csv, label: y}
                            columns:
                              x: {type: number, max: 6}
                              n: {type: integer}
                              shop: {type: category}
                              new: {type: boolean}
                              y: {type: %s, when: training}
                            behaviour:
                              - {%s}
                            """.formatted(
                                    task, task.equals("regression") ? "number" : "category", test)),
                    "m");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Tried regression(String test, Formula formula, String... rows) {
        return tried("regression", test, regression(formula), rows);
    }

    private Tried tried(String task, String test, Asked model, String... rows) {
        List<Tried> tests = new Behaviours(spec(task, test), new Source(rows(rows), BehavioursTest::locate), model)
                .run()
                .tests();
        assertThat(tests).hasSize(1);
        return tests.get(0);
    }

    private static Failing failing(long line, String was, String now, double before, double after) {
        return new Failing(
                new Offender("d.csv", line, was),
                Optional.of(now),
                Optional.of(new Answer(Optional.empty(), before)),
                new Answer(Optional.empty(), after));
    }

    private static Answer label(String name, double probability) {
        return new Answer(Optional.of(name), probability);
    }

    @Test
    void a_number_that_leaves_its_range_or_is_missing_is_left_out() {
        assertThat(regression(
                        "increasing: x, by: 10%", row -> 2 * row.x(), "1 1 A f", "5 1 A f", "5.9 1 A f", " 1 A f"))
                .isEqualTo(new Tried(2, 2, 2, List.of()));
        assertThat(regression("increasing: x, by: 1", row -> 2 * row.x(), "5 1 A f", "5.1 1 A f"))
                .isEqualTo(new Tried(1, 1, 1, List.of()));
        // 0.33, and not what doubles make of it.
        assertThat(regression("decreasing: x, by: 10%", Row::x, "0.3 1 A f", "-0.3 1 A f")
                        .first())
                .containsExactly(failing(2, "0.3", "0.33", 0.3, 0.33), failing(3, "-0.3", "-0.27", -0.3, -0.27));
        // Nothing grows from 0 by a share of itself.
        assertThat(regression("increasing: x, by: 10%", row -> 2 * row.x(), "0 1 A f", "-1 1 A f"))
                .isEqualTo(new Tried(1, 1, 1, List.of()));
    }

    @Test
    void a_prediction_that_moves_the_wrong_way_is_told_with_its_row() {
        assertThat(regression("increasing: x, by: 1", row -> 10 - row.x(), "1 1 A f", "2 1 A f", "3 1 A f"))
                .isEqualTo(new Tried(
                        3,
                        0,
                        0,
                        List.of(failing(2, "1", "2", 9, 8), failing(3, "2", "3", 8, 7), failing(4, "3", "4", 7, 6))));
        assertThat(regression("decreasing: x, by: 1", row -> 10 - row.x(), "1 1 A f", "2 1 A f"))
                .isEqualTo(new Tried(2, 2, 0, List.of()));
        assertThat(regression("decreasing: x, by: 1", Row::x, "1 1 A f").first())
                .containsExactly(failing(2, "1", "2", 1, 2));
    }

    @Test
    void of_many_rows_the_first_five_are_told() {
        Tried tried = regression(
                "decreasing: x, by: 1",
                Row::x,
                "1 1 A f",
                "2 1 A f",
                "3 1 A f",
                "4 1 A f",
                "5 1 A f",
                "1 1 A f",
                "2 1 A f");

        assertThat(tried.rows()).isEqualTo(7);
        assertThat(tried.held()).isZero();
        assertThat(tried.first()).extracting(row -> row.row().line()).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void what_stays_within_the_tolerance_holds() {
        // From 8 to 7: an eighth.
        assertThat(regression("increasing: x, by: 1, tolerance: 1", row -> 9 - row.x(), "1 1 A f")
                        .held())
                .isEqualTo(1);
        assertThat(regression("increasing: x, by: 1, tolerance: 0.99", row -> 9 - row.x(), "1 1 A f")
                        .held())
                .isZero();
        assertThat(regression("invariant: x, by: 1, tolerance: 12.5%", row -> 9 - row.x(), "1 1 A f")
                        .held())
                .isEqualTo(1);
        assertThat(regression("invariant: x, by: 1, tolerance: 12.4%", row -> 9 - row.x(), "1 1 A f")
                        .held())
                .isZero();
        assertThat(regression("decreasing: x, by: 1, tolerance: 12.5%", row -> row.x() - 9, "1 1 A f")
                        .held())
                .isEqualTo(1);
        assertThat(regression("decreasing: x, by: 1, tolerance: 12.4%", row -> row.x() - 9, "1 1 A f")
                        .held())
                .isZero();
    }

    @Test
    void an_answer_that_is_no_number_never_holds() {
        for (String test : List.of("invariant: x, by: 1", "increasing: x, by: 1", "decreasing: x, by: 1")) {
            assertThat(regression(test, row -> Double.NaN, "1 1 A f").held()).isZero();
        }
        assertThat(regression("rows: [{n: 1}], min: 0", row -> Double.NaN).held())
                .isZero();
    }

    @Test
    void whole_numbers_grow_to_whole_numbers() {
        assertThat(regression("decreasing: n, by: 10%", Row::n, "1 1 A f", "1 20 A f", "1 21 A f", "1 -25 A f")
                        .first())
                .containsExactly(
                        failing(2, "1", "2", 1, 2),
                        failing(3, "20", "22", 20, 22),
                        failing(4, "21", "24", 21, 24),
                        failing(5, "-25", "-22", -25, -22));
        assertThat(regression("decreasing: n, by: 3", Row::n, "1 999999999999999998 A f"))
                .isEqualTo(new Tried(0, 0, 1, List.of()));
    }

    @Test
    void a_row_holds_only_if_no_other_value_of_a_category_matters() {
        Formula cIsDearer = row -> row.isOf("C") ? 9 : 5;

        assertThat(regression("invariant: shop", cIsDearer, "1 1 A f", "1 1 B f", "1 1 C f", "1 1  f"))
                .isEqualTo(new Tried(
                        3,
                        0,
                        1,
                        List.of(failing(2, "A", "C", 5, 9), failing(3, "B", "C", 5, 9), failing(4, "C", "A", 9, 5))));
        assertThat(regression("invariant: shop, values: [A, B]", cIsDearer, "1 1 A f", "1 1 B f", "1 1 C f"))
                .isEqualTo(new Tried(3, 2, 0, List.of(failing(4, "C", "A", 9, 5))));
        assertThat(regression("invariant: shop, values: [A]", cIsDearer, "1 1 A f", "1 1 B f"))
                .isEqualTo(new Tried(1, 1, 1, List.of()));
    }

    @Test
    void booleans_and_numbers_have_other_values_too() {
        assertThat(regression("invariant: new", row -> row.isNew() ? 1 : 2, "1 1 A f", "1 1 A t")
                        .first())
                .containsExactly(failing(2, "false", "true", 2, 1), failing(3, "true", "false", 1, 2));
        assertThat(regression("invariant: x, values: [1, 2.5]", Row::x, "1 1 A f", "2.5 1 A f")
                        .first())
                .containsExactly(failing(2, "1", "2.5", 1, 2.5), failing(3, "2.5", "1", 2.5, 1));
        assertThat(regression("invariant: n, values: [1e1]", Row::n, "1 1 A f", "1 10 A f"))
                .isEqualTo(new Tried(1, 0, 1, List.of(failing(2, "1", "10", 1, 10))));
    }

    @Test
    void rows_that_the_model_refuses_are_left_out() {
        assertThat(regression("increasing: x, by: 1", Row::x, "1  A f", "1 1 ! f", "1 1 A f"))
                .isEqualTo(new Tried(1, 1, 2, List.of()));
        assertThat(regression("increasing: x, by: 1", Row::x)).isEqualTo(new Tried(0, 0, 0, List.of()));
    }

    @Test
    void no_more_rows_are_tried_than_are_wanted() {
        assertThat(regression(
                        "invariant: shop, first: 3, min-rows: 1", row -> 1, "1 1 A f", " 1 B f", "1 1 A f", "1 1 A f"))
                .isEqualTo(new Tried(3, 3, 0, List.of()));
        assertThat(regression(
                        "increasing: x, by: 1, first: 3, min-rows: 1",
                        Row::x,
                        "1 1 A f",
                        " 1 B f",
                        "1 1 A f",
                        "1 1 A f"))
                .isEqualTo(new Tried(2, 2, 1, List.of()));
    }

    @Test
    void a_label_must_stay_and_probabilities_move_no_further_than_is_allowed() {
        Asked model = classification(row -> 0.6 - 0.1 * row.x(), row -> 0.3 + 0.1 * row.x(), row -> 0.1);

        // no and yes change places from x = 1 to 2.
        assertThat(tried("classification", "invariant: x, by: 1", model, "0 1 A f", "1 1 A f", "3 1 A f"))
                .isEqualTo(new Tried(
                        3,
                        2,
                        0,
                        List.of(new Failing(
                                new Offender("d.csv", 3, "1"),
                                Optional.of("2"),
                                Optional.of(label("no", 0.5)),
                                label("yes", 0.5)))));
        assertThat(tried("classification", "invariant: x, by: 1, tolerance: 11%", model, "0 1 A f", "3 1 A f")
                        .held())
                .isEqualTo(2);
        assertThat(tried("classification", "invariant: x, by: 0.5, tolerance: 1%", model, "4 1 A f")
                        .first())
                .containsExactly(new Failing(
                        new Offender("d.csv", 2, "4"),
                        Optional.of("4.5"),
                        Optional.of(label("no", 0.6 - 0.1 * 4)),
                        label("no", 0.6 - 0.1 * 4.5)));
    }

    @Test
    void a_direction_is_of_the_probability_of_a_label() {
        Asked model = classification(row -> 0.6 - 0.1 * row.x(), row -> 0.3 + 0.1 * row.x(), row -> 0.1);

        assertThat(tried("classification", "increasing: x, by: 1, label: yes", model, "1 1 A f")
                        .held())
                .isEqualTo(1);
        assertThat(tried("classification", "decreasing: x, by: 1, label: no", model, "1 1 A f")
                        .held())
                .isEqualTo(1);
        assertThat(tried("classification", "increasing: x, by: 1, label: no", model, "1 1 A f")
                        .first())
                .extracting(Failing::before, Failing::after)
                .containsExactly(tuple(Optional.of(label("no", 0.6 - 0.1)), label("no", 0.6 - 0.2)));
        assertThat(tried("classification", "increasing: x, by: 1, label: no, tolerance: 0.11", model, "1 1 A f")
                        .held())
                .isEqualTo(1);
    }

    @Test
    void rows_of_model_yaml_are_told_by_their_line() {
        assertThat(regression("rows: [{n: 3}, {n: 4, x: 1.5, shop: A, new: true}, {n: 5}], min: 4, max: 4", Row::n))
                .isEqualTo(new Tried(
                        3,
                        1,
                        0,
                        List.of(
                                new Failing(
                                        new Offender("model.yaml", 10, ""),
                                        Optional.empty(),
                                        Optional.empty(),
                                        new Answer(Optional.empty(), 3)),
                                new Failing(
                                        new Offender("model.yaml", 10, ""),
                                        Optional.empty(),
                                        Optional.empty(),
                                        new Answer(Optional.empty(), 5)))));
        assertThat(regression("rows: [{n: 3}, {n: 3}, {n: 3}, {n: 3}, {n: 3}, {n: 3}], min: 4", Row::n)
                        .first())
                .hasSize(5);
        Formula value = row -> row.x() + (row.isOf("A") ? 10 : 0) + (row.isNew() ? 100 : 0);
        assertThat(regression("rows: [{n: 4, x: 1.5, shop: A, new: true}], min: 111.5, max: 111.5", value)
                        .held())
                .isEqualTo(1);
    }

    @Test
    void rows_of_a_classification_have_a_label_or_its_probability() {
        Asked model = classification(row -> 0.7, row -> 0.2, row -> 0.1);

        assertThat(tried("classification", "rows: [{n: 3}], label: no", model).held())
                .isEqualTo(1);
        assertThat(tried("classification", "rows: [{n: 3}], label: yes", model).first())
                .extracting(Failing::after)
                .containsExactly(label("no", 0.7));
        assertThat(tried("classification", "rows: [{n: 3}], label: yes, max: 20%", model)
                        .held())
                .isEqualTo(1);
        assertThat(tried("classification", "rows: [{n: 3}], label: yes, min: 0.21", model)
                        .first())
                .extracting(Failing::after)
                .containsExactly(label("yes", 0.2));
    }

    @Test
    void what_the_model_does_not_know_is_an_error_with_its_place() {
        assertThatThrownBy(() -> tried(
                        "classification",
                        "increasing: x, by: 1, label: ye",
                        classification(row -> 1, row -> 0, row -> 0)))
                .isInstanceOfSatisfying(MlException.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo("model.yaml line 10: the model has no label 'ye'.");
                    assertThat(refusal.remedy()).isEqualTo("Did you mean 'yes'? Its labels are no, yes, maybe.");
                });
        Asked refusing = new Asked(new Inputs(INPUTS, "y"), regression(Row::n).outputs(), batch -> {
            throw new MlException("Row 0: no.", "Mend it.");
        });
        assertThatThrownBy(() -> tried("regression", "rows: [{n: 3}], min: 4", refusing))
                .isInstanceOfSatisfying(MlException.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo("model.yaml line 10: Row 0: no.");
                    assertThat(refusal.remedy()).isEqualTo("Mend it.");
                });
    }

    @Test
    void very_many_values_are_named_by_whoever_wants_them_tried() {
        List<String> towns = IntStream.range(0, 101).mapToObj(i -> "t" + i).toList();
        Schema schema = new Schema(
                Task.REGRESSION,
                List.of(input("shop", ColumnType.CATEGORY, towns, OptionalDouble.empty())),
                "y",
                List.of());

        assertThatThrownBy(() -> tried("regression", "invariant: shop", model(schema, row -> 1)))
                .isInstanceOfSatisfying(MlException.class, refusal -> {
                    assertThat(refusal.problem())
                            .isEqualTo(
                                    "model.yaml line 10: the model knows 101 values of 'shop', and a test tries at most 100.");
                    assertThat(refusal.remedy()).isEqualTo("List some as values.");
                });
        Schema fewer = new Schema(
                Task.REGRESSION,
                List.of(input("shop", ColumnType.CATEGORY, towns.subList(0, 100), OptionalDouble.empty())),
                "y",
                List.of());
        assertThat(tried("regression", "invariant: shop", model(fewer, row -> 1))
                        .rows())
                .isZero();
    }
}
