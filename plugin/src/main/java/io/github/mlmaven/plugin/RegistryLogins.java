package io.github.mlmaven.plugin;

import io.github.mlmaven.worker.ImageRequest.Login;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Logins from {@code settings.xml}: the server whose id is the registry's host and port. */
final class RegistryLogins {

    private static final String DOCKER_HUB = "docker.io";

    private final Settings settings;
    private final SettingsDecrypter decrypter;

    RegistryLogins(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    /** The login for an image's registry; empty for images that are in none. */
    Optional<Login> of(String image) {
        if (image.equals("local") || image.startsWith("tar://")) {
            return Optional.empty();
        }
        return Optional.ofNullable(settings.getServer(registry(image).orElse(DOCKER_HUB)))
                .map(server -> decrypter
                        .decrypt(new DefaultSettingsDecryptionRequest(server))
                        .getServer())
                .filter(RegistryLogins::isComplete)
                .map(server -> new Login(server.getUsername(), server.getPassword()));
    }

    /** The registry in an image's reference: its first part, if that looks like a host. */
    static Optional<String> registry(String image) {
        int slash = image.indexOf('/');
        String first = slash < 0 ? "" : image.substring(0, slash);
        boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
        return host ? Optional.of(first) : Optional.empty();
    }

    private static boolean isComplete(Server server) {
        return server.getUsername() != null && server.getPassword() != null;
    }
}
