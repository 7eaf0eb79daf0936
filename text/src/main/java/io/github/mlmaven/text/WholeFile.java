package io.github.mlmaven.text;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is read as a whole. A pipe keeps whoever reads it waiting, a device may have no end, and memory has one.
 *
 * @param most how many bytes it may have
 * @param remedy what to do about a file that is not read
 */
public record WholeFile(Path path, long most, String remedy) {

    /**
     * Its content.
     *
     * @throws MlException if it is no regular file, larger than it may be, or cannot be read
     */
    public byte[] bytes() {
        if (!Files.isRegularFile(path)) {
            throw new MlException(path + " is no regular file.", remedy);
        }
        try {
            if (Files.size(path) > most) {
                throw new MlException(path + " has more than " + Numbers.count(most) + " bytes.", remedy);
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new MlException(path + " could not be read: " + Json.reason(e) + ".", "Make it readable.", e);
        }
    }
}
