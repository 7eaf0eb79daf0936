package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import io.github.mlmaven.api.Schema.Rule;
import io.github.mlmaven.api.Schema.Rules;
import io.github.mlmaven.api.Schema.Texts;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.model.Manifest;
import io.github.mlmaven.step.Contract;
import io.github.mlmaven.step.Contract.Change;
import io.github.mlmaven.step.Contract.Kind;
import io.github.mlmaven.step.Contract.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What callers of a model see change. */
class ContractChangesTest {

    private static final Range ANY = new Range(OptionalDouble.empty(), OptionalDouble.empty());

    private static Input input(String name, ColumnType type, boolean required) {
        return new Input(name, type, List.of(), ANY, required);
    }

    private static Input held(Range range, List<String> values, Rule... refused) {
        Rules rules = new Rules(
                Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), new TreeSet<>(Arrays.asList(refused)));
        return new Input("a", ColumnType.NUMBER, values, range, false, Optional.empty(), Optional.of(rules));
    }

    private static Input spelled(List<String> trueValues, List<String> falseValues) {
        return new Input(
                "a",
                ColumnType.BOOLEAN,
                List.of(),
                ANY,
                false,
                Optional.of(new Texts(trueValues, falseValues)),
                Optional.empty());
    }

    private static Schema regression(Input... inputs) {
        return new Schema(Task.REGRESSION, List.of(inputs), "y", List.of());
    }

    private static Schema labels(String... labels) {
        return new Schema(Task.CLASSIFICATION, List.of(input("a", ColumnType.NUMBER, false)), "y", List.of(labels));
    }

    private static Contract contract(Schema before, Schema now) {
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "m",
                "1.1.0",
                new Manifest.Model("tribuo", "xgboost"),
                before,
                new TreeMap<>(),
                new TreeMap<>());
        return ContractChanges.of(manifest, "m", now);
    }

    private static List<Change> changes(Input before, Input now) {
        return contract(regression(before), regression(now)).changes();
    }

    private static Change of(Kind kind, String before, String now, Level level) {
        return new Change(kind, "a", before, now, level);
    }

    private static Range range(double min, double max) {
        return new Range(OptionalDouble.of(min), OptionalDouble.of(max));
    }

    @Test
    void the_same_schema_changes_nothing() {
        Contract same = contract(labels("p", "q"), labels("p", "q"));

        assertThat(same).isEqualTo(new Contract("1.1.0", List.of()));
        assertThat(same.level()).isEqualTo(Level.PATCH);
    }

    @Test
    void inputs_that_go_and_come() {
        Contract contract = contract(
                regression(input("a", ColumnType.NUMBER, false), input("b", ColumnType.CATEGORY, true)),
                regression(
                        input("c", ColumnType.INTEGER, false),
                        input("a", ColumnType.NUMBER, false),
                        input("d", ColumnType.DATE, true)));

        assertThat(contract.changes())
                .containsExactly(
                        new Change(Kind.INPUT, "b", "category", "", Level.MAJOR),
                        new Change(Kind.INPUT, "c", "", "integer", Level.MINOR),
                        new Change(Kind.INPUT, "d", "", "date, required", Level.MAJOR));
        assertThat(contract.level()).isEqualTo(Level.MAJOR);
    }

    @Test
    void the_type_of_an_input_and_whether_it_must_be_given() {
        Input whole = input("a", ColumnType.INTEGER, false);
        Input number = input("a", ColumnType.NUMBER, false);
        Input text = input("a", ColumnType.TEXT, false);

        assertThat(changes(whole, number)).containsExactly(of(Kind.TYPE, "integer", "number", Level.MINOR));
        assertThat(changes(number, whole)).containsExactly(of(Kind.TYPE, "number", "integer", Level.MAJOR));
        assertThat(changes(number, text)).containsExactly(of(Kind.TYPE, "number", "text", Level.MAJOR));
        assertThat(changes(text, input("a", ColumnType.CATEGORY, false)))
                .containsExactly(of(Kind.TYPE, "text", "category", Level.MINOR));
        assertThat(changes(number, input("a", ColumnType.NUMBER, true)))
                .containsExactly(of(Kind.REQUIRED, "optional", "required", Level.MAJOR));
        assertThat(changes(input("a", ColumnType.NUMBER, true), number))
                .containsExactly(of(Kind.REQUIRED, "required", "optional", Level.MINOR));
    }

    @Test
    void a_narrower_range_breaks_a_caller_only_where_it_is_refused() {
        Input wide = held(range(0, 10), List.of());
        Input narrow = held(range(1, 10), List.of());

        assertThat(changes(wide, narrow)).containsExactly(of(Kind.RANGE, "0 .. 10", "1 .. 10", Level.MINOR));
        assertThat(changes(held(range(0, 10), List.of(), Rule.MIN), held(range(1, 10), List.of(), Rule.MIN)))
                .containsExactly(of(Kind.RANGE, "0 .. 10", "1 .. 10", Level.MAJOR));
        assertThat(changes(held(range(0, 10), List.of(), Rule.MAX), held(range(1, 10), List.of(), Rule.MAX)))
                .containsExactly(of(Kind.RANGE, "0 .. 10", "1 .. 10", Level.MINOR));
        assertThat(changes(held(range(0, 10), List.of(), Rule.MIN), held(range(-1, 10), List.of(), Rule.MIN)))
                .containsExactly(of(Kind.RANGE, "0 .. 10", "-1 .. 10", Level.MINOR));
        assertThat(changes(held(ANY, List.of(), Rule.MAX), held(range(-1, 10), List.of(), Rule.MAX)))
                .containsExactly(of(Kind.RANGE, " .. ", "-1 .. 10", Level.MAJOR));
    }

    @Test
    void a_rule_that_refuses_and_one_that_does_no_more() {
        assertThat(changes(held(ANY, List.of()), held(ANY, List.of(), Rule.VALUES)))
                .containsExactly(of(Kind.REFUSED, "", "values", Level.MAJOR));
        assertThat(changes(held(ANY, List.of(), Rule.VALUES), held(ANY, List.of())))
                .containsExactly(of(Kind.REFUSED, "values", "", Level.MINOR));
    }

    @Test
    void values_that_go_and_come() {
        assertThat(changes(held(ANY, List.of("p", "q")), held(ANY, List.of("q", "r"))))
                .containsExactly(of(Kind.VALUE, "p", "", Level.MINOR), of(Kind.VALUE, "", "r", Level.MINOR));
        assertThat(changes(held(ANY, List.of("p"), Rule.VALUES), held(ANY, List.of("q"), Rule.VALUES)))
                .containsExactly(of(Kind.VALUE, "p", "", Level.MAJOR), of(Kind.VALUE, "", "q", Level.MINOR));
    }

    @Test
    void a_text_that_says_the_opposite_is_gone_and_new() {
        assertThat(changes(spelled(List.of("y"), List.of("n")), spelled(List.of("y", "j"), List.of("n"))))
                .containsExactly(of(Kind.TEXT, "", "'j' for true", Level.MINOR));
        assertThat(changes(spelled(List.of("y"), List.of("n")), spelled(List.of("n"), List.of("y"))))
                .extracting(Change::level)
                .containsExactly(Level.MAJOR, Level.MAJOR, Level.MINOR, Level.MINOR);
    }

    @Test
    void labels_that_go_and_come_and_their_order() {
        assertThat(contract(labels("p", "q"), labels("p")).changes())
                .containsExactly(new Change(Kind.LABEL_VALUE, "y", "q", "", Level.MINOR));
        assertThat(contract(labels("p"), labels("p", "q")).changes())
                .containsExactly(new Change(Kind.LABEL_VALUE, "y", "", "q", Level.MAJOR));
        assertThat(contract(labels("p", "q", "r"), labels("q", "p", "r")).changes())
                .containsExactly(new Change(Kind.LABEL_ORDER, "y", "p, q, r", "q, p, r", Level.MAJOR));
    }

    @Test
    void the_task_the_label_and_the_name() {
        Schema before = regression(input("a", ColumnType.NUMBER, false));
        Schema renamed = new Schema(Task.REGRESSION, before.inputs(), "z", List.of());
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "m",
                "1",
                new Manifest.Model("tribuo", "xgboost"),
                before,
                new TreeMap<>(),
                new TreeMap<>());

        assertThat(ContractChanges.of(manifest, "n", renamed).changes())
                .containsExactly(
                        new Change(Kind.NAME, "", "m", "n", Level.MAJOR),
                        new Change(Kind.LABEL, "y", "y", "z", Level.MAJOR));
        assertThat(contract(before, labels("p", "q")).changes())
                .contains(new Change(Kind.TASK, "", "regression", "classification", Level.MAJOR));
    }

    @Test
    void a_pattern_and_a_length() {
        Rules before = new Rules(
                Optional.of("[a-z]+"), OptionalLong.of(1), OptionalLong.empty(), new TreeSet<>(List.of(Rule.LENGTH)));
        Rules now = new Rules(
                Optional.of("[a-y]+"), OptionalLong.of(2), OptionalLong.of(9), new TreeSet<>(List.of(Rule.LENGTH)));

        assertThat(changes(text(before), text(now)))
                .containsExactly(
                        of(Kind.PATTERN, "[a-z]+", "[a-y]+", Level.MINOR),
                        of(Kind.LENGTH, "1 .. ", "2 .. 9", Level.MAJOR));
    }

    private static Input text(Rules rules) {
        return new Input("a", ColumnType.TEXT, List.of(), ANY, false, Optional.empty(), Optional.of(rules));
    }
}
