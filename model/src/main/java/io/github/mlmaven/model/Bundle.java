package io.github.mlmaven.model;

import io.github.mlmaven.model.Manifest.FileEntry;
import io.github.mlmaven.spec.MlException;
import io.github.mlmaven.step.FileHashes;
import io.github.mlmaven.step.Json;
import io.github.mlmaven.step.ModelFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
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

    static final String ROOT = "META-INF/ml/";
    static final String MANIFEST = "manifest.json";
    private static final int LARGEST_MANIFEST = 16 << 20;
    private static final long LARGEST_FILE = 1L << 31;

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
            return read(jar.getFileName().toString(), path -> {
                ZipEntry entry = zip.getEntry(folder + path);
                return entry == null ? null : zip.getInputStream(entry);
            });
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
            return read("model '" + name + "'", path -> loader.getResourceAsStream(ROOT + name + "/" + path));
        } catch (IOException e) {
            throw new MlException(
                    "The model '" + name + "' could not be read: " + e.getMessage() + ".", "Try again.", e);
        }
    }

    private static Bundle read(String source, Files files) throws IOException {
        Manifest manifest = manifest(source, bytes(source, files, MANIFEST, LARGEST_MANIFEST));
        SortedMap<String, byte[]> read = new TreeMap<>();
        for (Map.Entry<String, FileEntry> file : manifest.files().entrySet()) {
            FileEntry expected = file.getValue();
            byte[] bytes = bytes(source, files, file.getKey(), Math.min(expected.size(), LARGEST_FILE));
            String found = FileHashes.sha256(bytes);
            if (!found.equals(expected.sha256())) {
                throw new MlException(
                        "%s is damaged: the SHA-256 of %s is %s, its manifest says %s."
                                .formatted(source, file.getKey(), found, expected.sha256()),
                        "Take it from the repository again, or build it again.");
            }
            read.put(file.getKey(), bytes);
        }
        return new Bundle(source, manifest, read);
    }

    private static byte[] bytes(String source, Files files, String path, long limit) throws IOException {
        try (InputStream in = files.open(path)) {
            if (in == null) {
                throw new MlException(source + " is damaged: " + path + " is missing.", "Build it again.");
            }
            byte[] bytes = in.readNBytes((int) Math.min(limit, Integer.MAX_VALUE - 8));
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
        String text = new String(bytes, StandardCharsets.UTF_8);
        int format =
                parse(source + ": " + MANIFEST, bytes, Map.class).get("format") instanceof Integer found ? found : 0;
        if (format != Manifest.FORMAT) {
            throw new MlException(
                    "%s has the format %d, this version of ml-model reads %d."
                            .formatted(source, format, Manifest.FORMAT),
                    "Use the version of ml-model that made it, or newer.");
        }
        return parse(source + ": " + MANIFEST, text.getBytes(StandardCharsets.UTF_8), Manifest.class);
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
        String name = ModelFiles.GOLDEN;
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
