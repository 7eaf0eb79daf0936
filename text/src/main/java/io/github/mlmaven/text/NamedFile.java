package io.github.mlmaven.text;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file, and how messages name it.
 *
 * @param name as the POM of its module would name it: {@code src/main/ml/model.lock.json}
 */
public record NamedFile(Path path, String name) {

    /** A file of a module, or one elsewhere, which has its whole path. */
    public static NamedFile of(Path basedir, Path path) {
        return new NamedFile(
                path,
                (path.startsWith(basedir) ? basedir.relativize(path) : path)
                        .toString()
                        .replace('\\', '/'));
    }

    /** A file that no module is known of. */
    public static NamedFile of(Path path) {
        return new NamedFile(path, path.toString());
    }

    /**
     * Its content. A pipe keeps whoever reads it waiting, a device may have no end, and memory has one.
     *
     * @param most how many bytes it may have
     * @param remedy what to do about a file that is not read
     * @throws MlException if it is no regular file, larger than it may be, or cannot be read
     */
    public byte[] whole(long most, String remedy) {
        if (!Files.isRegularFile(path)) {
            throw new MlException(name + " is no regular file.", remedy);
        }
        try {
            if (Files.size(path) > most) {
                throw new MlException(name + " has more than " + Numbers.count(most) + " bytes.", remedy);
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new MlException(name + " could not be read: " + Json.reason(e) + ".", "Make it readable.", e);
        }
    }
}
