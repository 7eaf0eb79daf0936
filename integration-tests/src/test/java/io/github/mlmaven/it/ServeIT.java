package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.image.DockerRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ml:serve} answers with the model as it is now, and leaves nothing behind. */
class ServeIT {

    private static final String HOUSE =
            "{\"rows\": [{\"size\": 100, \"rooms\": 4, \"district\": \"north\", \"garden\": true}]}";

    private final HttpClient client = HttpClient.newHttpClient();

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_bundle_with_one_flipped_byte_is_made_again_before_it_is_served(Path maven) throws Exception {
        MavenBuild build = MavenBuild.base(maven, "served");
        assertThat(build.run("verify").succeeded()).as(build.log()).isTrue();
        Path bundle = build.file("target/houses-1.0-model.jar");
        byte[] good = Files.readAllBytes(bundle);
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 1;
        Files.write(bundle, flipped, StandardOpenOption.TRUNCATE_EXISTING);

        int port = DockerRegistry.freePort();
        Process serving = build.start("ml:serve", "-Dml.port=" + port);
        List<ProcessHandle> all;
        String answer;
        try {
            answer = predict(build, serving, port);
            all = serving.toHandle().descendants().toList();
        } finally {
            serving.destroy();
        }

        assertThat(answer).startsWith("{\"predictions\":[{\"value\":");
        assertThat(bundle).hasBinaryContent(good);
        assertThat(serving.waitFor(20, TimeUnit.SECONDS)).isTrue();
        for (ProcessHandle process : all) {
            process.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    private String predict(MavenBuild build, Process maven, int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/predict"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(HOUSE))
                .build();
        for (int i = 0; i < 600 && maven.isAlive(); i++) {
            try {
                return client.send(request, BodyHandlers.ofString()).body();
            } catch (ConnectException e) {
                // It is not there yet.
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new AssertionError("never answered:\n" + build.log());
    }
}
