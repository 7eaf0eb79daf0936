package io.github.mlmaven.server;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of one request, on its event loop. The body of a refused request is read on and thrown away before the
 * refusal is sent, as far as that is reasonable: a client that is still sending would see a reset connection and never learn
 * why.
 */
final class BodyReader {

    private static final long MAX_THROWN_AWAY = 16 << 20;
    private static final Reply BROKEN = Reply.error(
            400, "The chunks of the body are malformed: each is its length in hexadecimal digits, and so many bytes.");

    /** What came of reading. */
    sealed interface Body {

        /** What to answer: the refusal, or what a function makes of the bytes. */
        Future<Reply> answeredBy(Function<Buffer, Future<Reply>> answer);
    }

    /** The body arrived. */
    record Whole(Buffer bytes) implements Body {
        @Override
        public Future<Reply> answeredBy(Function<Buffer, Future<Reply>> answer) {
            return answer.apply(bytes);
        }
    }

    /** The body is too large, too slow or not wanted. */
    record Refused(Reply reply) implements Body {
        @Override
        public Future<Reply> answeredBy(Function<Buffer, Future<Reply>> answer) {
            return Future.succeededFuture(reply);
        }
    }

    private final HttpServerRequest request;
    private final int maxBytes;
    private final Promise<Body> done = Promise.promise();
    private final Buffer kept = Buffer.buffer();
    private long seen;
    private @Nullable Reply refusal;

    /** @param refusal the answer, if the request is refused whatever its body is */
    BodyReader(HttpServerRequest request, int maxBytes, @Nullable Reply refusal) {
        this.request = request;
        this.maxBytes = maxBytes;
        this.refusal = refusal;
    }

    /** Whether a request has a body at all. */
    static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || contentLength(request) > 0;
    }

    /** Reads the body; fails only where the client goes away. */
    Future<Body> read() {
        if (refusal == null && contentLength(request) > maxBytes) {
            refusal = tooLarge();
        }
        boolean waitsForConsent = "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
        if (refusal != null && (waitsForConsent || contentLength(request) > MAX_THROWN_AWAY)) {
            giveUp(refusal);
            return done.future();
        }
        if (waitsForConsent) {
            // Fails only where the client is gone, which the request tells as well.
            Future<Void> sent = request.response().writeContinue();
            sent.onFailure(done::tryFail);
        }
        request.handler(this::take);
        request.endHandler(end -> end());
        request.exceptionHandler(this::broken);
        return done.future();
    }

    /** Ends the reading at once, and with the answer the connection, on which the rest of the body may follow. */
    void giveUp(Reply reply) {
        done.tryComplete(new Refused(reply.andClose()));
    }

    private void take(Buffer chunk) {
        seen += chunk.length();
        if (refusal == null && seen > maxBytes) {
            refusal = tooLarge();
        }
        if (refusal == null) {
            kept.appendBuffer(chunk);
        } else if (seen > MAX_THROWN_AWAY) {
            giveUp(refusal);
        }
    }

    /** The client is gone, or what it sends is no body: where that ends is not known, nor where a next request begins. */
    private void broken(Throwable cause) {
        if (cause instanceof IOException || cause instanceof VertxException) {
            done.tryFail(cause);
        } else {
            giveUp(BROKEN);
        }
    }

    private void end() {
        done.tryComplete(refusal == null ? new Whole(kept) : new Refused(refusal));
    }

    private Reply tooLarge() {
        return Reply.error(413, "The body has more than " + maxBytes + " bytes. Send fewer rows at a time.");
    }

    private static long contentLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }
}
