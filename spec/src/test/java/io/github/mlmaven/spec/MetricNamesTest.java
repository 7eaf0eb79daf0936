package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a model.yaml writes a metric, it has one name. */
class MetricNamesTest extends SpecReading {

    private static final String SPEC = """
            task: classification
            data: {source: d.csv, label: y}
            columns:
              x: {type: number}
              y: {type: category, values: [%s]}
            evaluate:
              metrics:
                - %s
            """;

    private String name(String labels, String metric) {
        return read(SPEC.formatted(labels, metric)).spec().evaluate().metrics().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "f1                                                        | f1(label=yes)",
                "{name: f1}                                                | f1(label=yes)",
                "{name: f1, label: yes}                                    | f1(label=yes)",
                "{name: f1, label: no}                                     | f1(label=no)",
                "f-beta                                                    | f-beta(beta=2, label=yes)",
                "{name: f-beta, beta: 2.00}                                | f-beta(beta=2, label=yes)",
                "{label: no, beta: 5e-1, name: f-beta}                     | f-beta(beta=0.5, label=no)",
                "macro-f-beta                                              | macro-f-beta(beta=2)",
                "auc                                                       | auc",
                "{name: auc, label: yes}                                   | auc",
                "{name: auc, label: no}                                    | auc(label=no)",
                "{name: lift, at: 0.05}                                    | lift(at=5%, label=yes)",
                "{name: gain, at: 5.0%}                                    | gain(at=5%, label=yes)",
                "{name: top-k, k: 1}                                       | top-k(k=1)",
                "{name: cost, costs: {yes: {no: 5, yes: 0}, no: {yes: 1}}} | cost(costs={no: {yes: 1}, yes: {no: 5}})",
                "accuracy                                                  | accuracy"
            })
    void of_two_labels_the_second_is_meant_and_defaults_are_told(String metric, String name) {
        assertThat(name("no, yes", metric)).isEqualTo(name);
    }

    @Test
    void of_three_labels_the_one_that_is_written_is_meant() {
        assertThat(name("a, b, c", "{name: auc, label: b}")).isEqualTo("auc(label=b)");
        assertThat(name("a, b, c", "auc")).isEqualTo("auc");
        assertThat(name("'a, b', c, d", "{name: recall, label: 'a, b'}")).isEqualTo("recall(label=\"a, b\")");
    }

    @Test
    void of_labels_that_only_the_data_tells_the_one_that_is_written_is_meant() {
        String spec = SPEC.formatted("no, yes", "%s").replace(", values: [no, yes]", "");

        assertThat(read(spec.formatted("{name: recall, label: any}"))
                        .spec()
                        .evaluate()
                        .metrics())
                .containsExactly("recall(label=any)");
        assertThat(read(spec.formatted("{name: cost, costs: {any: {other: 1}}}"))
                        .spec()
                        .evaluate()
                        .metrics())
                .containsExactly("cost(costs={any: {other: 1}})");
        assertThat(read(spec.formatted("{name: top-k, k: 3}")).spec().evaluate().metrics())
                .containsExactly("top-k(k=3)");
    }

    @Test
    void it_is_measured_once_in_the_order_of_the_catalog_and_gates_have_its_name() {
        SpecFile file = read(SPEC.formatted("no, yes", "{name: auc, label: no}") + """
                    - {name: f-beta, beta: 0.5}
                    - f-beta
                    - brier
                gates:
                  - {metric: {name: f-beta, beta: 2}, min: 0.5}
                  - {metric: {name: auc, label: yes}, min: 0.5}
                """);

        assertThat(file.metrics())
                .extracting(AskedMetric::name)
                .containsExactly(
                        "accuracy",
                        "balanced-accuracy",
                        "macro-precision",
                        "macro-recall",
                        "macro-f1",
                        "log-loss",
                        "auc",
                        "auc(label=no)",
                        "brier",
                        "f-beta(beta=0.5, label=yes)",
                        "f-beta(beta=2, label=yes)");
        assertThat(file.spec().gates())
                .extracting(GateSpec::metric)
                .containsExactly("f-beta(beta=2, label=yes)", "auc");
        assertThat(SpecFacts.of("gates", file.spec().gates()))
                .containsEntry("gates.f-beta(beta=2, label=yes).min", "0.5")
                .containsEntry("gates.auc.min", "0.5");
        assertThat(SpecFacts.of("evaluate", file.spec().evaluate()))
                .containsEntry(
                        "evaluate.metrics",
                        "[\"auc(label=no)\", \"f-beta(beta=0.5, label=yes)\", \"f-beta(beta=2, label=yes)\", brier]");
    }

    @Test
    void a_metric_is_known_by_its_name() {
        AskedMetric metric = Catalog.builtIn().asked("lift(at=25%, label=\"a, b\")");

        assertThat(metric.name()).isEqualTo("lift(at=25%, label=\"a, b\")");
        assertThat(metric.arguments().texts()).containsEntry("label", "a, b");
        assertThat(metric.extent().max().orElseThrow()).isEqualByComparingTo("4");
        assertThat(Catalog.builtIn().metric(metric.name()).extent().max()).isEmpty();
        assertThat(List.of(AskedMetric.of(Catalog.builtIn().metric("auc")).name()))
                .containsExactly("auc");
    }
}
