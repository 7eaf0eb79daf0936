package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.evaluate.Behaviours.Asked;
import io.github.mlmaven.model.Inputs;
import io.github.mlmaven.model.Outputs;
import io.github.mlmaven.spec.BehaviourSpec;
import io.github.mlmaven.spec.BehaviourSpec.Bounds;
import io.github.mlmaven.spec.BehaviourSpec.Change;
import io.github.mlmaven.spec.BehaviourSpec.Claim;
import io.github.mlmaven.spec.BehaviourSpec.Kind;
import io.github.mlmaven.spec.BehaviourSpec.Terms;
import io.github.mlmaven.spec.BehaviourSpec.Trial;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.Share;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.spec.Tolerance;
import io.github.mlmaven.step.Behaviour.Tried;
import io.github.mlmaven.step.Finding.Offender;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Of a linear model everything is known: whole numbers, so that no sum is rounded. */
class BehaviourPropertiesTest {

    private static final Schema SCHEMA = new Schema(Task.REGRESSION, List.of(number("x"), number("z")), "y", List.of());

    private static Input number(String name) {
        return new Input(
                name, ColumnType.NUMBER, List.of(), new Range(OptionalDouble.empty(), OptionalDouble.empty()), false);
    }

    private static BehaviourSpec test(Kind kind, String column, int by, int tolerance) {
        Optional<String> name = Optional.of(column);
        Claim claim = new Claim(
                name.filter(each -> kind == Kind.INVARIANT),
                name.filter(each -> kind == Kind.INCREASING),
                name.filter(each -> kind == Kind.DECREASING),
                List.of());
        Change change =
                new Change(Optional.of(new Tolerance(by, false)), List.of(), Optional.empty(), OptionalLong.empty());
        return new BehaviourSpec(
                new Trial(claim, change),
                new Bounds(
                        Optional.empty(), Optional.empty(), Optional.of(new Tolerance(tolerance, false)), new Share(1)),
                new Terms(OptionalLong.empty(), Optional.empty(), Severity.ERROR));
    }

    /** Tries y = a x + b z on rows of x, of which z is the square. */
    private static Tried tried(BehaviourSpec test, int a, int b, List<Integer> xs) {
        Inputs inputs = new Inputs(SCHEMA.inputs(), SCHEMA.label());
        Outputs outputs = Outputs.of(SCHEMA);
        Asked model = new Asked(
                inputs,
                outputs,
                batch -> outputs.answer(
                        IntStream.range(0, batch.rows())
                                .mapToDouble(row -> a * batch.column("x").number(row)
                                        + b * batch.column("z").number(row))
                                .toArray(),
                        batch.rows()));
        double[] x = xs.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] z = xs.stream().mapToDouble(each -> each * each).toArray();
        Batch batch = Batch.of(
                inputs.header(),
                x.length,
                new Column.Doubles(x, x.length, List.of()),
                new Column.Doubles(z, z.length, List.of()));
        SpecPlace place = new SpecPlace("model.yaml", 1, 1);
        String column = test.column().orElseThrow();
        ChangedRows changed = new ChangedRows(
                column,
                model,
                Replacement.of(test, inputs, column, place),
                Expectation.of(test, outputs, place),
                OptionalLong.empty());
        changed.add(batch);
        return changed.tried(found -> found.entrySet().stream()
                .map(row -> new Offender("d.csv", row.getKey() + 2, row.getValue()))
                .toList());
    }

    @Property(tries = 100)
    void a_linear_model_moves_by_its_weight(
            @ForAll @IntRange(min = -3, max = 3) int a,
            @ForAll @IntRange(min = -3, max = 3) int b,
            @ForAll @IntRange(min = 1, max = 4) int by,
            @ForAll @IntRange(max = 5) int tolerance,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = -50, max = 50) Integer> xs) {
        Map<String, Integer> weights = Map.of("x", a, "z", b);
        weights.forEach((column, weight) -> {
            int moved = weight * by;
            assertAll(test(Kind.INCREASING, column, by, tolerance), a, b, xs, moved >= -tolerance);
            assertAll(test(Kind.DECREASING, column, by, tolerance), a, b, xs, moved <= tolerance);
            assertAll(test(Kind.INVARIANT, column, by, tolerance), a, b, xs, Math.abs(moved) <= tolerance);
        });
    }

    private static void assertAll(BehaviourSpec test, int a, int b, List<Integer> xs, boolean holds) {
        Tried tried = tried(test, a, b, xs);
        assertThat(tried.rows()).isEqualTo(xs.size());
        assertThat(tried.leftOut()).isZero();
        assertThat(tried.held()).isEqualTo(holds ? xs.size() : 0);
        assertThat(tried.first()).hasSize(holds ? 0 : Math.min(5, xs.size()));
    }
}
