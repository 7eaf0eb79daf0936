package io.github.mlmaven.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** The proxies of an {@link Access}, as the client asks for them. */
final class Proxies extends ProxySelector {

    private final Access access;

    Proxies(Access access) {
        this.access = access;
    }

    @Override
    public List<Proxy> select(URI address) {
        return List.of(access.proxies()
                .apply(address)
                .map(proxy -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port())))
                .orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException e) {
        // There is one proxy for an address: the attempt fails, and says so.
    }
}
