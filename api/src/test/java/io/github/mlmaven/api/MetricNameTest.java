package io.github.mlmaven.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a metric is called with what it is told. */
class MetricNameTest {

    private static final String LETTERS = "ab9 .-_/%+,:=(){}[]\"'\\#&\n\t\u0000\u00e4\u200b\u2028\ud83d\ude00\ud800";

    private static String name(String base, Map<String, String> arguments) {
        return new MetricName(base, new TreeMap<>(arguments)).text();
    }

    @Test
    void what_it_is_told_stands_in_the_order_of_the_alphabet() {
        assertThat(name("f-beta", Map.of("label", "fraud", "beta", "2"))).isEqualTo("f-beta(beta=2, label=fraud)");
        assertThat(name("rmse", Map.of())).isEqualTo("rmse");
        assertThat(name("auc", Map.of("label", ""))).isEqualTo("auc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "very good | f1(label=very good)",
                "Ärger-1/2 | f1(label=Ärger-1/2)",
                "10%       | f1(label=10%)",
                ">50K      | f1(label=\">50K\")",
                "a, b      | f1(label=\"a, b\")",
                "a=b)      | f1(label=\"a=b)\")",
                "say \"a\" | f1(label=\"say \\\"a\\\"\")",
                "back\\    | f1(label=\"back\\\\\")",
                "x[1]      | f1(label=\"x\\u005b1\\u005d\")",
                "` x`      | f1(label=\" x\")",
                "{a: {b}}  | f1(label=\"{a: {b}}\")"
            })
    void a_label_that_could_be_taken_for_something_else_is_in_quotes(String label, String text) {
        assertThat(name("f1", Map.of("label", label))).isEqualTo(text);
        assertThat(MetricName.parse(text)).isEqualTo(new MetricName("f1", new TreeMap<>(Map.of("label", label))));
    }

    @Test
    void a_model_yaml_writes_it_as_a_mapping() {
        assertThat(MetricName.parse("f-beta(beta=2, label=\">50K\")").written())
                .isEqualTo("{name: f-beta, beta: 2, label: \">50K\"}");
        assertThat(MetricName.parse("cost(costs={a: {b: 1}})").written()).isEqualTo("{name: cost, costs: {a: {b: 1}}}");
        assertThat(MetricName.parse("rmse").written()).isEqualTo("rmse");
    }

    @Test
    void a_mapping_stands_as_it_is_and_is_the_same_text_as_a_label() {
        String costs = "{\"a,b\": {c: 1}, c: {\"a,b\": -0.5}}";

        assertThat(name("cost", Map.of("costs", costs))).isEqualTo("cost(costs=" + costs + ")");
        assertThat(MetricName.parse("cost(costs=" + costs + ")").arguments()).isEqualTo(Map.of("costs", costs));
    }

    /** Labels of all that a file may hold, two to a name. */
    @Test
    void each_name_is_read_as_what_it_was_written_of_and_no_two_are_alike() {
        Random random = new Random(1);
        Map<String, MetricName> names = new TreeMap<>();
        for (int i = 0; i < 3_000; i++) {
            MetricName name =
                    new MetricName("f-beta", new TreeMap<>(Map.of("label", word(random), "other", word(random))));
            String text = name.text();

            assertThat(MetricName.parse(text)).as(text).isEqualTo(name);
            assertThat(text).doesNotContain("[", "]", "\n", "\u2028");
            MetricName known = names.put(text, name);
            assertThat(known == null || known.equals(name)).as(text).isTrue();
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        IntStream.range(0, random.nextInt(6))
                .forEach(i -> word.append(LETTERS.charAt(random.nextInt(LETTERS.length()))));
        return word.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f1(",
                "f1()x",
                "f1(label)",
                "f1(label=)",
                "f1(label=a",
                "f1(label=\"a)",
                "f1(label=a, label=b)",
                "f1(label=a b=c)",
                "cost(costs={a: {b: 1})",
                "cost(costs={a: {b: 1, b: 2}})"
            })
    void what_is_no_name_is_refused(String text) {
        assertThatThrownBy(() -> MetricName.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
