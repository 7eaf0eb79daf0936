package io.github.mlmaven.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** The least POM of a module that is a model and nothing else. */
final class NewPom {

    static final String VERSION = "1.0-SNAPSHOT";

    private NewPom() {}

    /** A name for the artifact: the folder's, as far as Maven allows it. */
    static String artifactId(Path folder) {
        Path last = folder.getFileName();
        String name = (last == null ? "" : last.toString())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        return name.isEmpty() ? "model" : name;
    }

    static String text(String artifactId, PomPlugin plugin) {
        return template()
                .replace("@artifactId@", artifactId)
                .replace("@version@", VERSION)
                .replace("@plugin@", plugin.xml("      ", "  ", "\n"));
    }

    private static String template() {
        try (InputStream in = NewPom.class.getResourceAsStream("new-pom.xml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
