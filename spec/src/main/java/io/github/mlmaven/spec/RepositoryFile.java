package io.github.mlmaven.spec;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A file of the Maven repository.
 *
 * @param name its coordinates: {@code group:id:version:extension}, and perhaps {@code :classifier}
 */
public record RepositoryFile(String name) implements Origin {

    private static final Pattern COORDINATES =
            Pattern.compile("[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+:[^:\\s]+:[A-Za-z0-9_.-]+(:[A-Za-z0-9_.-]+)?");

    boolean isComplete() {
        return COORDINATES.matcher(name).matches();
    }

    /** Group, artifact, version, extension and, where it has one, classifier. */
    private List<String> parts() {
        return List.of(name.split(":", -1));
    }

    public String groupId() {
        return part(0);
    }

    public String artifactId() {
        return part(1);
    }

    public String version() {
        return part(2);
    }

    public String extension() {
        return part(3);
    }

    /** Empty for the main file. */
    public String classifier() {
        return part(4);
    }

    /** Whether the repository may have other bytes tomorrow. */
    public boolean isSnapshot() {
        return version().endsWith("-SNAPSHOT");
    }

    @Override
    public String fileName() {
        return artifactId() + "." + extension();
    }

    private String part(int index) {
        List<String> parts = parts();
        return index < parts.size() ? parts.get(index) : "";
    }
}
