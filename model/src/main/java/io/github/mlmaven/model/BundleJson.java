package io.github.mlmaven.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Reads the JSON files of a bundle, each of which says its format. */
final class BundleJson {

    private BundleJson() {}

    /** What every file has, whatever else is in it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Versioned(OptionalInt format) {}

    /**
     * A record.
     *
     * @param file what a message calls it
     * @param format the one that is read
     * @throws MlException if it is of another format, or not such a record
     */
    static <T> T read(String file, byte[] bytes, int format, Class<T> type) {
        String text = text(bytes);
        requireFormat(file, file, text, format);
        return parse(file, text, type);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Refuses what is of another format.
     *
     * @param owner what is of the format, for messages
     */
    static void requireFormat(String owner, String file, String text, int format) {
        int found = parse(file, text, Versioned.class).format().orElse(0);
        if (found != format) {
            throw new MlException(
                    "%s has the format %s, this version of ml-model reads %s.".formatted(owner, found, format),
                    "Use the version of ml-model that made it, or newer.");
        }
    }

    static <T> T parse(String file, String text, Class<T> type) {
        try {
            return Json.parse(text, type);
        } catch (UncheckedIOException e) {
            throw new MlException(
                    file + " is not what this version of ml-model reads: " + e.getMessage() + ".",
                    "Use the version that made it, or build it again.",
                    e);
        }
    }
}
