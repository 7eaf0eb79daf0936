package io.github.mlmaven.model;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

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

    private static final Pattern MANIFEST_PATH = Pattern.compile(ROOT + "([^/]+)/" + Pattern.quote(MANIFEST));

    private final String source;
    private final Manifest manifest;
    private final SortedMap<String, byte[]> files;

    Bundle(String source, Manifest manifest, SortedMap<String, byte[]> files) {
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
        if (Files.exists(jar) && !Files.isRegularFile(jar)) {
            // A pipe keeps whoever reads it waiting.
            throw new MlException(
                    jar + " is no regular file.",
                    "Name a bundle, the JAR with classifier 'model' that ml:package makes.");
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<String> names = zip.stream()
                    .map(entry -> MANIFEST_PATH.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .map(path -> path.group(1))
                    .toList();
            if (names.size() != 1) {
                throw new MlException(
                        jar + " holds " + names.size() + " models.",
                        "Name a bundle, the JAR with classifier 'model' that ml:package makes.");
            }
            String name = names.get(0);
            return new BundleReader(new BundleFiles.InJar(jar, zip, ROOT + name + "/")).read(name);
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
            return new BundleReader(new BundleFiles.OnClassPath(loader, name)).read(name);
        } catch (IOException e) {
            throw new MlException(
                    "The model '" + name + "' could not be read: " + e.getMessage() + ".", "Try again.", e);
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * The golden predictions.
     *
     * @throws MlException if there are none, or the file is of another version or damaged
     */
    public Golden golden() {
        return BundleJson.read(GOLDEN, file(GOLDEN), Golden.FORMAT, Golden.class);
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
}
