package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.worker.ImageRequest.Login;
import java.util.List;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class RegistryLoginsTest {

    private final Settings settings = new Settings();
    private final RegistryLogins logins = new RegistryLogins(settings, new Decrypter());

    @Test
    void the_registry_is_the_first_part_that_looks_like_a_host() {
        assertThat(RegistryLogins.registry("ghcr.io/example/diamonds:1")).contains("ghcr.io");
        assertThat(RegistryLogins.registry("localhost:5000/diamonds")).contains("localhost:5000");
        assertThat(RegistryLogins.registry("localhost/diamonds")).contains("localhost");
        assertThat(RegistryLogins.registry("example/diamonds:1.0")).isEmpty();
        assertThat(RegistryLogins.registry("diamonds:1.0")).isEmpty();
    }

    @Test
    void the_login_is_the_decrypted_server_named_as_host_and_port() {
        server("localhost:5000", "ann", "{secret}");

        assertThat(logins.of("localhost:5000/diamonds:1")).contains(new Login("ann", "secret"));
        assertThat(logins.of("localhost:5001/diamonds:1")).isEmpty();
    }

    @Test
    void an_image_without_a_registry_is_on_docker_hub() {
        server("docker.io", "ann", "{secret}");

        assertThat(logins.of("eclipse-temurin:17-jre")).contains(new Login("ann", "secret"));
    }

    @Test
    void bases_that_are_in_no_registry_need_no_login() {
        server("docker.io", "ann", "{secret}");

        assertThat(logins.of("local")).isEmpty();
        assertThat(logins.of("tar://base/image.tar")).isEmpty();
    }

    @Test
    void a_server_without_a_password_is_no_login() {
        Server server = new Server();
        server.setId("ghcr.io");
        server.setUsername("ann");
        settings.addServer(server);

        assertThat(logins.of("ghcr.io/example/diamonds")).isEmpty();
    }

    private void server(String id, String user, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        settings.addServer(server);
    }

    /** Takes the braces off a password. */
    private static final class Decrypter implements SettingsDecrypter {
        @Override
        public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
            Server server = request.getServers().get(0).clone();
            if (server.getPassword() != null) {
                server.setPassword(server.getPassword().replaceAll("[{}]", ""));
            }
            return new Decrypted(server);
        }
    }

    private record Decrypted(Server server) implements SettingsDecryptionResult {
        @Override
        public Server getServer() {
            return server;
        }

        @Override
        public List<Server> getServers() {
            return List.of(server);
        }

        @Override
        public Proxy getProxy() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Proxy> getProxies() {
            return List.of();
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return List.of();
        }
    }
}
