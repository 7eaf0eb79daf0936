package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.worker.ImageRequest.Login;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class DatabaseLoginTest {

    private final Settings settings = new Settings();

    private DatabaseLogin logins(Map<String, String> environment) {
        return new DatabaseLogin(settings, new Decrypter(), environment);
    }

    private void server(String id, String user, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        settings.addServer(server);
    }

    @Test
    void the_login_is_that_of_the_server_decrypted() {
        server("shop-db", "ann", "{secret}");

        assertThat(logins(Map.of("ML_JDBC_SHOP_DB_USERNAME", "bob", "ML_JDBC_SHOP_DB_PASSWORD", "other"))
                        .of("shop-db"))
                .isEqualTo(new Login("ann", "secret"));
    }

    @Test
    void where_settings_have_no_such_server_it_is_that_of_the_environment() {
        assertThat(logins(Map.of("ML_JDBC_SHOP_DB_2_USERNAME", "bob", "ML_JDBC_SHOP_DB_2_PASSWORD", "other"))
                        .of("shop-db.2"))
                .isEqualTo(new Login("bob", "other"));
    }

    @Test
    void without_either_both_are_named() {
        assertThatThrownBy(
                        () -> logins(Map.of("ML_JDBC_SHOP_DB_USERNAME", "bob")).of("shop-db"))
                .hasMessage(
                        "There is no login for 'shop-db', which data.jdbc or -Dml.jdbc.server names as the server. Give settings.xml a <server>"
                                + " with the id shop-db, its <username> and its <password>, or the environment"
                                + " ML_JDBC_SHOP_DB_USERNAME and ML_JDBC_SHOP_DB_PASSWORD.");
    }

    @Test
    void a_server_without_a_password_is_told() {
        Server server = new Server();
        server.setId("shop-db");
        server.setUsername("ann");
        settings.addServer(server);

        assertThatThrownBy(() -> logins(Map.of()).of("shop-db"))
                .hasMessage(
                        "The <server> 'shop-db' of settings.xml has no <password>. Give it a <username> and a <password>.");
    }

    @Test
    void a_password_that_cannot_be_decrypted_is_told_and_not_tried() {
        server("shop-db", "ann", "{broken}");

        assertThatThrownBy(() -> logins(Map.of()).of("shop-db"))
                .hasMessage(
                        "The <server> 'shop-db' of settings.xml cannot be decrypted: no master password. Encrypt its"
                                + " password anew with mvn --encrypt-password.");
    }

    @Test
    void a_process_that_is_started_has_none_in_its_environment() {
        Map<String, String> environment =
                new HashMap<>(Map.of("PATH", "/bin", "ML_JDBC_SHOP_DB_USERNAME", "bob", "ML_JDBC_A_PASSWORD", "other"));

        DatabaseLogin.hide(environment);

        assertThat(environment).containsOnlyKeys("PATH");
    }

    @Test
    void a_login_shows_no_password() {
        assertThat(new Login("ann", "secret").toString()).isEqualTo("Login[ann, ***]");
    }

    /** Takes the braces off, and cannot read what is broken. */
    private static final class Decrypter implements SettingsDecrypter {

        @Override
        public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
            Server server = request.getServers().get(0).clone();
            boolean broken = "{broken}".equals(server.getPassword());
            if (server.getPassword() != null) {
                server.setPassword(server.getPassword().replaceAll("[{}]", ""));
            }
            return new SettingsDecryptionResult() {
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
                    return broken
                            ? List.of(new DefaultSettingsProblem(
                                    "no master password", SettingsProblem.Severity.ERROR, "server", -1, -1, null))
                            : List.of();
                }
            };
        }
    }
}
