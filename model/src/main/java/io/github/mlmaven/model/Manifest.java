package io.github.mlmaven.model;

import io.github.mlmaven.api.Schema;
import io.github.mlmaven.text.Shown;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code manifest.json}: what a bundle holds.
 *
 * @param format the version of the bundle's layout
 * @param name of the model and of its folder: at most 100 ASCII letters, digits, '-', '_' and '.', beginning with a letter or digit
 * @param version the version of the project that made the model
 * @param model what holds the model, and what made it
 * @param schema what goes in and what comes out
 * @param files the bundle's other files by name, which is made of the same characters: no file is outside the folder
 * @param versions the software that made the model
 */
public record Manifest(
        int format,
        String name,
        String version,
        Model model,
        Schema schema,
        SortedMap<String, FileEntry> files,
        SortedMap<String, String> versions) {

    /** The layout that this version writes and reads. */
    public static final int FORMAT = 2;

    /** More than any model has. Names of columns are looked up by hash, and may all have the same. */
    private static final int MOST_COLUMNS = 20_000;

    /** Letters of a name. Files are named by it, and file systems have 255 for all of theirs. */
    static final int LONGEST_NAME = 100;

    private static final int LONGEST_TEXT = 1_000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public Manifest {
        requireName(name);
        files.keySet().forEach(Manifest::requireName);
        requirePlain("version", version);
        versions.forEach((software, number) -> {
            requirePlain("software", software);
            requirePlain("version of " + software, number);
        });
        requireFew("inputs", schema.inputs().size());
        requireFew("labels", schema.labels().size());
        files = new TreeMap<>(files);
        versions = new TreeMap<>(versions);
    }

    /**
     * What holds the model, and what made it.
     *
     * @param format the name of a {@link ModelFormat}
     * @param trainer the trainer's name in model.yaml
     */
    public record Model(String format, String trainer) {
        public Model {
            requirePlain("format of the model", format);
            requirePlain("trainer", trainer);
        }
    }

    /** A file's SHA-256 in lower-case hexadecimal, and its size in bytes. */
    public record FileEntry(String sha256, long size) {
        public FileEntry {
            if (!SHA256.matcher(sha256).matches() || size < 0) {
                throw new IllegalArgumentException("a file of " + size + " bytes with the SHA-256 '" + sha256 + "'");
            }
        }
    }

    /**
     * The manifest of a bundle.
     *
     * @param source what a message calls the bundle
     * @throws io.github.mlmaven.api.MlException if it is of another format, or no manifest
     */
    static Manifest read(String source, byte[] bytes) {
        String file = source + ": " + Bundle.MANIFEST;
        String text = BundleJson.text(bytes);
        BundleJson.requireFormat(source, file, text, FORMAT);
        return BundleJson.parse(file, text, Manifest.class);
    }

    private static void requireFew(String what, int count) {
        if (count > MOST_COLUMNS) {
            throw new IllegalArgumentException(count + " " + what + ", at most " + MOST_COLUMNS + " can be");
        }
    }

    private static void requirePlain(String what, String text) {
        if (text.length() > LONGEST_TEXT || !Shown.whole(text).equals(text)) {
            throw new IllegalArgumentException("the %s %s has more than %s letters, or one that cannot be shown"
                    .formatted(what, Shown.quoted(text), LONGEST_TEXT));
        }
    }

    private static void requireName(String name) {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "the name %s has more than %s letters".formatted(Shown.quoted(name), LONGEST_NAME));
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the name '" + name
                    + "' is not made of letters, digits, '-', '_' and '.', beginning with a letter or digit");
        }
    }
}
