package io.github.mlmaven.model;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.model.Manifest.FileEntry;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that was read whole, its files verified against the hashes of the manifest before anything else looked at them.
 * Everything is under {@code META-INF/ml/<name>/}.
 */
public final class Bundle {

    /** The name of the fitted encoder. */
    public static final String ENCODER = "encoder.json";

    /** The name of the model itself. */
    public static final String MODEL = "model.pb";

    /** The name of the golden predictions: rows and outputs recorded at training. */
    public static final String GOLDEN = "golden.json";

    static final String ROOT = "META-INF/ml/";
    static final String MANIFEST = "manifest.json";
    /** The file that holds the SHA-256 of the manifest, which holds those of all others. */
    static final String MANIFEST_HASH = "manifest.sha256";

    private static final int LARGEST_MANIFEST = 16 << 20;
    private static final int HASH_LENGTH = 64;
    private static final long LARGEST_BUNDLE = 2_000_000_000;

    private final String source;
    private final Manifest manifest;
    private final SortedMap<String, byte[]> files;

    private Bundle(String source, Manifest manifest, SortedMap<String, byte[]> files) {
        this.source = source;
        this.manifest = manifest;
        this.files = files;
    }

    /**
     * Reads a bundle JAR.
     *
     * @throws MlException if it cannot be read, is no bundle of one model, or a file is not what the manifest says
     */
    public static Bundle read(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<String> manifests = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(ROOT) && name.endsWith("/" + MANIFEST))
                    .toList();
            if (manifests.size() != 1) {
                throw new MlException(
                        jar + " holds " + manifests.size() + " models.",
                        "Name a bundle, the JAR with classifier 'model' that ml:package makes.");
            }
            String folder = manifests.get(0).substring(0, manifests.get(0).length() - MANIFEST.length());
            String name = folder.substring(ROOT.length(), folder.length() - 1);
            return read(String.valueOf(jar.getFileName()), name, path -> {
                ZipEntry entry = zip.getEntry(folder + path);
                return entry == null ? null : zip.getInputStream(entry);
            });
        } catch (NoSuchFileException e) {
            throw new MlException("There is no bundle " + jar + ".", "Run ml:package, or correct the path.", e);
        } catch (IOException e) {
            throw new MlException(
                    jar + " could not be read as a JAR: " + e.getMessage() + ".",
                    "Name a bundle that ml:package made; build it again if it is damaged.",
                    e);
        }
    }

    /** The bundle of a model on the class path: of the thread's context class loader, else of this library's. */
    static Bundle onClassPath(String name) {
        String manifest = ROOT + name + "/" + MANIFEST;
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        URL found = context == null ? null : context.getResource(manifest);
        ClassLoader loader = found == null ? Bundle.class.getClassLoader() : context;
        if (loader == null || loader.getResource(manifest) == null) {
            throw new MlException(
                    "No model '" + name + "' is on the class path: looked for " + manifest + ".",
                    "Add the dependency with <classifier>model</classifier>, or correct the name.");
        }
        try {
            return read("The model '" + name + "'", name, path -> loader.getResourceAsStream(ROOT + name + "/" + path));
        } catch (IOException e) {
            throw new MlException(
                    "The model '" + name + "' could not be read: " + e.getMessage() + ".", "Try again.", e);
        }
    }

    private static Bundle read(String source, String name, Files files) throws IOException {
        byte[] bytes = bytes(source, files, MANIFEST, LARGEST_MANIFEST);
        String hash = new String(bytes(source, files, MANIFEST_HASH, HASH_LENGTH), StandardCharsets.US_ASCII);
        requireHash(source, MANIFEST, bytes, hash, MANIFEST_HASH);
        Manifest manifest = manifest(source, bytes);
        long total = manifest.files().values().stream()
                .mapToLong(file -> Math.min(file.size(), LARGEST_BUNDLE))
                .sum();
        if (!manifest.name().equals(name) || total > LARGEST_BUNDLE) {
            throw new MlException(
                    "%s is no bundle: its manifest is of the model '%s' with %s bytes, found under the name '%s'."
                            .formatted(source, manifest.name(), total, name),
                    "At most %s bytes are loaded. Build it again by ml:package.".formatted(LARGEST_BUNDLE));
        }
        SortedMap<String, byte[]> read = new TreeMap<>();
        for (Map.Entry<String, FileEntry> file : manifest.files().entrySet()) {
            byte[] content =
                    bytes(source, files, file.getKey(), (int) file.getValue().size());
            requireHash(source, file.getKey(), content, file.getValue().sha256(), "its manifest");
            read.put(file.getKey(), content);
        }
        return new Bundle(source, manifest, read);
    }

    private static void requireHash(String source, String file, byte[] content, String expected, String said) {
        String found = Sha256.of(content);
        if (!found.equals(expected)) {
            throw new MlException(
                    "%s is damaged: the SHA-256 of %s is %s, %s says %s."
                            .formatted(source, file, found, said, expected),
                    "Take it from the repository again, or build it again.");
        }
    }

    private static byte[] bytes(String source, Files files, String path, int limit) throws IOException {
        try (InputStream in = files.open(path)) {
            if (in == null) {
                throw new MlException(source + " is damaged: " + path + " is missing.", "Build it again.");
            }
            byte[] bytes = in.readNBytes(limit);
            if (in.read() != -1) {
                throw new MlException(
                        source + " is damaged: " + path + " is larger than " + limit + " bytes.", "Build it again.");
            }
            return bytes;
        } catch (IOException e) {
            // An entry that cannot be inflated, or whose CRC is wrong, is damage like any other.
            throw new MlException(
                    source + " is damaged: " + path + " could not be read: " + e.getMessage() + ".",
                    "Take it from the repository again, or build it again.",
                    e);
        }
    }

    private static Manifest manifest(String source, byte[] bytes) {
        int format =
                parse(source + ": " + MANIFEST, bytes, Map.class).get("format") instanceof Integer found ? found : 0;
        if (format != Manifest.FORMAT) {
            throw new MlException(
                    "%s has the format %s, this version of ml-model reads %s."
                            .formatted(source, format, Manifest.FORMAT),
                    "Use the version of ml-model that made it, or newer.");
        }
        return parse(source + ": " + MANIFEST, bytes, Manifest.class);
    }

    /** A record from a file of the bundle, with an error that names the file. */
    static <T> T parse(String file, byte[] bytes, Class<T> type) {
        try {
            return Json.parse(new String(bytes, StandardCharsets.UTF_8), type);
        } catch (UncheckedIOException e) {
            throw new MlException(
                    file + " is not what this version of ml-model reads: " + e.getMessage() + ".",
                    "Use the version that made it, or build it again.",
                    e);
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /** The golden predictions. */
    public Golden golden() {
        String name = GOLDEN;
        return parse(name, file(name), Golden.class);
    }

    /**
     * The content of a file.
     *
     * @throws MlException if the bundle has none of that name
     */
    public byte[] file(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new MlException(source + " has no " + name + ".", "Build it again with this version.");
        }
        return bytes;
    }

    private interface Files {
        @Nullable
        InputStream open(String path) throws IOException;
    }
}
