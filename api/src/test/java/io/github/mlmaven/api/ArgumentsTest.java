package io.github.mlmaven.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.TrainerDescriptor.Traits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    private static final TrainerDescriptor TRAINER = new TrainerDescriptor(
            "mean",
            Set.of(Task.REGRESSION),
            List.of(
                    new Parameter("rounds", new ParameterType.Whole(1, 100), "7", "Rounds."),
                    new Parameter("rate", new ParameterType.Real(BigDecimal.ZERO, BigDecimal.ONE), "0.5", "A rate."),
                    new Parameter("centred", new ParameterType.Flag(), "false", "Whether."),
                    new Parameter("solver", new ParameterType.Choice(List.of("fast", "exact")), "fast", "Which.")),
            new Traits(true, false, Optional.empty()),
            "Predicts a mean.");

    private record Settings(int rounds, double rate, boolean centred, String solver) {}

    @Test
    void values_are_bound_by_their_types_and_defaults_stand_for_the_rest() {
        Arguments arguments = Arguments.of(TRAINER, Map.of("rate", "2.50e-1", "centred", "true"));

        assertThat(arguments.texts())
                .isEqualTo(Map.of("rounds", "7", "rate", "0.25", "centred", "true", "solver", "fast"));
        Settings settings = arguments.bind(
                in -> new Settings(in.whole("rounds"), in.real("rate"), in.flag("centred"), in.choice("solver")));
        assertThat(settings).isEqualTo(new Settings(7, 0.25, true, "fast"));
    }

    private static final MetricDescriptor METRIC = new MetricDescriptor(
            "mixed",
            Set.of(Task.CLASSIFICATION),
            MetricDescriptor.Better.LOWER,
            new MetricDescriptor.Extent(
                    MetricDescriptor.Unit.NONE, Optional.of(BigDecimal.ZERO), Optional.empty(), Optional.of("at")),
            false,
            List.of(
                    new Parameter(
                            "at", new ParameterType.Share(new BigDecimal("0.001"), BigDecimal.ONE), "10%", "A share."),
                    new Parameter("label", new ParameterType.Label(false), "", "A label."),
                    new Parameter("rest", new ParameterType.Label(true), "", "Another."),
                    new Parameter("costs", new ParameterType.Costs(), "{a: {b: 1}}", "Costs.")),
            "Mixes.");

    @Test
    void a_metric_is_told_shares_labels_and_costs() {
        Arguments arguments =
                Arguments.of(METRIC, Map.of("at", "0.250", "label", "b", "costs", "{b: {a: 2.50, b: 0}, a: {b: 1e1}}"));

        assertThat(arguments.texts())
                .isEqualTo(Map.of("at", "25%", "label", "b", "rest", "", "costs", "{a: {b: 10}, b: {a: 2.5}}"));
        arguments.bind(in -> {
            assertThat(in.share("at")).isEqualTo(0.25);
            assertThat(in.label("label")).hasValue("b");
            assertThat(in.label("rest")).isEmpty();
            assertThat(in.costs("costs"))
                    .isEqualTo(Map.of("a", Map.of("b", new BigDecimal("10")), "b", Map.of("a", new BigDecimal("2.5"))));
            return in;
        });
        assertThat(METRIC.extent(arguments).max()).hasValue(new BigDecimal("4"));
    }

    @Test
    void the_range_of_costs_is_that_of_the_answers() {
        MetricDescriptor cost = new MetricDescriptor(
                "cost",
                METRIC.tasks(),
                METRIC.better(),
                new MetricDescriptor.Extent(
                        MetricDescriptor.Unit.NONE, Optional.empty(), Optional.empty(), Optional.of("costs")),
                false,
                List.of(new Parameter("costs", new ParameterType.Costs(), "", "Costs.")),
                "Costs.");

        MetricDescriptor.Extent paid = cost.extent(Arguments.of(cost, Map.of("costs", "{a: {b: 3}, b: {a: 7}}")));
        MetricDescriptor.Extent won = cost.extent(Arguments.of(cost, Map.of("costs", "{a: {a: -3}, b: {a: -1}}")));

        assertThat(List.of(paid.min().orElseThrow(), paid.max().orElseThrow()))
                .isEqualTo(List.of(BigDecimal.ZERO, new BigDecimal("7")));
        assertThat(List.of(won.min().orElseThrow(), won.max().orElseThrow()))
                .isEqualTo(List.of(new BigDecimal("-3"), BigDecimal.ZERO));
        assertThat(cost.extent().max()).isEmpty();
    }

    @Test
    void what_must_be_told_and_is_not_is_an_error() {
        assertThat(METRIC.parameters()).extracting(Parameter::isRequired).containsExactly(false, true, false, false);
        assertThatThrownBy(() -> Arguments.of(METRIC, Map.of()))
                .isInstanceOf(MlException.class)
                .hasMessage("The parameter label of the metric mixed is missing. Write a label of the model.");
        assertThatThrownBy(() -> new MetricDescriptor(
                        "asked", METRIC.tasks(), METRIC.better(), METRIC.extent(), true, METRIC.parameters(), "Asks."))
                .hasMessage("'asked' is measured unasked, and must be told something");
        assertThatThrownBy(() -> new MetricDescriptor(
                        "asked",
                        METRIC.tasks(),
                        METRIC.better(),
                        new MetricDescriptor.Extent(
                                MetricDescriptor.Unit.NONE, Optional.empty(), Optional.empty(), Optional.of("label")),
                        false,
                        METRIC.parameters(),
                        "Asks."))
                .hasMessage("nothing follows for 'asked' from a label of the model");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at | 0",
                "at | 101%",
                "at | 10 %",
                "costs | 5",
                "costs | {}",
                "costs | {a: 5}",
                "costs | {a: {b: much}}",
                "costs | {a: {b: 2e12}}",
                "costs | {a: {b: 1}} x",
                "costs | {a: {a: 0}}"
            })
    void a_share_or_costs_that_are_none_are_refused(String parameter, String value) {
        assertThatThrownBy(() -> Arguments.of(METRIC, Map.of("label", "a", parameter, value)))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(
                        "The parameter " + parameter + " of the metric mixed is '" + value + "'. Write ");
    }

    @Test
    void a_wrong_answer_without_a_cost_is_named() {
        assertThat(ParameterType.Costs.missing(ParameterType.Costs.values("{a: {b: 1}}"), List.of("a", "b")))
                .hasValue("the label 'b' predicted as 'a'");
        assertThat(ParameterType.Costs.missing(ParameterType.Costs.values("{a: {b: 1}, b: {a: 0}}"), List.of("a", "b")))
                .isEmpty();
    }

    @Test
    void a_trainer_has_a_default_for_each_parameter() {
        Parameter rounds = new Parameter("rounds", new ParameterType.Whole(1, 100), "", "Rounds.");

        assertThatThrownBy(() -> new TrainerDescriptor(
                        "mean", TRAINER.tasks(), List.of(rounds), TRAINER.traits(), "Predicts a mean."))
                .hasMessage("the parameter 'rounds' of 'mean' has no default");
    }

    @Test
    void a_parameter_that_nothing_takes_is_an_error() {
        Arguments arguments = Arguments.of(TRAINER, Map.of());

        assertThatThrownBy(() -> arguments.bind(in -> in.whole("rounds") + in.real("rate")))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "Nothing takes the parameter 'centred', 'solver' of the trainer mean. Read it where the others"
                                + " are read, or remove it from the descriptor.");
    }

    @Test
    void a_parameter_that_is_not_declared_cannot_be_read() {
        assertThatThrownBy(() -> Arguments.of(TRAINER, Map.of()).bind(in -> in.real("speed")))
                .hasMessage("'the trainer mean' has no parameter 'speed'");
        assertThatThrownBy(() -> Arguments.of(TRAINER, Map.of()).bind(in -> in.real("rounds")))
                .hasMessage("the parameter 'rounds' of the trainer mean is a whole number from 1 to 100");
    }

    @Test
    void a_value_that_is_not_allowed_is_named_with_what_is() {
        assertThatThrownBy(() -> Arguments.of(TRAINER, Map.of("rounds", "0")))
                .isInstanceOf(MlException.class)
                .hasMessage("The parameter rounds of the trainer mean is '0'. Write a whole number from 1 to 100.");
        assertThatThrownBy(() -> Arguments.of(TRAINER, Map.of("speed", "1")))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "There is no parameter 'speed' of the trainer mean. Choose from rounds, rate, centred, solver.");
    }

    @ParameterizedTest
    @CsvSource({
        "rounds, 1e2, 100",
        "rounds, 100.0, 100",
        "rounds, 1.5,",
        "rounds, 101,",
        "rounds, many,",
        "rate, 1.00, 1",
        "rate, 0e5, 0",
        "rate, 1e-3000,",
        "rate, 1.01,",
        "centred, True,",
        "solver, exact, exact",
        "solver, slow,"
    })
    void a_value_has_one_plain_form(String name, String text, String plain) {
        assertThat(Parameter.named(name, "mean", TRAINER.parameters()).type().plain(text))
                .isEqualTo(Optional.ofNullable(plain));
    }

    @Test
    void a_descriptor_cannot_be_wrong() {
        assertThatThrownBy(() -> new Parameter("maxDepth", new ParameterType.Flag(), "true", "A depth."))
                .hasMessage("the name 'maxDepth' is not in kebab case, such as 'max-depth'");
        assertThatThrownBy(() -> new Parameter("depth", new ParameterType.Whole(1, 3), "4", "A depth."))
                .hasMessage("the default of 'depth' is '4', allowed is a whole number from 1 to 3");
        Parameter flag = new Parameter("a", new ParameterType.Flag(), "true", "A flag.");
        Traits traits = new Traits(true, false, Optional.of("patience"));
        assertThatThrownBy(() -> new TrainerDescriptor("t", Set.of(), List.of(), TRAINER.traits(), "It."))
                .hasMessage("'t' is for no task");
        assertThatThrownBy(() -> new TrainerDescriptor(
                        "t", Set.of(Task.REGRESSION), List.of(flag, flag), TRAINER.traits(), "It."))
                .hasMessage("'t' has two parameters of one name");
        assertThatThrownBy(() -> new TrainerDescriptor("t", Set.of(Task.REGRESSION), List.of(flag), traits, "It."))
                .hasMessage("'t' has no parameter 'patience'");
    }
}
