package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.worker.ImageRequest.Login;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * The login of a database: of the {@code <server>} that model.yaml names in settings.xml, or of the environment, which has it as
 * {@code ML_JDBC_SHOP_DB_USERNAME} and {@code ML_JDBC_SHOP_DB_PASSWORD} for {@code shop-db}. Nowhere else is looked for one.
 */
final class DatabaseLogin {

    /** What the names of such variables begin with. */
    private static final String VARIABLES = "ML_JDBC_";

    private final Settings settings;
    private final SettingsDecrypter decrypter;
    private final Map<String, String> environment;

    DatabaseLogin(Settings settings, SettingsDecrypter decrypter, Map<String, String> environment) {
        this.settings = settings;
        this.decrypter = decrypter;
        this.environment = Map.copyOf(environment);
    }

    /** Takes all logins out of the environment of a process to be started: it is told the one that it needs. */
    static void hide(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith(VARIABLES));
    }

    /**
     * The login of a server.
     *
     * @param id as model.yaml has it
     * @throws MlException if there is none
     */
    Login of(String id) {
        Server server = settings.getServer(id);
        return server == null ? ofEnvironment(id) : ofSettings(server);
    }

    private Login ofSettings(Server server) {
        SettingsDecryptionResult decrypted = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        Optional<SettingsProblem> problem = decrypted.getProblems().stream()
                .filter(found -> found.getSeverity() != SettingsProblem.Severity.WARNING)
                .findFirst();
        if (problem.isPresent()) {
            throw new MlException(
                    "The <server> '%s' of settings.xml cannot be decrypted: %s."
                            .formatted(
                                    server.getId(), problem.get().getMessage().replaceAll("[.]+$", "")),
                    "Encrypt its password anew with mvn --encrypt-password.");
        }
        Server plain = decrypted.getServer();
        if (plain.getUsername() == null || plain.getPassword() == null) {
            throw new MlException(
                    "The <server> '%s' of settings.xml has no %s."
                            .formatted(server.getId(), plain.getUsername() == null ? "<username>" : "<password>"),
                    "Give it a <username> and a <password>.");
        }
        return new Login(plain.getUsername(), plain.getPassword());
    }

    private Login ofEnvironment(String id) {
        String name = VARIABLES + id.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        String user = environment.get(name + "_USERNAME");
        String password = environment.get(name + "_PASSWORD");
        if (user == null || password == null) {
            throw new MlException(
                    "There is no login for '%s', which data.jdbc or -Dml.jdbc.server names as the server."
                            .formatted(id),
                    "Give settings.xml a <server> with the id %s, its <username> and its <password>, or the environment %s_USERNAME and %s_PASSWORD."
                            .formatted(id, name, name));
        }
        return new Login(user, password);
    }
}
