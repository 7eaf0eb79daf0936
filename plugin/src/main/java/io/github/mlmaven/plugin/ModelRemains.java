package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What lies in a folder where a model.yaml belongs and is of a model, of whatever name: it may be all that is left of one. */
record ModelRemains(Path folder) {

    private static final Pattern RECORD = Pattern.compile("(?i).*\\.(lock|profile)\\.json");
    private static final Pattern YAML = Pattern.compile("(?i).*\\.ya?ml");

    /** No model.yaml is without this key; and of what is not UTF-8 it cannot be told. */
    private static final Pattern TASK = Pattern.compile("\\btask[\"']?\\s*:|\\x00");

    /** A file that is larger is taken for one. */
    private static final long LOOKED_AT = 1 << 21;

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
            return files.sorted().filter(ModelRemains::isOfModel).toList();
        } catch (IOException e) {
            throw new MlException(
                    "What is in %s cannot be told: %s.".formatted(folder, Json.reason(e)),
                    "Make it a folder that the user who builds can read.",
                    e);
        }
    }

    private static boolean isOfModel(Path file) {
        String name = file.getFileName().toString();
        return RECORD.matcher(name).matches() || (YAML.matcher(name).matches() && mayBeSpec(file));
    }

    /** Whether it is no other YAML: what is empty, or cannot be looked at, is taken for a model.yaml. */
    private static boolean mayBeSpec(Path file) {
        try {
            return !Files.isRegularFile(file)
                    || Files.size(file) == 0
                    || Files.size(file) > LOOKED_AT
                    || TASK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .find();
        } catch (IOException e) {
            return true;
        }
    }
}
