package io.github.mlmaven.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A trainer.
 *
 * @param parameters what it can be told, in the order of the manual
 * @param traits what it wants of the rows
 */
public record TrainerDescriptor(String name, Set<Task> tasks, List<Parameter> parameters, Traits traits, String doc)
        implements Descriptor {

    public TrainerDescriptor {
        tasks = Names.checked(name, tasks);
        parameters = Names.withDefaults(name, parameters);
        if (traits.validationParameter().isPresent()) {
            Parameter.named(traits.validationParameter().get(), name, parameters);
        }
    }

    /**
     * What a trainer wants of the rows.
     *
     * @param takesMissing whether it learns from missing values; they are filled in otherwise
     * @param needsScaling whether features of very different sizes disturb it; they are scaled then, unless a spec says
     *     otherwise
     * @param validationParameter a parameter that is a whole number, where training looks at the validation rows if it is not
     *     0
     */
    public record Traits(boolean takesMissing, boolean needsScaling, Optional<String> validationParameter) {}

    /** Whether it learns from missing values. */
    public boolean takesMissing() {
        return traits.takesMissing();
    }

    /** Whether features of very different sizes disturb it. */
    public boolean needsScaling() {
        return traits.needsScaling();
    }
}
