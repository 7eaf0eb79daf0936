package io.github.mlmaven.api;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold for descriptors. */
final class Names {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Names() {}

    /** The tasks of something with a name, both of which are as they must be. */
    static Set<Task> checked(String name, Set<Task> tasks) {
        requireKebabCase(name);
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' is for no task");
        }
        return Set.copyOf(tasks);
    }

    static void requireKebabCase(String name) {
        if (!KEBAB_CASE.matcher(name).matches()) {
            throw new IllegalArgumentException("the name '" + name + "' is not in kebab case, such as 'max-depth'");
        }
    }

    /** Parameters of which none must be told. */
    static List<Parameter> withDefaults(String owner, List<Parameter> parameters) {
        parameters.stream().filter(Parameter::isRequired).findFirst().ifPresent(parameter -> {
            throw new IllegalArgumentException(
                    "the parameter '" + parameter.name() + "' of '" + owner + "' has no default");
        });
        return distinct(owner, parameters);
    }

    static List<Parameter> distinct(String owner, List<Parameter> parameters) {
        if (parameters.stream().map(Parameter::name).distinct().count() < parameters.size()) {
            throw new IllegalArgumentException("'" + owner + "' has two parameters of one name");
        }
        return List.copyOf(parameters);
    }
}
