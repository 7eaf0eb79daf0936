package io.github.mlmaven.api;

import java.util.List;
import java.util.Set;

/**
 * A transform, which makes features of a column.
 *
 * @param types of the columns that it takes
 * @param parameters what it can be told, in the order of the manual
 */
public record TransformDescriptor(
        String name, Set<Task> tasks, Set<ColumnType> types, List<Parameter> parameters, String doc)
        implements Descriptor {

    public TransformDescriptor {
        tasks = Names.checked(name, tasks);
        types = Set.copyOf(types);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' takes no type of column");
        }
        parameters = Names.withDefaults(name, parameters);
    }
}
