package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.image.DockerRegistry;
import io.github.mlmaven.image.NeedsRegistry;
import io.github.mlmaven.it.MavenBuild.Result;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ml:push does with a real registry that wants a password. */
@NeedsRegistry("ml:push with a login")
class RegistryIT {

    private static final String USER = "ann";
    private static final String PASSWORD = "secret";
    private static final String HTPASSWD = "ann:$2y$05$m39kc.jrNnOMh/l6GXzPfOaxcm6cz8ZFxxPvvYIvDyCvlIWDu.tPC\n";

    @TempDir
    Path folder;

    private DockerRegistry registry;
    private String host;

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @BeforeEach
    void start() throws IOException {
        Path passwords = Files.writeString(folder.resolve("htpasswd"), HTPASSWD);
        registry = DockerRegistry.start(folder, "auth: {htpasswd: {realm: test, path: \"" + passwords + "\"}}\n");
        host = registry.host();
    }

    @AfterEach
    void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void push_logs_in_with_the_server_of_the_settings(Path maven) throws Exception {
        MavenBuild build = MavenBuild.base(maven, "pushed").withServer(host, USER, PASSWORD);

        Result result = build.run(push(host));

        assertThat(result.succeeded()).as(result.log()).isTrue();
        String digest = digest("example/houses", "1");
        assertThat(result.log()).contains("pushed " + host + "/example/houses:1@" + digest);
        assertThat(result.log()).doesNotContain(PASSWORD).containsOnlyOnce("Attempting again with");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void each_way_a_push_can_fail_is_one_clear_error(Path maven) throws IOException {
        MavenBuild build = MavenBuild.base(maven, "not-pushed").withServer(host, USER, "wrong");
        isRefused(
                build.run(push(host)),
                "The registry " + host + " refuses the user 'ann': the user or the password is wrong.",
                "Correct the <server> with the id " + host + " in settings.xml");

        build.withServer(host, USER, PASSWORD);
        String[] secure = push(host);
        secure[secure.length - 1] = "-Dml.image.insecure=false";
        isRefused(build.run(secure), "speaks plain http, and https is required.", "Set ml.image.insecure=true");

        String nobody = "127.0.0.1:" + DockerRegistry.freePort();
        isRefused(build.run(push(nobody)), "The registry " + nobody + " cannot be reached: the connection is refused.");

        String base = host + "/no/such:1";
        isRefused(
                build.run("ml:image", "-Dml.image.base=" + base, "-Dml.image.base.insecure=true"),
                "The base image " + base + " does not exist: the registry has no such image or tag.",
                "Correct ml.image.base");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void what_is_changed_behind_the_check_is_not_what_is_pushed(Path maven) throws Exception {
        MavenBuild build = MavenBuild.base(maven, "changed-behind-check").withServer(host, USER, PASSWORD);
        build.edit("pom.xml", "</plugins>", """
                <plugin><artifactId>maven-resources-plugin</artifactId><version>3.5.0</version><executions>
                <execution><id>swap</id><phase>verify</phase><goals><goal>copy-resources</goal></goals>
                <configuration><outputDirectory>${basedir}/${swapped}</outputDirectory><overwrite>true</overwrite>
                <resources><resource><directory>other</directory></resource></resources></configuration>
                </execution></executions></plugin></plugins>""");
        String[] command =
                Stream.concat(Stream.of("verify"), Stream.of(push(host))).toArray(String[]::new);
        Result whole = build.run(command);
        assertThat(whole.succeeded()).as(whole.log()).isTrue();
        String digest = digest("example/houses", "1");

        build.write("other/houses-1.0-model.jar", "x");
        Result swapped = build.run(with(command, "-Dswapped=target"));
        assertThat(swapped.succeeded()).as(swapped.log()).isTrue();
        assertThat(swapped.log())
                .contains("[WARNING] houses: houses-1.0-model.jar is not as the build left it: made again")
                .contains("@" + digest);
        assertThat(digest("example/houses", "1")).isEqualTo(digest);

        build.delete("other/houses-1.0-model.jar");
        build.write("other/houses.csv", build.text("data/houses.csv").replace("286.3", "1286.3"));
        Result others = build.run(with(command, "-Dswapped=data"));
        assertThat(others.succeeded()).as(others.log()).isFalse();
        assertThat(digest("example/houses", "1")).isEqualTo(digest);
    }

    private static String[] with(String[] command, String more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    private static String[] push(String host) {
        return new String[] {
            "ml:push", "-Dml.image=" + host + "/example/houses:1", "-Dml.image.base=local", "-Dml.image.insecure=true"
        };
    }

    private static void isRefused(Result result, String... parts) {
        assertThat(result.succeeded()).as(result.log()).isFalse();
        assertThat(result.log()).contains(parts).doesNotContain(PASSWORD, "Exception:", "\tat ");
        assertThat(result.log().lines().filter(line -> line.startsWith("[ERROR] Failed to execute goal")))
                .hasSize(1);
    }

    /** The digest of a tag, as the registry tells it. */
    private String digest(String repository, String tag) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + host + "/v2/" + repository + "/manifests/" + tag))
                .header("Authorization", "Basic " + login)
                .header("Accept", "application/vnd.oci.image.manifest.v1+json")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .headers()
                .firstValue("Docker-Content-Digest")
                .orElseThrow();
    }
}
