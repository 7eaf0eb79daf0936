package io.github.mlmaven.step;

import java.util.List;

/**
 * {@code image.json}: the image that was built.
 *
 * @param image its reference
 * @param digest of the manifest, {@code sha256:...}
 * @param imageId of the configuration, {@code sha256:...}
 * @param base the base image, pinned: with its digest for a registry, with the runtime's version for {@code local}
 * @param layers from the bottom up, without the base's own
 * @param weakened the switches by which the build that made it vouches for less, as a person would write them
 */
public record ImageFile(
        int format,
        String fingerprint,
        String image,
        String digest,
        String imageId,
        String base,
        List<Layer> layers,
        List<String> weakened) {

    public static final int FORMAT = 2;

    public ImageFile {
        layers = List.copyOf(layers);
        weakened = List.copyOf(weakened);
    }

    /** The same image, of a build that switches weaken. */
    public ImageFile weakenedBy(List<String> switches) {
        return new ImageFile(format, fingerprint, image, digest, imageId, base, layers, switches);
    }

    /**
     * One layer of the image.
     *
     * @param contents SHA-256 over the layer's paths and contents
     * @param bytes the size of its files
     */
    public record Layer(String name, String contents, long bytes) {}
}
