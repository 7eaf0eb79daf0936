package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.fetch.Access;
import io.github.mlmaven.fetch.Wanted;
import io.github.mlmaven.spec.WebFile;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Maven made of settings.xml, as its own selectors tell it. */
class WebAccessTest {

    private static final String BASIC = "Basic YW5uOmh1bnRlcjI=";

    private DefaultRepositorySystemSession session;

    @BeforeEach
    @SuppressWarnings(
            "deprecation") // The resolver of Maven 4 would have a session made otherwise, which those before it lack.
    void settings() {
        session = new DefaultRepositorySystemSession();
        DefaultAuthenticationSelector logins = new DefaultAuthenticationSelector();
        logins.add("houses", login());
        session.setAuthenticationSelector(logins);
    }

    private static Authentication login() {
        return new AuthenticationBuilder()
                .addUsername("ann")
                .addPassword("hunter2")
                .build();
    }

    private Access access(String server) {
        WebFile file = new WebFile(
                "https://example.org/d.csv?token=hidden",
                Optional.of("0".repeat(64)),
                Optional.of(server).filter(id -> !id.isEmpty()));
        return new WebAccess(session).of(new Wanted(file, "model.yaml line 4"));
    }

    @Test
    void a_login_is_the_one_of_the_named_server_and_none_without_a_name() {
        assertThat(access("houses").headers()).isEqualTo(Map.of("Authorization", BASIC));
        assertThat(access("").headers()).isEmpty();
        assertThatThrownBy(() -> access("towns"))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "https://example.org/d.csv needs the login of the server 'towns', and settings.xml has no such"
                                + " <server> with a username and a password. Add it to settings.xml, or name another id beside the"
                                + " address in model.yaml line 4.");
    }

    @Test
    void headers_of_a_server_are_shown_to_it_whatever_maven_calls_them() {
        session.setConfigProperty("aether.connector.http.headers.tokens", Map.of("Private-Token", "secret"));
        session.setConfigProperty("aether.transport.http.headers.tokens4", Map.of("Private-Token", "secret"));

        assertThat(access("tokens").headers()).isEqualTo(Map.of("Private-Token", "secret"));
        assertThat(access("tokens4").headers()).isEqualTo(Map.of("Private-Token", "secret"));
    }

    @Test
    void a_proxy_has_its_own_login_and_hosts_that_it_is_not_for() {
        session.setProxySelector(new DefaultProxySelector()
                .add(new Proxy(Proxy.TYPE_HTTP, "proxy.example.org", 3128, login()), "*.local|localhost"));

        assertThat(access("").proxies().apply(URI.create("https://example.org:8443/d.csv?token=hidden")))
                .contains(new Access.Proxy("proxy.example.org", 3128, Optional.of(BASIC)));
        assertThat(access("").proxies().apply(URI.create("https://data.local/d.csv")))
                .isEmpty();
        session.setProxySelector(
                new DefaultProxySelector().add(new Proxy(Proxy.TYPE_HTTP, "proxy.example.org", 3128), ""));
        assertThat(access("").proxies().apply(URI.create("http://example.org/d.csv")))
                .contains(new Access.Proxy("proxy.example.org", 3128, Optional.empty()));
    }
}
