package io.github.mlmaven.spec;

import io.github.mlmaven.api.Descriptor;
import io.github.mlmaven.api.Task;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text that is the name of something in the {@link Catalog}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Named {
    Class<? extends Descriptor> value();

    /** Words beside the names. */
    String[] or() default {};

    /** What can be written, words first. */
    final class Names {

        private Names() {}

        static List<String> of(Named named, Catalog catalog) {
            List<String> names = new ArrayList<>(List.of(named.or()));
            names.addAll(catalog.names(named.value()));
            return names;
        }

        /** What can be written where the task is known: what is of another is not offered. */
        static List<String> of(Named named, Catalog catalog, Optional<Task> task) {
            if (task.isEmpty()) {
                return of(named, catalog);
            }
            List<String> names = new ArrayList<>(List.of(named.or()));
            catalog.of(named.value(), task.get()).forEach(descriptor -> names.add(descriptor.name()));
            return names;
        }
    }
}
