package io.github.mlmaven.spec;

import io.github.mlmaven.api.Parameter;
import io.github.mlmaven.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold for the parameters that a trainer or a transform is told. */
final class ParameterRules {

    private final String owner;
    private final List<Parameter> parameters;
    private final SpecRules rules;

    /** @param owner for messages: {@code trainer xgboost} */
    ParameterRules(String owner, List<Parameter> parameters, SpecRules rules) {
        this.owner = owner;
        this.parameters = parameters;
        this.rules = rules;
    }

    /** @param keys of what has a key {@code parameters} */
    void check(Map<String, String> given, String... keys) {
        given.forEach((name, value) -> {
            List<String> place = new ArrayList<>(List.of(keys));
            place.add("parameters");
            place.add(name);
            check(name, value, place.toArray(String[]::new));
        });
    }

    private void check(String name, String value, String... place) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        Optional<Parameter> found = parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            String choice = names.isEmpty() ? "It has none." : "Choose from " + String.join(", ", names) + ".";
            rules.problem(
                    "the " + owner + " has no parameter '" + name + "'.",
                    Nearest.question(name, names) + choice,
                    place);
        } else if (found.get().type().plain(value).isEmpty()) {
            rules.problem(
                    "the parameter " + name + " is '" + value + "'.",
                    "Write " + found.get().type().allowed() + ".",
                    place);
        }
    }
}
