package io.github.mlmaven.step;

/**
 * {@code bundle.json}: the packaged bundle.
 *
 * @param contents SHA-256 over the sorted {@code <sha256> <path>} lines of the bundle's files without its manifest: the
 *     same for the same model under any version
 * @param sha256 of the JAR
 */
public record BundleFile(int format, String file, String contents, String sha256) {

    public static final int FORMAT = 2;

    /** The classifier of a module's only model. */
    public static final String CLASSIFIER = "model";

    /** The JAR's file name, in the build's output directory. */
    public static String name(BuildPlace.Identity identity) {
        return identity.artifactId() + "-" + identity.version() + "-" + identity.classifier() + ".jar";
    }
}
