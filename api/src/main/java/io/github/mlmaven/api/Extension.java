package io.github.mlmaven.api;

/**
 * Code that is found by a name that a file gives. Beside what a build or a service brings itself, everything is found that a
 * JAR or a folder of classes declares as a service of Java: its class, with a public constructor without parameters, stands in
 * {@code META-INF/services/} in a file with the name of the interface.
 */
public interface Extension {

    /** In kebab case, unique among its kind. */
    String name();
}
