package io.github.mlmaven.spec;

/**
 * Files of the project.
 *
 * @param name a path, a folder or a glob, relative to the project
 */
public record FilePattern(String name) implements Origin {

    @Override
    public String fileName() {
        return name;
    }
}
