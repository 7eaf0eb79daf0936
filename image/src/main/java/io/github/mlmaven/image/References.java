package io.github.mlmaven.image;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import io.github.mlmaven.api.MlException;

/** Image references as people write them. */
final class References {

    private References() {}

    /**
     * Reads a reference; a missing registry is Docker Hub, a missing tag is {@code latest}.
     *
     * @throws MlException if it is not one
     */
    static ImageReference parse(Side side, String text) {
        try {
            return ImageReference.parse(text);
        } catch (InvalidImageReferenceException e) {
            throw new MlException(
                    "The " + side.noun() + " '" + text + "' is not an image reference.",
                    "Write it as <registry>/<repository>:<tag> in lower case, such as ghcr.io/example/diamonds:1.0"
                            + side.alternatives() + ".",
                    e);
        }
    }
}
