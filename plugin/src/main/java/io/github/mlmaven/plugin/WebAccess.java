package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.fetch.Access;
import io.github.mlmaven.fetch.Wanted;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/**
 * The logins and proxies of {@code settings.xml}, as Maven's own resolver has them: decrypted, and with the hosts that are
 * reached without a proxy.
 */
final class WebAccess {

    /** What Maven makes of {@code <httpHeaders>} in the configuration of a server; 3.9, and 4. */
    private static final List<String> HEADERS =
            List.of("aether.connector.http.headers.", "aether.transport.http.headers.");

    private final RepositorySystemSession session;

    WebAccess(RepositorySystemSession session) {
        this.session = session;
    }

    /** @throws MlException if the server that is named is not there */
    Access of(Wanted wanted) {
        Map<String, String> headers = new HashMap<>();
        wanted.file().server().ifPresent(id -> headers.putAll(login(id, wanted)));
        return new Access(headers, this::proxy);
    }

    private Map<String, String> login(String id, Wanted wanted) {
        Map<String, String> headers = new HashMap<>();
        for (String key : HEADERS) {
            if (session.getConfigProperties().get(key + id) instanceof Map<?, ?> more) {
                more.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
            }
        }
        RemoteRepository host =
                new RemoteRepository.Builder(id, "default", wanted.file().name()).build();
        RemoteRepository known = new RemoteRepository.Builder(host)
                .setAuthentication(session.getAuthenticationSelector().getAuthentication(host))
                .build();
        basic(AuthenticationContext.forRepository(session, known))
                .ifPresent(login -> headers.put(Access.AUTHORIZATION, login));
        if (headers.isEmpty()) {
            throw new MlException(
                    "%s needs the login of the server '%s', and settings.xml has no such <server> with a username and a password."
                            .formatted(wanted.file().name(), id),
                    "Add it to settings.xml, or name another id beside the address in " + wanted.declaredAt() + ".");
        }
        return headers;
    }

    private Optional<Access.Proxy> proxy(URI address) {
        RemoteRepository host = new RemoteRepository.Builder(
                        "data", "default", address.getScheme() + "://" + address.getAuthority() + "/")
                .build();
        Proxy proxy = session.getProxySelector().getProxy(host);
        if (proxy == null) {
            return Optional.empty();
        }
        RemoteRepository behind =
                new RemoteRepository.Builder(host).setProxy(proxy).build();
        return Optional.of(new Access.Proxy(
                proxy.getHost(), proxy.getPort(), basic(AuthenticationContext.forProxy(session, behind))));
    }

    private static Optional<String> basic(@Nullable AuthenticationContext login) {
        if (login == null) {
            return Optional.empty();
        }
        try {
            String user = login.get(AuthenticationContext.USERNAME);
            String password = login.get(AuthenticationContext.PASSWORD);
            return user == null || password == null ? Optional.empty() : Optional.of(Access.basic(user, password));
        } finally {
            AuthenticationContext.close(login);
        }
    }
}
