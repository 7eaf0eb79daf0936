package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;

/**
 * What a checkout without Git LFS has in a data file's place: a few lines that name the file. They begin as the specification of
 * Git LFS says (docs/spec.md, "The Pointer").
 */
final class LargeFilePointer {

    private static final byte[] BEGIN = "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

    private LargeFilePointer() {}

    /** @throws MlException if a file is none of data, but a pointer to it */
    static void refuse(FileName file) {
        try (InputStream in = Files.newInputStream(file.path())) {
            if (Arrays.equals(in.readNBytes(BEGIN.length), BEGIN)) {
                throw new MlException(
                        file.name() + " is a pointer of Git LFS: its data was not checked out.",
                        "Run 'git lfs pull'; in CI, let the checkout fetch it ('lfs: true' of actions/checkout).");
            }
        } catch (IOException e) {
            throw UnreadableFile.of(file.name(), e);
        }
    }
}
