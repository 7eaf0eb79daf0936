package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.mlmaven.it.MavenBuild.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model that is released, and those that come after it: gates compare with the last release on the same rows. */
class BaselineIT {

    private static final String FIRST = "<version>1.0.0</version>";

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    /** A project of version 1.0.0 whose releases go to a folder; Maven looks for them at an address. */
    private static MavenBuild build(Path maven, String artifactId, String address) {
        MavenBuild build = MavenBuild.base(maven, artifactId)
                .without("com/example/" + artifactId)
                .online();
        build.edit("pom.xml", "<artifactId>houses</artifactId>", "<artifactId>" + artifactId + "</artifactId>");
        build.edit("pom.xml", "<version>1.0</version>", FIRST);
        build.edit("pom.xml", "<ml.baseline>lock</ml.baseline>", "");
        build.edit("pom.xml", "  <build>\n", """
                  <distributionManagement>
                    <repository>
                      <id>data</id>
                      <url>%s</url>
                    </repository>
                  </distributionManagement>

                  <repositories>
                    <repository>
                      <id>data</id>
                      <url>%s</url>
                      <releases>
                        <updatePolicy>always</updatePolicy>
                      </releases>
                    </repository>
                  </repositories>

                  <build>
                """.formatted(repository(build).toUri(), address)
                .indent(0));
        build.edit("pom.xml", "    </plugins>\n", """
                      <plugin>
                        <groupId>org.apache.maven.plugins</groupId>
                        <artifactId>maven-deploy-plugin</artifactId>
                        <version>3.2.0</version>
                      </plugin>
                    </plugins>
                """.indent(0));
        return build;
    }

    private static Path repository(MavenBuild build) {
        return build.file("repository");
    }

    private static MavenBuild inFolder(Path maven, String artifactId) {
        String path = "${project.basedir}/repository";
        return build(maven, artifactId, "file://" + path);
    }

    private static void version(MavenBuild build, String before, String now) {
        build.edit("pom.xml", "<version>" + before + "</version>", "<version>" + now + "</version>");
    }

    private static void rounds(MavenBuild build, int before, int now) {
        build.edit("src/main/ml/model.yaml", "rounds: " + before, "rounds: " + now);
    }

    private static Result green(Result result) {
        assertThat(result.succeeded()).as(result.log()).isTrue();
        return result;
    }

    private static Result red(Result result) {
        assertThat(result.succeeded()).as(result.log()).isFalse();
        return result;
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void releases_a_snapshot_and_a_worse_model(Path maven) {
        MavenBuild build = inFolder(maven, "released");
        rounds(build, 20, 8);

        Result first = green(build.run("deploy"));
        assertThat(first.log())
                .contains(
                        "there is no release of com.example:released before 1.0.0 yet: the lock stands in, if there is one",
                        "and there is no accepted model yet to compare it with");

        version(build, "1.0.0", "1.1.0");
        rounds(build, 8, 20);
        Result better = green(build.run("deploy"));
        assertThat(green(build.run("ml:compare")).log())
                .contains(
                        "beside com.example:released:1.0.0, on the same rows", "callers of version 1.0.0 see no change")
                .containsPattern("mae +[0-9.]+ +[0-9.]+ +-[0-9.]+ +-[0-9.]+ \\.\\. -[0-9.]+");
        assertThat(green(build.run("ml:history")).log())
                .contains("com.example:released: all 2 releases")
                .containsPattern("1\\.0\\.0 +[0-9]+ +[0-9.]+")
                .containsPattern("1\\.1\\.0 +[0-9]+ +[0-9.]+")
                .doesNotContain("farther apart than their intervals");
        assertThat(build.text("target/ml/history-model.json")).contains("\"version\": \"1.1.0\"");
        assertThat(better.log())
                .contains(
                        "compared with com.example:released:1.0.0 on the same rows",
                        "PASS  mae fell from ",
                        "rows as com.example:released:1.0.0 any loss is smaller than is allowed.");

        version(build, "1.1.0", "1.2.0-SNAPSHOT");
        Result same = green(build.run("install"));
        assertThat(same.log())
                .contains("compared with com.example:released:1.1.0 on the same rows", "PASS  mae stays at ");
        assertThat(build.text("target/ml/released/comparison.json")).contains("\"same\": true");

        version(build, "1.2.0-SNAPSHOT", "1.2.0");
        rounds(build, 20, 4);
        Result worse = red(build.run("verify"));
        assertThat(worse.log())
                .contains(
                        "compared with com.example:released:1.1.0 on the same rows",
                        "but a rise of at most 2 % is allowed",
                        "rows as com.example:released:1.1.0 it is worse beyond chance, and by more than is allowed.");

        // What was accepted says nothing of what was released.
        Result accepted = red(build.run("ml:accept"));
        assertThat(accepted.log())
                .contains(
                        "A lock changes nothing of what model.yaml demands",
                        "mae <= baseline + 2 %",
                        "-Dml.accept.until=<day> -Dml.accept.owner=<who> to waive its gates until then");

        green(build.run(
                "ml:accept",
                "-Dml.accept.reason=fewer rounds, see issue 12",
                "-Dml.accept.until=2999-12-31",
                "-Dml.accept.owner=anna",
                "-Dml.today=2999-12-01"));
        assertThat(build.text("src/main/ml/model.lock.json"))
                .containsPattern(
                        "\"accepted.waiver.mae.max-increase 0.02 of the baseline\": \"[0-9.]+, until 2999-12-31, anna: fewer rounds");
        build.withVariable("CI", "true");
        assertThat(green(build.run("clean", "verify", "-Dml.today=2999-12-31")).log())
                .contains(
                        "WARN  mae rose from ",
                        "Waived until 2999-12-31 by anna: fewer rounds, see issue 12.",
                        "4 of 5 gates pass, 1 is waived.");
        assertThat(red(build.run("verify", "-Dml.today=3000-01-01")).log())
                .contains("The waiver ended on 2999-12-31, by anna: fewer rounds, see issue 12.");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void another_baseline_by_its_coordinates_its_file_or_the_lock(Path maven) {
        MavenBuild build = inFolder(maven, "named");
        rounds(build, 20, 8);
        green(build.run("deploy", "ml:accept"));
        version(build, "1.0.0", "1.1.0");
        rounds(build, 8, 20);
        green(build.run("deploy"));
        Path kept = build.file("1.1.0.jar");
        copy(build.file("target/named-1.1.0-model.jar"), kept);
        version(build, "1.1.0", "1.2.0-SNAPSHOT");
        rounds(build, 20, 8);

        assertThat(green(build.run("verify", "-Dml.baseline=com.example:named:1.0.0"))
                        .log())
                .contains(
                        "compared with com.example:named:1.0.0 on the same rows",
                        "PASS  mae stays at ",
                        "this build vouches for less than it should: -Dml.baseline=com.example:named:1.0.0.");
        assertThat(red(build.run("verify", "-Dml.baseline=1.1.0.jar")).log())
                .contains("compared with 1.1.0.jar on the same rows", "it is worse beyond chance");
        assertThat(green(build.run("verify", "-Dml.baseline=lock")).log())
                .contains("PASS  mae stays at ")
                .doesNotContain("compared with");
        assertThat(red(build.run("verify", "-Dml.baseline=com.example:named:7")).log())
                .contains("ml.baseline names com.example:named:7, which could not be resolved");
        assertThat(red(build.run("verify", "-Dml.baseline=1.9.jar")).log())
                .contains("ml.baseline names 1.9.jar, and there is no such file");
        assertThat(red(build.run("verify", "-Dml.baseline=last")).log())
                .contains("ml.baseline is 'last'.", "Write 'release', 'lock', the coordinates");
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_release_whose_input_is_gone_is_a_finding_and_the_lock_stands_in(Path maven) {
        MavenBuild build = inFolder(maven, "shrunk");
        green(build.run("deploy", "ml:accept"));
        version(build, "1.0.0", "1.1.0");
        build.edit("src/main/ml/model.yaml", "  rooms: {type: integer, min: 1, max: 12}\n", "");
        build.edit("src/main/ml/model.yaml", "  id: [house]\n", "  id: [house]\n  columns: {extra: allow}\n");

        String spec = build.text("src/main/ml/model.yaml");
        build.edit("src/main/ml/model.yaml", "  - {metric: mae, baseline: {max-increase: 2%}}\n", "");
        assertThat(green(build.run("ml:compare")).log())
                .contains(
                        "com.example:shrunk:1.0.0 was not put to the test: it takes the column 'rooms' (integer)",
                        "major: the input 'rooms' is gone");
        build.write("src/main/ml/model.yaml", build.text("src/main/ml/model.yaml") + "contract: {}\n");
        assertThat(red(build.run("verify")).log()).contains("FAIL  Callers of version 1.0.0 see a major change");
        build.write("src/main/ml/model.yaml", spec + "contract: {}\n");

        Result result = red(build.run("verify"));

        assertThat(result.log())
                .contains(
                        "FAIL  Callers of version 1.0.0 see a major change, and version 1.1.0 admits a minor one",
                        ": the input 'rooms' is gone. Raise the first number of the project's version",
                        "WARN  com.example:shrunk:1.0.0 was not put to the test, and the lock stands in, if there is one: it"
                                + " takes the column 'rooms' (integer), which the data does not have any more.");
        assertThat(result.log()).containsPattern("mae (rose|fell) from ");

        version(build, "1.1.0", "2.0.0");
        assertThat(build.run("verify").log())
                .contains("PASS  Callers of version 1.0.0 see a major change, which version 2.0.0 admits");
    }

    /** The releases are read over HTTP, as a company's repository gives them; then nobody answers there any more. */
    @ParameterizedTest
    @MethodSource("mavens")
    void a_repository_of_the_web_and_one_that_is_gone(Path maven) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int port = server.getAddress().getPort();
        MavenBuild build = build(maven, "fetched", "http://127.0.0.1:" + port + "/");
        server.createContext("/", exchange -> {
            Path file =
                    repository(build).resolve(exchange.getRequestURI().getPath().substring(1));
            boolean there = Files.isRegularFile(file);
            exchange.sendResponseHeaders(there ? 200 : 404, there ? Files.size(file) : -1);
            if (there) {
                Files.copy(file, exchange.getResponseBody());
            }
            exchange.close();
        });
        server.start();
        try {
            green(build.run("deploy", "ml:accept"));
            version(build, "1.0.0", "1.1.0-SNAPSHOT");
            rounds(build, 20, 40);
            build.without("com/example/fetched");

            assertThat(green(build.run("verify")).log())
                    .contains("compared with com.example:fetched:1.0.0 on the same rows");
        } finally {
            server.stop(0);
        }
        build.without("com/example/fetched");
        String told =
                "Whether there is a release of com.example:fetched before 1.1.0-SNAPSHOT could not be found out: the"
                        + " lock stands in, if there is one.";
        assertThat(green(build.run("clean", "verify")).log()).contains("WARN  " + told);
        assertThat(green(build.offline().run("clean", "verify")).log()).contains("Maven is offline", "WARN  " + told);
        assertThat(red(build.online().run("clean", "verify", "-Dml.required=true"))
                        .log())
                .contains(told);
    }
}
