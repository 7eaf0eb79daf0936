package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Builds whose data is an artifact of a Maven repository, which is a folder. */
class ArtifactDataIT {

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    private static MavenBuild build(Path maven, String behaviour, String version) throws IOException {
        MavenBuild build = MavenBuild.base(maven, behaviour).without("org/example/houses");
        Path rows = build.file("data/houses.csv");
        Path repository = build.file("repository");
        Path released = repository.resolve("org/example/houses/1.2.0/houses-1.2.0-all.csv");
        Files.createDirectories(released.getParent());
        Files.move(rows, released);
        // Maven 4 takes no file without.
        Files.writeString(released.resolveSibling(released.getFileName() + ".sha1"), sha1(released));
        build.edit("pom.xml", "  <build>\n", """
                  <repositories>
                    <repository>
                      <id>data</id>
                      <url>%s</url>
                    </repository>
                  </repositories>

                  <build>
                """.formatted(repository.toUri()).indent(0));
        build.edit(
                "src/main/ml/model.yaml",
                "  source: data/houses.csv\n",
                "  artifact: org.example:houses:" + version + ":csv:all\n");
        return build;
    }

    private static String sha1(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void rows_of_the_repository_are_resolved_locked_and_held_to_their_bytes(Path maven) throws IOException {
        MavenBuild build = build(maven, "rows-of-the-repository", "1.2.0");

        Result first = build.run("verify");
        assertThat(first.succeeded()).as(first.log()).isTrue();
        assertThat(first.log()).contains("validated 300 rows", "PASS  rmse is ");
        Result accepted = build.run("ml:accept");
        assertThat(accepted.succeeded()).as(accepted.log()).isTrue();
        assertThat(build.text("src/main/ml/model.lock.json"))
                .contains(
                        "\"data.artifact\": \"\\\"org.example:houses:1.2.0:csv:all\\\"\"",
                        "\"data.file.org.example:houses:1.2.0:csv:all\": \"");
        build.withVariable("CI", "true");
        assertThat(build.run("clean", "verify").succeeded()).as(build.log()).isTrue();

        Path kept = build.kept("org/example/houses/1.2.0/houses-1.2.0-all.csv");
        Files.writeString(kept, Files.readString(kept) + "901,50,2,north,true,100\n");
        Result other = build.run("verify");
        assertThat(other.succeeded()).isFalse();
        assertThat(other.log())
                .contains(
                        "org.example:houses:1.2.0:csv:all: other content than accepted (300 rows were accepted in all)");
        Files.writeString(kept, Files.readString(kept) + "902,5000,2,north,true,100\n");
        Result bad = build.run("ml:validate", "-Dml.locked=false");
        assertThat(bad.succeeded()).isFalse();
        assertThat(bad.log())
                .contains(
                        "org.example:houses:1.2.0:csv:all line 303, column 'size': found 5000, the schema allows 20 to 400");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_version_that_no_repository_has_is_named_with_those_that_were_asked(Path maven) throws IOException {
        MavenBuild build = build(maven, "no-such-rows", "1.3.0");

        Result result = build.run("verify");

        assertThat(result.succeeded()).isFalse();
        assertThat(result.log())
                .contains(
                        "org.example:houses:1.3.0:csv:all (model.yaml line 3) could not be resolved from this build, the local"
                                + " repository and ",
                        "data (file:");
        assertThat(build.file("target/ml/houses/validation.json")).doesNotExist();
    }
}
