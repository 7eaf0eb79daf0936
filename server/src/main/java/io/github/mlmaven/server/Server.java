package io.github.mlmaven.server;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.server.Settings.Address;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A running server: one event loop for each processor, all on one port. */
final class Server implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Service service;
    private final String deployment;
    private final int port;

    private Server(Vertx vertx, Service service, String deployment, int port) {
        this.vertx = vertx;
        this.service = service;
        this.deployment = deployment;
        this.port = port;
    }

    /**
     * Starts a server, which answers when this returns.
     *
     * @throws MlException if it cannot listen
     */
    static Server start(Service service) {
        Vertx vertx = vertx();
        Queue<HttpTransport> loops = new ConcurrentLinkedQueue<>();
        DeploymentOptions eachLoop = new DeploymentOptions().setInstances(processors());
        try {
            String deployment = await(
                    vertx.deployVerticle(
                            () -> {
                                HttpTransport loop = new HttpTransport(vertx, service);
                                loops.add(loop);
                                return loop;
                            },
                            eachLoop),
                    START);
            return new Server(vertx, service, deployment, loops.element().port());
        } catch (CompletionException e) {
            await(vertx.close(), STOP);
            throw cannotListen(service.address(), e);
        }
    }

    int port() {
        return port;
    }

    /**
     * Stops listening, reports itself as not ready on the connections that are open, lets requests in flight end as long as
     * the limits say, and frees everything.
     */
    @Override
    public void close() {
        service.api().stopping();
        await(vertx.undeploy(deployment), service.limits().patience().drain().plus(STOP));
        await(vertx.close(), STOP);
    }

    private static Vertx vertx() {
        // Vert.x would unpack files of the class path into a temporary folder; an image has a read-only file system.
        FileSystemOptions noFiles =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(processors())
                .setWorkerPoolSize(processors())
                .setFileSystemOptions(noFiles));
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static MlException cannotListen(Address address, CompletionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new MlException(
                "The server cannot listen on " + address.host() + ":" + address.port() + ": " + cause.getMessage()
                        + ".",
                "Choose another --port or --host, or stop what listens there.",
                e);
    }

    private static <T> T await(Future<T> future, Duration atMost) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
