package io.github.mlmaven.api;

import java.util.List;

/**
 * Something that a trainer or a transform can be told in model.yaml.
 *
 * @param name in kebab case
 * @param defaultValue what stands where a file is silent, as the file would write it
 * @param doc what it does, in a sentence
 */
public record Parameter(String name, ParameterType type, String defaultValue, String doc) {

    public Parameter {
        Names.requireKebabCase(name);
        if (type.plain(defaultValue).isEmpty()) {
            throw new IllegalArgumentException(
                    "the default of '" + name + "' is '" + defaultValue + "', allowed is " + type.allowed());
        }
    }

    /**
     * The parameter of a name.
     *
     * @param owner whose parameters they are, for the message
     * @throws IllegalArgumentException if there is none
     */
    static Parameter named(String name, String owner, List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + owner + "' has no parameter '" + name + "'"));
    }
}
