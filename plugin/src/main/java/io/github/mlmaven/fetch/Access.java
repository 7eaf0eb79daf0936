package io.github.mlmaven.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a web server is reached.
 *
 * @param headers what is said to the wanted address's own scheme, host and port alone: a login, mostly; told to nobody else
 * @param proxies what stands before an address; nothing for one that is reached directly
 */
public record Access(Map<String, String> headers, Function<URI, Optional<Proxy>> proxies) {

    public static final String AUTHORIZATION = "Authorization";

    public Access {
        headers = Map.copyOf(headers);
    }

    /** With no login and no proxy. */
    public static Access direct() {
        return new Access(Map.of(), address -> Optional.empty());
    }

    /** What says who asks, by the scheme Basic. */
    public static String basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /**
     * What stands before a server.
     *
     * @param authorization what says to it who asks, if it wants to know
     */
    public record Proxy(String host, int port, Optional<String> authorization) {}

    /** Not the headers: they are secret. */
    @Override
    public String toString() {
        return "Access" + headers.keySet();
    }
}
