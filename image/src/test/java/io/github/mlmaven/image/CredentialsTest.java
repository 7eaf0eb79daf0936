package io.github.mlmaven.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.tools.jib.api.ImageReference;
import io.github.mlmaven.worker.ImageRequest.Access;
import io.github.mlmaven.worker.ImageRequest.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    private static final ImageReference IMAGE = References.parse(Side.TARGET, "registry.example/a/b:1");
    private static final String BEN = "{\"auths\":{\"registry.example\":{\"auth\":\"YmVuOnB3\"}}}";

    @TempDir
    Path folder;

    private Optional<Login> login(Access access) {
        return Credentials.of(
                IMAGE, access, Map.of("DOCKER_CONFIG", folder.resolve("docker").toString(), "HOME", folder.toString()));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    @Test
    void the_login_of_the_request_comes_first() throws IOException {
        write("docker/config.json", BEN);
        Login ann = new Login("ann", "secret");

        assertThat(login(new Access(Optional.of(ann), false))).contains(ann);
    }

    @Test
    void the_login_of_docker_comes_next() throws IOException {
        write("docker/config.json", BEN);

        assertThat(login(Access.ANONYMOUS)).contains(new Login("ben", "pw"));
    }

    @Test
    void the_login_of_podman_comes_last() throws IOException {
        write(".config/containers/auth.json", BEN);

        assertThat(login(Access.ANONYMOUS)).contains(new Login("ben", "pw"));
    }

    @Test
    void nobody_may_know_one() {
        assertThat(login(Access.ANONYMOUS)).isEmpty();
    }
}
