package io.github.mlmaven.fetch;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.fetch.Transfer.Received;
import io.github.mlmaven.spec.WebFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Brings one file, in several attempts where the fault may pass. Redirects are followed here and not by the client, which
 * would show the login to whoever is redirected to.
 */
final class Download {

    private static final int REDIRECTS = 5;
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);

    private final Wanted wanted;
    private final Access access;
    private final Patience patience;
    private final Faults faults;
    private final HttpClient client;

    Download(Wanted wanted, Access access, Patience patience, SSLContext trust) {
        this.wanted = wanted;
        this.access = access;
        this.patience = patience;
        this.faults = new Faults(wanted, access, patience);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.toConnect())
                .proxy(new Proxies(access))
                .sslContext(trust)
                .build();
    }

    /**
     * Writes the file.
     *
     * @throws MlException if it cannot be brought
     * @throws IOException if it cannot be written
     */
    Received into(Path file, Progress progress) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return new Transfer(answer(), faults, patience).into(file, "bytes of " + wanted.name() + ":", progress);
            } catch (FailedAttemptException e) {
                if (!e.isPassing() || attempt == patience.attempts()) {
                    throw e.error(attempt);
                }
                progress.info(e.problem() + " Attempt " + (attempt + 1) + " of " + patience.attempts() + " follows.");
                pause(attempt);
            }
        }
    }

    private HttpResponse<InputStream> answer() throws FailedAttemptException {
        URI at = wanted.address();
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            HttpResponse<InputStream> answer = ask(at);
            if (answer.statusCode() == 200) {
                return answer;
            }
            close(answer);
            if (!MOVED.contains(answer.statusCode())) {
                throw faults.status(answer.statusCode(), at);
            }
            at = redirected(at, answer.headers().firstValue("location"));
        }
        throw faults.redirect("it is redirected more than " + REDIRECTS + " times.");
    }

    private URI redirected(URI from, Optional<String> location) throws FailedAttemptException {
        URI to;
        try {
            to = from.resolve(location.orElse(""));
        } catch (IllegalArgumentException e) {
            throw faults.redirect("it is redirected to what is no address.");
        }
        String scheme = String.valueOf(to.getScheme());
        if (location.isEmpty() || to.getHost() == null || !scheme.matches("https?")) {
            throw faults.redirect("it is redirected to what is no address.");
        }
        if (from.getScheme().equalsIgnoreCase("https") && !scheme.equals("https")) {
            throw faults.redirect("it is redirected from https to " + WebFile.shown(to.toString())
                    + ", where everybody on the way can change it.");
        }
        return to;
    }

    private HttpResponse<InputStream> ask(URI address) throws FailedAttemptException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience.stall());
        request.header("User-Agent", "ml-maven-plugin");
        if (wanted.isOwn(address)) {
            access.headers().forEach(request::header);
        }
        access.proxies()
                .apply(address)
                .flatMap(Access.Proxy::authorization)
                .ifPresent(login -> request.header("Proxy-Authorization", login));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw faults.unreached(e, address.getHost());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void close(HttpResponse<InputStream> answer) {
        @Nullable InputStream body = answer.body();
        if (body == null) {
            // A proxy refused a tunnel.
            return;
        }
        try {
            body.close();
        } catch (IOException e) {
            throw new MlException("A connection could not be closed.", "Run the build again.", e);
        }
    }

    private void pause(int attempt) {
        try {
            Thread.sleep(patience.before(attempt).toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private MlException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new MlException(wanted.name() + " was not brought: the build was stopped.", "Run it again.", e);
    }
}
