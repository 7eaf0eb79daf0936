package io.github.mlmaven.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Parameter;
import io.github.mlmaven.api.ParameterType;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A limit or a movement that model.yaml may set can be kept by some value of the metric, and broken by another. */
class GateBoundsTest {

    private static Path folder = Path.of("");

    @BeforeContainer
    static void make() throws IOException {
        folder = Files.createTempDirectory("gate-bounds");
    }

    @AfterContainer
    static void delete() throws IOException {
        Files.deleteIfExists(folder.resolve("model.yaml"));
        Files.delete(folder);
    }

    @Property(tries = 500)
    void a_limit_is_read_exactly_if_it_can_hold_and_can_break(
            @ForAll("metrics") AskedMetric metric, @ForAll("limits") Bound bound) {
        boolean holds = values(metric, bound).anyMatch(new Limit(bound)::holds);
        boolean breaks = values(metric, bound).anyMatch(value -> !new Limit(bound).holds(value));

        assertThat(isRead(metric, (bound.kind() == Kind.MIN ? "min: " : "max: ") + plain(bound)))
                .isEqualTo(holds && breaks);
    }

    @Property(tries = 500)
    void a_movement_is_read_exactly_if_it_can_break(
            @ForAll("metrics") AskedMetric metric, @ForAll("movements") Bound bound) {
        boolean breaks = values(metric, bound)
                .anyMatch(from -> values(metric, bound).anyMatch(to -> !new Movement(bound).holds(from, to)));
        String amount =
                bound.relative() ? plain(new Bound(bound.kind(), bound.amount() * 100, false)) + "%" : plain(bound);

        assertThat(isRead(
                        metric,
                        "baseline: {" + (bound.kind() == Kind.MAX_INCREASE ? "max-increase: " : "max-decrease: ")
                                + amount + "}"))
                .isEqualTo(breaks);
    }

    /** Values of the metric, among them its ends and those beside the bound. */
    private static DoubleStream values(AskedMetric metric, Bound bound) {
        double least = metric.extent().min().map(BigDecimal::doubleValue).orElse(-1e6);
        double most = metric.extent().max().map(BigDecimal::doubleValue).orElse(1e6);
        return DoubleStream.of(
                        least, most, 1e-9, bound.amount(), bound.amount() - 0.001, bound.amount() + 0.001, 0, 1, -1)
                .filter(value -> value >= least && value <= most);
    }

    private static boolean isRead(AskedMetric metric, String bound) {
        Task task = metric.descriptor().tasks().contains(Task.REGRESSION) ? Task.REGRESSION : Task.CLASSIFICATION;
        String label = task == Task.REGRESSION ? "number" : "boolean";
        try {
            Path file = Files.writeString(folder.resolve("model.yaml"), """
                    task: %s
                    data: {source: d.csv, label: y}
                    columns: {x: {type: number}, y: {type: %s}}
                    gates: [{metric: %s, %s}]
                    """.formatted(
                            task == Task.REGRESSION ? "regression" : "classification",
                            label,
                            metric.descriptor().name(),
                            bound));
            SpecReader.read(file, "m");
            return true;
        } catch (MlException e) {
            assertThat(e.getMessage()).containsAnyOf("always holds", "can never be reached");
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String plain(Bound bound) {
        return BigDecimal.valueOf(bound.amount()).toPlainString();
    }

    @Provide
    static Arbitrary<AskedMetric> metrics() {
        return Arbitraries.of(Catalog.builtIn().all(MetricDescriptor.class).stream()
                .filter(metric -> metric.parameters().stream().noneMatch(GateBoundsTest::mustBeTold))
                .map(metric -> new AskedMetric(metric, Arguments.of(metric, told(metric))))
                .toList());
    }

    private static boolean mustBeTold(Parameter parameter) {
        return parameter.isRequired() && !(parameter.type() instanceof ParameterType.Label);
    }

    /** Of a boolean label the second, as where nothing is told. */
    private static Map<String, String> told(MetricDescriptor metric) {
        return metric.parameters().stream()
                .filter(Parameter::isRequired)
                .collect(Collectors.toMap(Parameter::name, parameter -> "true"));
    }

    @Provide
    static Arbitrary<Bound> limits() {
        return Arbitraries.of(Kind.MIN, Kind.MAX)
                .flatMap(kind -> amounts(-200).map(amount -> new Bound(kind, amount, false)));
    }

    @Provide
    static Arbitrary<Bound> movements() {
        return Arbitraries.of(Kind.MAX_INCREASE, Kind.MAX_DECREASE)
                .flatMap(kind -> Arbitraries.of(true, false)
                        .flatMap(relative -> amounts(0).map(amount -> new Bound(kind, amount, relative))));
    }

    private static Arbitrary<Double> amounts(int least) {
        return Arbitraries.oneOf(
                Arbitraries.of(List.of(0.0, 1.0, 0.95)),
                Arbitraries.integers().between(least * 100, 20_000).map(hundredths -> hundredths / 100.0));
    }
}
