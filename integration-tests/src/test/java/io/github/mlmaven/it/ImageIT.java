package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When an image counts as up to date. */
class ImageIT {

    private static final String TAR = "target/ml/houses/image.tar";
    private static final String DESCRIPTION = "target/ml/houses/image.json";

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void an_image_that_somebody_replaced_or_described_otherwise_is_made_again(Path maven) throws IOException {
        MavenBuild build = MavenBuild.base(maven, "image-replaced");
        String[] image = {"ml:image", "-Dml.image.base=local"};
        assertThat(build.run(image).succeeded()).as(build.log()).isTrue();
        byte[] tar = Files.readAllBytes(build.file(TAR));
        String description = build.text(DESCRIPTION);

        Result same = build.run(image);
        assertThat(same.log()).contains("houses: image is up to date");

        build.write(TAR, "another image");
        Result replaced = build.run(image);
        assertThat(replaced.succeeded()).as(replaced.log()).isTrue();
        assertThat(replaced.log()).contains("[WARNING] houses: image.tar is not as the build left it: made again");
        assertThat(build.file(TAR)).hasBinaryContent(tar);

        byte[] retagged = new String(tar, StandardCharsets.ISO_8859_1)
                .replace("houses:1.0", "houses:9.9")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(retagged).hasSameSizeAs(tar).isNotEqualTo(tar);
        Files.write(build.file(TAR), retagged);
        assertThat(build.run(image).log()).contains("image.tar is not as the build left it: made again");
        assertThat(build.file(TAR)).hasBinaryContent(tar);

        build.edit(DESCRIPTION, "houses:1.0", "houses:2.0");
        Result weakened = build.run("ml:image", "-Dml.image.base=local", "-Dml.check.skip");
        assertThat(weakened.succeeded()).as(weakened.log()).isTrue();
        assertThat(build.text(DESCRIPTION).replaceAll("\\s+", " "))
                .contains("houses:1.0", "\"weakened\": [ \"-Dml.check.skip\" ]");
        assertThat(description).contains("\"weakened\": []");
        assertThat(build.file(TAR)).as("the same image all the same").hasBinaryContent(tar);
    }
}
