package io.github.mlmaven.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.fetch.WebServer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an address leads, and who may see the login on the way. */
class RedirectsTest extends Fetching {

    @TempDir
    Path keys;

    @Test
    void a_redirect_is_followed_and_the_login_is_shown_to_nobody_else() throws IOException {
        try (WebServer other = new WebServer()) {
            other.on("/kept.csv", Answer.of(200, ROWS));
            server.on("/houses.csv", Answer.moved("/moved.csv?key=hidden"))
                    .on("/moved.csv", Answer.moved(other.address("/kept.csv")));
            Access access = new Access(Map.of("Authorization", "Bearer secret"), address -> Optional.empty());

            assertThat(cache.fetch(wanted("/houses.csv"), access, log)).hasContent(ROWS);

            assertThat(server.asked())
                    .containsExactly("/houses.csv Bearer secret", "/moved.csv?key=hidden Bearer secret");
            assertThat(other.asked()).containsExactly("/kept.csv");
        }
    }

    @Test
    void a_login_that_another_server_wants_is_not_ours_to_show() throws IOException {
        try (WebServer other = new WebServer()) {
            other.on("/kept.csv", Answer.of(403, ""));
            server.on("/houses.csv", Answer.moved(other.address("/kept.csv?key=hidden")));

            assertRefused(
                    wanted("/houses.csv"),
                    new Access(Map.of("Authorization", "Bearer secret"), address -> Optional.empty()),
                    server.address("/houses.csv") + " was not brought: " + other.address("/kept.csv")
                            + " answers 403, and is another server than that of the address, whose login it is not shown."
                            + " Write the address of the file itself in model.yaml line 4, with its 'server:'.");
        }
    }

    @Test
    void a_secure_connection_is_only_to_whom_it_says_and_no_redirect_leaves_it() throws Exception {
        server.on("/houses.csv", Answer.of(200, ROWS));
        try (TlsServer tls = new TlsServer(keys, server.address("/houses.csv?key=hidden"))) {
            MlException unknown = catchThrowableOfType(
                    MlException.class, () -> cache.fetch(wanted(tls.address(), DIGEST), Access.direct(), log));
            assertThat(unknown)
                    .hasMessageStartingWith(
                            tls.address() + " was not brought: no secure connection to localhost came about: ");

            cache = new FileCache(folder, PATIENT, tls.trusted());
            assertRefused(
                    wanted(tls.address(), DIGEST),
                    tls.address() + " was not brought: it is redirected from https to " + server.address("/houses.csv")
                            + ", where everybody on the way can change it. Write the address of the file itself in model.yaml"
                            + " line 4.");
        }
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void a_redirect_without_an_end_is_given_up() {
        server.on("/houses.csv", Answer.moved("/houses.csv"));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv")
                        + " was not brought: it is redirected more than 5 times. Write the address of"
                        + " the file itself in model.yaml line 4.");
        assertThat(server.asked()).hasSize(6);
    }

    @Test
    void a_redirect_to_what_is_no_address_is_refused() {
        server.on("/houses.csv", Answer.moved("file:///etc/passwd"));

        assertRefused(
                wanted("/houses.csv"),
                server.address("/houses.csv")
                        + " was not brought: it is redirected to what is no address. Write the address"
                        + " of the file itself in model.yaml line 4.");
    }
}
