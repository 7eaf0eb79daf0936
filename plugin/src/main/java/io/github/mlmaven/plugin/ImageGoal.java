package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.worker.ImageRequest.Access;
import io.github.mlmaven.worker.ImageRequest.BaseImage;
import java.io.File;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that makes an image of the model and its server. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
abstract class ImageGoal extends ModelGoal {

    /** The image's reference. Example: {@code ghcr.io/example/diamonds:1.0} */
    @Parameter(property = "ml.image", defaultValue = "${project.artifactId}:${project.version}")
    String image;

    /**
     * What the image stands on: a Java runtime in a registry, pinned by its digest in {@code image.json}; {@code local} for a
     * runtime that is linked from the JDK of the build (Linux, no registry needed); or {@code tar://} and the path of an
     * image's tar.
     */
    @Parameter(property = "ml.image.base", defaultValue = "eclipse-temurin:17-jre")
    String imageBase;

    /** Further tags of the pushed image. Example: {@code -Dml.image.tags=1,latest} */
    @Parameter(property = "ml.image.tags")
    List<String> imageTags = List.of();

    /** Whether the image's registry may be reached by plain http, or with a certificate that nobody vouches for. */
    @Parameter(property = "ml.image.insecure", defaultValue = "false")
    boolean imageInsecure;

    /** Whether the base's registry may be reached by plain http, or with a certificate that nobody vouches for. */
    @Parameter(property = "ml.image.base.insecure", defaultValue = "false")
    boolean imageBaseInsecure;

    /** Where linked runtimes and base layers stay between builds. */
    @Parameter(property = "ml.image.cache", defaultValue = "${settings.localRepository}/.cache/ml-maven-plugin")
    File imageCache;

    /** The image's creation time, as ISO 8601 or in seconds since 1970, which is the default: builds reproduce images. */
    @Parameter(defaultValue = "${project.build.outputTimestamp}")
    @Nullable
    String outputTimestamp;

    final ModelImage image(ModelBuild build) {
        ServerClassPath server = new ServerClassPath(
                absolute(outputDirectory),
                plugin.getVersion(),
                () -> engines().classPath().of("ml-server"));
        RegistryLogins logins = new RegistryLogins(session.getSettings(), decrypter);
        Worker worker = worker("ml-image", "io.github.mlmaven.image.Main");
        return new ModelImage(build, description(logins), server, absolute(imageCache), worker);
    }

    final ModelImage.Description description(RegistryLogins logins) {
        return new ModelImage.Description(
                image,
                List.copyOf(imageTags),
                new BaseImage(imageBase, new Access(logins.of(imageBase), imageBaseInsecure)),
                new Access(logins.of(image), imageInsecure),
                created());
    }

    @Override
    String key() {
        return super.key() + "|" + image + "|" + imageBase + "|" + outputTimestamp;
    }

    private Instant created() {
        // A single character is how POMs switch the timestamp off.
        if (outputTimestamp == null || outputTimestamp.length() < 2) {
            return Instant.EPOCH;
        }
        try {
            return outputTimestamp.chars().allMatch(Character::isDigit)
                    ? Instant.ofEpochSecond(Long.parseLong(outputTimestamp))
                    : OffsetDateTime.parse(outputTimestamp).toInstant();
        } catch (DateTimeException | NumberFormatException e) {
            throw new MlException(
                    "project.build.outputTimestamp is '" + outputTimestamp + "'.",
                    "Write a time as 2026-01-31T12:00:00Z, or seconds since 1970.",
                    e);
        }
    }
}
