package io.github.mlmaven.api;

import java.util.List;

/**
 * Something that a trainer, a transform or a metric can be told in model.yaml.
 *
 * @param name in kebab case
 * @param defaultValue what stands where a file is silent, as the file would write it; empty where it must be told
 * @param doc what it does, in a sentence
 */
public record Parameter(String name, ParameterType type, String defaultValue, String doc) {

    public Parameter {
        Names.requireKebabCase(name);
        if (!defaultValue.isEmpty() && type.plain(defaultValue).isEmpty()) {
            throw new IllegalArgumentException(
                    "the default of '" + name + "' is '" + defaultValue + "', allowed is " + type.allowed());
        }
    }

    /** Whether there is no default: it must be told. */
    public boolean isRequired() {
        return type.plain(defaultValue).isEmpty();
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
