package io.github.mlmaven.image;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * The way to a registry, found in seconds. Jib tries a registry that it cannot reach for a minute and then reports the last
 * exception; whoever came through here gets an answer from it, or a sentence why not.
 */
final class Connection {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final HttpClient client;
    private final String host;
    private final Side side;

    private Connection(HttpClient client, String host, Side side) {
        this.client = client;
        this.host = host;
        this.side = side;
    }

    /** A registry that answered. */
    record Reached(Connection connection, String scheme, HttpResponse<String> answer) {}

    /**
     * Asks a registry who it is.
     *
     * @param host its name, with a port or without
     * @throws MlException if it is not there, or not to be trusted
     */
    static Reached open(String host, boolean insecure, Side side) {
        Connection connection = new Connection(client(insecure), host, side);
        try {
            return connection.reached("https");
        } catch (SSLException | HttpTimeoutException e) {
            return connection.withoutTls(e, insecure);
        } catch (IOException e) {
            throw connection.unreachable(e);
        }
    }

    // A server that speaks plain http answers the beginning of TLS with nonsense, or waits for the rest of the line.
    private Reached withoutTls(IOException failure, boolean insecure) {
        if (isAboutTrust(failure)) {
            throw new MlException(
                    "The certificate of the registry " + host + " is not trusted: " + failure.getMessage() + ".",
                    "Import its issuer into the JDK's trust store, or set " + side.insecureProperty()
                            + "=true for a registry that needs no protection.",
                    failure);
        }
        Reached plain;
        try {
            plain = reached("http");
        } catch (IOException e) {
            throw unreachable(failure);
        }
        if (!insecure) {
            throw new MlException(
                    "The registry " + host + " speaks plain http, and https is required.",
                    "Set " + side.insecureProperty() + "=true for a registry that needs no protection.");
        }
        return plain;
    }

    private Reached reached(String scheme) throws IOException {
        return new Reached(
                this,
                scheme,
                exchange(request(URI.create(scheme + "://" + host + "/v2/")).build()));
    }

    /** A request to an address of the registry. */
    static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(ANSWER);
    }

    /**
     * An answer of the registry, whatever its status.
     *
     * @throws MlException if none comes
     */
    HttpResponse<String> send(HttpRequest request) {
        try {
            return exchange(request);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private HttpResponse<String> exchange(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MlException("The request to " + host + " was interrupted.", "Run the build again.", e);
        }
    }

    private MlException unreachable(IOException e) {
        return new MlException(
                "The registry " + host + " cannot be reached: " + reason(e) + ".",
                "Correct the registry's name in " + side.property()
                        + ", or see that it runs and that the network lets you" + " through.",
                e);
    }

    private static String reason(IOException e) {
        if (has(e, UnresolvedAddressException.class)) {
            return "no such host is known";
        }
        if (e instanceof HttpTimeoutException) {
            return "it does not answer in time";
        }
        return e.getMessage() == null ? "the connection is refused" : e.getMessage();
    }

    private static boolean isAboutTrust(Throwable e) {
        return has(e, CertificateException.class) || has(e, CertPathBuilderException.class);
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static HttpClient client(boolean insecure) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(CONNECT);
        return insecure ? client.sslContext(trustingAnyone()).build() : client.build();
    }

    private static SSLContext trustingAnyone() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustAnyone[] {new TrustAnyone()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }
}
