package io.github.mlmaven.spec;

import io.github.mlmaven.api.Descriptor;
import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.Parameter;
import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.api.TransformDescriptor;
import io.github.mlmaven.text.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold for the parameters that a trainer, a transform or a metric is told. */
final class ParameterRules {

    private final Descriptor owner;
    private final List<Parameter> parameters;
    private final SpecRules rules;

    private ParameterRules(Descriptor owner, List<Parameter> parameters, SpecRules rules) {
        this.owner = owner;
        this.parameters = parameters;
        this.rules = rules;
    }

    static ParameterRules of(TrainerDescriptor trainer, SpecRules rules) {
        return new ParameterRules(trainer, trainer.parameters(), rules);
    }

    static ParameterRules of(TransformDescriptor transform, SpecRules rules) {
        return new ParameterRules(transform, transform.parameters(), rules);
    }

    static ParameterRules of(MetricDescriptor metric, SpecRules rules) {
        return new ParameterRules(metric, metric.parameters(), rules);
    }

    /** @param keys of what has a key {@code parameters} */
    void check(Map<String, String> given, String... keys) {
        given.forEach((name, value) -> check(name, value, SpecRules.path(SpecRules.path(keys, "parameters"), name)));
    }

    /**
     * Whether parameters that stand beside a name are right.
     *
     * @param keys of what has the name
     */
    boolean beside(Map<String, String> given, String... keys) {
        return given.entrySet().stream()
                        .filter(entry -> !check(entry.getKey(), entry.getValue(), SpecRules.path(keys, entry.getKey())))
                        .count()
                == 0;
    }

    private boolean check(String name, String value, String... place) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        Optional<Parameter> found = parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            rules.problem(
                    "the " + kind() + " " + owner.name() + " has no parameter " + Shown.quoted(name) + ".",
                    () -> Choice.question(name, names, rules.catalog().meantParameter(owner, name))
                            + (names.isEmpty() ? "It has none." : "Choose from " + Choice.list(name, names) + "."),
                    place);
        } else if (found.get().type().plain(value).isEmpty()) {
            rules.problem(
                    "the parameter " + name + " is " + Shown.quoted(value) + ".",
                    "Write " + found.get().type().allowed() + ".",
                    place);
        } else {
            return true;
        }
        return false;
    }

    private String kind() {
        if (owner instanceof MetricDescriptor) {
            return "metric";
        }
        return owner instanceof TrainerDescriptor ? "trainer" : "transform";
    }
}
