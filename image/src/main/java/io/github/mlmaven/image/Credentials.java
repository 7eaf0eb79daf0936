package io.github.mlmaven.image;

import com.google.cloud.tools.jib.api.Credential;
import com.google.cloud.tools.jib.api.CredentialRetriever;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import com.google.cloud.tools.jib.registry.credentials.CredentialRetrievalException;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.worker.ImageRequest.Access;
import io.github.mlmaven.worker.ImageRequest.Login;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the login for a registry comes from: the request, else what Docker or Podman know, else a cloud's own program. */
final class Credentials {

    private Credentials() {}

    /**
     * The login for an image's registry; empty if nobody knows one.
     *
     * @param environment of the process, which names the configuration files
     * @throws MlException if a configuration or a credential program is broken
     */
    static Optional<Login> of(ImageReference image, Access access, Map<String, String> environment) {
        if (access.login().isPresent()) {
            return access.login();
        }
        for (CredentialRetriever source : sources(image, environment)) {
            Optional<Login> login = ask(source, image);
            if (login.isPresent()) {
                return login;
            }
        }
        return Optional.empty();
    }

    private static List<CredentialRetriever> sources(ImageReference image, Map<String, String> environment) {
        CredentialRetrieverFactory factory = CredentialRetrieverFactory.forImage(image, log -> {});
        List<CredentialRetriever> sources = new ArrayList<>();
        configurations(environment).forEach(file -> sources.add(factory.dockerConfig(file)));
        sources.add(factory.wellKnownCredentialHelpers());
        return sources;
    }

    static List<Path> configurations(Map<String, String> environment) {
        List<Path> files = new ArrayList<>();
        file(environment, "DOCKER_CONFIG", "config.json").ifPresent(files::add);
        file(environment, "XDG_RUNTIME_DIR", "containers/auth.json").ifPresent(files::add);
        file(environment, "HOME", ".docker/config.json").ifPresent(files::add);
        file(environment, "HOME", ".config/containers/auth.json").ifPresent(files::add);
        return files;
    }

    private static Optional<Path> file(Map<String, String> environment, String variable, String path) {
        return Optional.ofNullable(environment.get(variable))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(path));
    }

    private static Optional<Login> ask(CredentialRetriever source, ImageReference image) {
        try {
            return source.retrieve().map(Credentials::login);
        } catch (CredentialRetrievalException e) {
            if (e.getCause() instanceof FileNotFoundException) {
                return Optional.empty();
            }
            throw new MlException(
                    "The login for " + image.getRegistry() + " could not be found out: " + e.getMessage() + ".",
                    "Give it in a <server> of settings.xml, or log in again with docker login or podman login.",
                    e);
        }
    }

    private static Login login(Credential credential) {
        return new Login(credential.getUsername(), credential.getPassword());
    }
}
