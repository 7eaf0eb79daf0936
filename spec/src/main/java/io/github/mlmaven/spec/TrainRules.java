package io.github.mlmaven.spec;

import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.text.KebabCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold for the trainer. */
final class TrainRules {

    private final ModelSpec spec;
    private final Catalog catalog;
    private final TrainerDescriptor trainer;
    private final SpecRules rules;

    TrainRules(SpecFile file, SpecRules rules) {
        this.spec = file.spec();
        this.catalog = file.catalog();
        this.trainer = catalog.trainer(spec.train().trainer());
        this.rules = rules;
    }

    void check() {
        if (!trainer.tasks().contains(spec.task())) {
            List<String> able = catalog.of(TrainerDescriptor.class, spec.task()).stream()
                    .map(TrainerDescriptor::name)
                    .toList();
            rules.problem(
                    "the trainer " + trainer.name() + " cannot do " + KebabCase.of(spec.task()) + ".",
                    "Choose one of " + String.join(", ", able) + ".",
                    "train",
                    "trainer");
        }
        ParameterRules.of(trainer, rules).check(spec.train().parameters(), "train");
        Optional<String> parameter = trainer.traits().validationParameter();
        parameter.ifPresent(this::requireRows);
        if (parameter.filter(this::isOn).isEmpty()
                && spec.data().split().validation().value() > 0
                && spec.data().split().partColumn().isEmpty()) {
            rules.warn(
                    SpecWarningCode.VALIDATION_UNUSED,
                    Map.of("trainer", trainer.name(), "parameter", parameter.orElse("")),
                    "data",
                    "split",
                    "validation");
        }
    }

    private void requireRows(String parameter) {
        if (isOn(parameter)
                && spec.data().split().validation().value() == 0
                && spec.data().split().partColumn().isEmpty()) {
            rules.problem(
                    parameter.replace('-', ' ') + " needs validation rows, and data.split.validation is 0.",
                    "Set data.split.validation, such as 0.1.",
                    "train",
                    "parameters",
                    parameter);
        }
    }

    /** Whether a whole number of the trainer is not 0; one that is none is told elsewhere. */
    private boolean isOn(String parameter) {
        return trainer.parameters().stream()
                .filter(each -> each.name().equals(parameter))
                .flatMap(each ->
                        each
                                .type()
                                .plain(spec.train().parameters().getOrDefault(parameter, each.defaultValue()))
                                .stream())
                .anyMatch(value -> !value.equals("0"));
    }
}
