package io.github.mlmaven.model;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The files of one bundle, wherever it is. */
interface BundleFiles {

    /** What a message calls the bundle. */
    String source();

    /** The names of all files that are there, as far as that can be told. */
    List<String> names();

    /** A file, or {@code null} if there is none of the name. */
    @Nullable
    Content open(String name) throws IOException;

    /**
     * A file before it is read.
     *
     * @param size in bytes; {@link #UNKNOWN} where only reading tells
     */
    record Content(long size, InputStream bytes) implements AutoCloseable {

        static final long UNKNOWN = -1;

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    /**
     * The files of a JAR, in a folder. They must be stored as they are: what is compressed can be a thousand times as large as
     * the JAR that holds it.
     */
    record InJar(Path jar, ZipFile zip, String folder) implements BundleFiles {

        @Override
        public String source() {
            return String.valueOf(jar.getFileName());
        }

        @Override
        public List<String> names() {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(folder) && !name.equals(folder))
                    .map(name -> name.substring(folder.length()))
                    .toList();
        }

        @Override
        public @Nullable Content open(String name) throws IOException {
            ZipEntry entry = zip.getEntry(folder + name);
            if (entry == null) {
                return null;
            }
            if (entry.getMethod() != ZipEntry.STORED) {
                throw new MlException(
                        "%s is no bundle that ml:package made: %s is compressed in it.".formatted(source(), name),
                        "The files of a bundle are stored as they are: take it as it was built, or build it again.");
            }
            if (entry.getSize() != entry.getCompressedSize() || entry.getSize() > Files.size(jar)) {
                throw new MlException(
                        "%s is damaged: %s is said to have %s bytes, the whole JAR has %s."
                                .formatted(source(), name, entry.getSize(), Files.size(jar)),
                        "Take it from the repository again, or build it again.");
            }
            return new Content(entry.getSize(), zip.getInputStream(entry));
        }
    }

    /** The files of a model on the class path, where a JAR of JARs may have compressed them. */
    record OnClassPath(ClassLoader loader, String name) implements BundleFiles {

        @Override
        public String source() {
            return "The model '" + name + "'";
        }

        /** A class path tells no names, and other JARs may add some. */
        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public @Nullable Content open(String file) {
            InputStream bytes = loader.getResourceAsStream(Bundle.ROOT + name + "/" + file);
            return bytes == null ? null : new Content(Content.UNKNOWN, bytes);
        }
    }
}
