package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Json;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

/** What is said of a file that could not be read to its end. */
final class UnreadableFile {

    private UnreadableFile() {}

    /** @param name as a person calls it */
    static MlException of(String name, IOException e) {
        if (e instanceof EOFException) {
            return new MlException(
                    name + " is cut off: the end of what is packed in it is missing.", "Fetch it again.", e);
        }
        return e instanceof ZipException
                ? new MlException(
                        name + " cannot be unpacked: " + e.getMessage() + ".",
                        "Fetch it again, or name it without .gz if it is not packed.",
                        e)
                : new MlException(
                        name + " could not be read: " + Json.reason(e) + ".", "Make it a readable, complete file.", e);
    }

    /** The same of a file of which a copy is written. */
    static MlException copying(String name, IOException e) {
        return e instanceof EOFException || e instanceof ZipException
                ? of(name, e)
                : new MlException(
                        name + " could not be copied: " + Json.reason(e) + ".",
                        "Make it a readable, complete file, and the build folder writable, with room for a copy.",
                        e);
    }
}
