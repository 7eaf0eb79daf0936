package io.github.mlmaven.worker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Build a model's image, and write {@code image.json}.
 *
 * @param bundle the bundle JAR
 * @param classPath the server's JARs, in order
 * @param workDirectory where files of this build are staged
 * @param result where {@code image.json} goes
 * @param fingerprint what the image depends on, for {@code image.json}
 * @param cache where linked runtimes and compressed layers stay between builds, such as a folder in the user's home; empty
 *     for the work directory
 */
public record ImageRequest(
        Path bundle,
        List<Path> classPath,
        BaseImage base,
        Target target,
        Path workDirectory,
        Path result,
        String fingerprint,
        Optional<Path> cache) {

    public ImageRequest {
        classPath = List.copyOf(classPath);
    }

    /**
     * What the image stands on.
     *
     * @param reference {@code local}, {@code tar://<path>} or a registry reference
     */
    public record BaseImage(String reference, Access access) {}

    /**
     * Where the image goes.
     *
     * @param image the image's reference: its name in a tar, its place in a registry
     * @param tar where the tar goes; empty to push instead
     * @param tags further tags of a pushed image
     * @param created the image's creation time, in seconds since 1970
     */
    public record Target(String image, Optional<Path> tar, List<String> tags, long created, Access access) {
        public Target {
            tags = List.copyOf(tags);
        }
    }

    /**
     * How to reach a registry.
     *
     * @param insecure whether plain http, and certificates that nobody vouches for, are accepted
     */
    public record Access(Optional<Login> login, boolean insecure) {
        public static final Access ANONYMOUS = new Access(Optional.empty(), false);
    }

    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + ", ***]";
        }
    }
}
