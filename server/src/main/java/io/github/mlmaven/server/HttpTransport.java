package io.github.mlmaven.server;

import io.github.mlmaven.server.Limits.Patience;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings requests to the {@link Api} and its answers back, over HTTP/1.1, on one event loop. Small requests are answered on
 * the event loop itself, larger ones by a worker; a request with a body takes one of a limited number of places.
 */
final class HttpTransport implements Deployable {

    /** Up to this size a body is answered in so short a time that handing it to another thread would not pay. */
    private static final int SMALL = 16 << 10;

    private static final byte[] NO_BODY = {};
    private static final Reply OVERLOADED = Reply.error(
                    503, "The server answers as many requests as it takes at a time. Try again later.")
            .with("retry-after", "1");
    private static final Reply TOO_SLOW = Reply.error(408, "The body did not arrive in time.");

    private final Vertx vertx;
    private final Service service;
    private final Patience patience;
    private final HttpServerOptions options;
    private final HttpServer server;
    private final Map<HttpConnection, Deadline> deadlines = new HashMap<>();

    HttpTransport(Vertx vertx, Service service) {
        this.vertx = vertx;
        this.service = service;
        this.patience = service.limits().patience();
        this.options = new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) patience.idle().toMillis())
                .setMaxInitialLineLength(RequestHeads.LONGEST_LINE)
                .setMaxHeaderSize(RequestHeads.LONGEST_HEADERS);
        this.server = vertx.createHttpServer(options)
                .connectionHandler(this::connected)
                .invalidRequestHandler(this::refuse)
                .requestHandler(this::receive);
    }

    /** The port that the server listens on, once deployed. */
    int port() {
        return server.actualPort();
    }

    @Override
    public Future<?> deploy(Context context) {
        // Vert.x: each server on port 0 gets a port of its own, all on the same negative port share a free one.
        int port = service.address().port();
        return server.listen(port == 0 ? -1 : port, service.address().host());
    }

    /** Stops listening, and waits for requests in flight as long as the limits say. */
    @Override
    public Future<?> undeploy(Context context) {
        return server.shutdown(patience.drain().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void connected(HttpConnection connection) {
        RequestHeads.readStrictly((ConnectionBase) connection, options);
        Deadline deadline = new Deadline(vertx);
        deadlines.put(connection, deadline);
        deadline.in(patience.firstRequest(), connection::close);
        connection.closeHandler(closed -> {
            deadline.clear();
            deadlines.remove(connection);
        });
    }

    private Deadline deadline(HttpServerRequest request) {
        return deadlines.computeIfAbsent(request.connection(), unknown -> new Deadline(vertx));
    }

    private void receive(HttpServerRequest request) {
        long start = System.nanoTime();
        deadline(request).clear();
        Future<Reply> reply = BodyReader.hasBody(request) ? takePlace(request) : answer(request, NO_BODY);
        reply.onSuccess(ready -> answer(request, ready, start));
        reply.onFailure(gone -> request.connection().close());
    }

    private void refuse(HttpServerRequest request) {
        answer(request, RequestHeads.refusal(request), System.nanoTime());
    }

    private void answer(HttpServerRequest request, Reply ready, long start) {
        service.log().answered(request.method().name(), request.path(), ready, System.nanoTime() - start);
        send(request, ready);
    }

    private Future<Reply> takePlace(HttpServerRequest request) {
        if (!service.places().tryAcquire()) {
            return read(request, OVERLOADED);
        }
        return read(request, null).onComplete(any -> service.places().release());
    }

    private Future<Reply> read(HttpServerRequest request, @Nullable Reply refusal) {
        BodyReader reader = new BodyReader(request, service.limits().maxBody(), refusal);
        deadline(request).in(patience.body(), () -> reader.giveUp(TOO_SLOW));
        return reader.read().compose(body -> {
            deadline(request).clear();
            return body.answeredBy(bytes -> answer(request, bytes.getBytes()));
        });
    }

    private Future<Reply> answer(HttpServerRequest request, byte[] body) {
        Request head = new Request(request.method().name(), request.path(), request::getHeader);
        return body.length <= SMALL
                ? Future.succeededFuture(service.api().serve(head, body))
                : vertx.executeBlocking(() -> service.api().serve(head, body), false);
    }

    // A client may send further requests and take no answer: the next request is read when the last answer has left.
    private void send(HttpServerRequest request, Reply reply) {
        HttpServerResponse response = request.response();
        if (response.writeQueueFull()) {
            response.drainHandler(drained -> write(request, reply));
        } else if (!response.closed()) {
            write(request, reply);
        }
    }

    private void write(HttpServerRequest request, Reply reply) {
        deadline(request).in(patience.nextRequest(), request.connection()::close);
        HttpServerResponse response = request.response().setStatusCode(reply.status());
        Buffer body = Buffer.buffer(reply.body());
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        reply.headers().forEach(response::putHeader);
        Future<Void> sent = HttpMethod.HEAD.equals(request.method()) ? response.end() : response.end(body);
        if (reply.closes()) {
            // Netty may be about to close by itself, as behind a chunk that is none: what is not sent by then is lost.
            ((ConnectionBase) request.connection()).channel().flush();
        }
        sent.onComplete(written -> {
            if (written.failed() || reply.closes()) {
                request.connection().close();
            }
        });
    }
}
