package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What lies in a folder where a model.yaml belongs and is of a model, of whatever name: it may be all that is left of one. */
record ModelRemains(Path folder) {

    /** A model.yaml, a lock or a profile. */
    private static final Pattern KINDS = Pattern.compile("(?i).*\\.(ya?ml|lock\\.json|profile\\.json)");

    /**
     * The files, in the order of their names.
     *
     * @throws MlException if that cannot be told
     */
    List<Path> files() {
        if (!new Existence(folder).isThere()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> KINDS.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new MlException(
                    "What is in %s cannot be told: %s.".formatted(folder, Json.reason(e)),
                    "Make it a folder that the user who builds can read.",
                    e);
        }
    }
}
