package io.github.mlmaven.model;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.model.BundleFiles.Content;
import io.github.mlmaven.model.Manifest.FileEntry;
import io.github.mlmaven.text.Sha256;
import io.github.mlmaven.text.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the files of a bundle. Sizes are compared with the manifest, the bytes that there are and the memory of the JVM before
 * anything is read, hashes before anything is parsed.
 */
final class BundleReader {

    private static final String AGAIN = "Take it from the repository again, or build it again.";

    private static final int LARGEST_MANIFEST = 16 << 20;
    private static final int HASH_LENGTH = 64;
    private static final long LARGEST_BUNDLE = 2_000_000_000;

    /** Memory for a byte of JSON whose values are the shortest, while objects are made of it. */
    private static final int MEMORY_OF_JSON = 40;

    /** Memory for a byte of a model or another file, itself among it. */
    private static final int MEMORY_OF_OTHERS = 4;

    /** What a manifest does not list. */
    private static final Set<String> OWN = Set.of(Bundle.MANIFEST, Bundle.MANIFEST_HASH);

    private static final Set<String> PARSED = Set.of(Bundle.ENCODER, Bundle.GOLDEN);

    private final BundleFiles files;
    private final long memory = Runtime.getRuntime().maxMemory();

    BundleReader(BundleFiles files) {
        this.files = files;
    }

    /**
     * The bundle.
     *
     * @param name of the model that it must be of
     */
    Bundle read(String name) throws IOException {
        byte[] bytes = bytes(Bundle.MANIFEST, (int) Math.min(LARGEST_MANIFEST, memory / MEMORY_OF_JSON));
        String hash = new String(bytes(Bundle.MANIFEST_HASH, HASH_LENGTH), StandardCharsets.US_ASCII);
        requireHash(Bundle.MANIFEST, bytes, hash, Bundle.MANIFEST_HASH);
        Manifest manifest = Manifest.read(files.source(), bytes);
        requireFiles(manifest);
        requireRoom(manifest, name);
        SortedMap<String, byte[]> read = new TreeMap<>();
        for (Map.Entry<String, FileEntry> file : manifest.files().entrySet()) {
            byte[] content = bytes(file.getKey(), (int) file.getValue().size());
            requireHash(file.getKey(), content, file.getValue().sha256(), "its manifest");
            read.put(file.getKey(), content);
        }
        return new Bundle(files.source(), manifest, read);
    }

    /** What no bundle is without, and nothing beside what its manifest lists. */
    private void requireFiles(Manifest manifest) {
        for (String needed : List.of(Bundle.ENCODER, Bundle.GOLDEN, Bundle.MODEL)) {
            if (!manifest.files().containsKey(needed)) {
                throw new MlException(
                        "%s is no bundle that ml:package made: its manifest lists no %s."
                                .formatted(files.source(), needed),
                        AGAIN);
            }
        }
        for (String there : files.names()) {
            if (!manifest.files().containsKey(there) && !OWN.contains(there)) {
                throw new MlException(
                        "%s is no bundle that ml:package made: its manifest does not list %s."
                                .formatted(files.source(), Shown.of(there)),
                        AGAIN);
            }
        }
    }

    private void requireRoom(Manifest manifest, String name) {
        long total = 0;
        long needed = 0;
        for (Map.Entry<String, FileEntry> file : manifest.files().entrySet()) {
            long size = Math.min(file.getValue().size(), LARGEST_BUNDLE);
            total += size;
            needed += size * (PARSED.contains(file.getKey()) ? MEMORY_OF_JSON : MEMORY_OF_OTHERS);
        }
        if (!manifest.name().equals(name) || total > LARGEST_BUNDLE) {
            throw new MlException(
                    "%s is no bundle: its manifest is of the model '%s' with %s bytes, found under the name '%s'."
                            .formatted(files.source(), manifest.name(), total, name),
                    "At most %s bytes are loaded. Build it again by ml:package.".formatted(LARGEST_BUNDLE));
        }
        if (needed > memory) {
            throw new MlException(
                    "%s has %s bytes, which can take %s MB of memory while they are read; the JVM may take %s MB."
                            .formatted(files.source(), total, needed >> 20, memory >> 20),
                    "Allow it more, as by -Xmx%sm.".formatted((needed >> 20) + 1));
        }
    }

    private void requireHash(String file, byte[] content, String expected, String said) {
        String found = Sha256.of(content);
        if (!found.equals(expected)) {
            throw new MlException(
                    "%s is damaged: the SHA-256 of %s is %s, %s says %s."
                            .formatted(files.source(), file, found, said, Quote.of(expected)),
                    AGAIN);
        }
    }

    /** A file of at most some bytes. */
    private byte[] bytes(String name, int limit) throws IOException {
        try (Content content = files.open(name)) {
            if (content == null) {
                throw new MlException(files.source() + " is damaged: " + name + " is missing.", "Build it again.");
            }
            byte[] bytes = content.size() > limit ? new byte[0] : read(content, limit);
            if (content.size() > limit || content.bytes().read() != -1) {
                throw new MlException(
                        files.source() + " is damaged: " + name + " is larger than " + limit + " bytes.",
                        "Build it again.");
            }
            return bytes;
        } catch (IOException e) {
            // A file that cannot be inflated is damage like any other.
            throw new MlException(
                    files.source() + " is damaged: " + name + " could not be read: " + e.getMessage() + ".", AGAIN, e);
        }
    }

    private static byte[] read(Content content, int limit) throws IOException {
        if (content.size() == Content.UNKNOWN) {
            return content.bytes().readNBytes(limit);
        }
        byte[] bytes = new byte[Math.toIntExact(content.size())];
        int read = content.bytes().readNBytes(bytes, 0, bytes.length);
        return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
    }
}
