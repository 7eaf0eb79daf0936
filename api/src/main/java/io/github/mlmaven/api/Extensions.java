package io.github.mlmaven.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** All code of a kind, by name. Immutable. */
public final class Extensions<T extends Extension> {

    private final String kind;
    private final SortedMap<String, T> byName;

    private Extensions(String kind, SortedMap<String, T> byName) {
        this.kind = kind;
        this.byName = byName;
    }

    /**
     * What is built in, and what the class path of the thread declares.
     *
     * @param kind what it is, for messages: {@code metric}
     * @throws MlException if two have one name, or a declared class cannot be used
     */
    public static <T extends Extension> Extensions<T> of(String kind, Class<T> type, List<? extends T> builtIn) {
        List<T> all = new ArrayList<>(builtIn);
        try {
            ServiceLoader.load(type).forEach(all::add);
        } catch (ServiceConfigurationError e) {
            throw new MlException(
                    "A " + kind + " on the class path cannot be used: " + e.getMessage() + ".",
                    "Correct its file in META-INF/services, or remove it.",
                    e);
        }
        SortedMap<String, T> byName = new TreeMap<>();
        for (T extension : all) {
            T other = byName.put(extension.name(), extension);
            if (other != null) {
                throw new MlException(
                        "Two classes are the %s '%s': %s and %s."
                                .formatted(kind, extension.name(), className(other), className(extension)),
                        "Give one of them another name, or remove it from the class path.");
            }
        }
        return new Extensions<>(kind, byName);
    }

    private static String className(Extension extension) {
        return extension.getClass().getName();
    }

    /**
     * The one of a name.
     *
     * @throws MlException if there is none, with the names that there are
     */
    public T named(String name) {
        T found = byName.get(name);
        if (found == null) {
            throw new MlException(
                    "No class on the class path is the %s '%s'.".formatted(kind, name),
                    "Add the dependency that has it. There are " + String.join(", ", byName.keySet()) + ".");
        }
        return found;
    }

    /** All of them, by name. */
    public SortedMap<String, T> all() {
        return Collections.unmodifiableSortedMap(byName);
    }
}
