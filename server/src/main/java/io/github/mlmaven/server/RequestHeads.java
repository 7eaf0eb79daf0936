package io.github.mlmaven.server;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;

/**
 * Reads what comes before a body, more strictly than Vert.x does by itself: where it is not certain where a body ends, what
 * follows may be a request that somebody smuggled in (RFC 9112, section 6). Says in JSON what is wrong with a head that cannot
 * be read; the connection is closed behind it.
 */
final class RequestHeads {

    static final int LONGEST_LINE = 4096;
    static final int LONGEST_HEADERS = 8192;

    private static final String DECODER = "httpDecoder";

    private RequestHeads() {}

    /** Reads the heads on a connection from now on; to be called before its first byte is read. */
    static void readStrictly(ConnectionBase connection, HttpServerOptions options) {
        ChannelPipeline pipeline = connection.channel().pipeline();
        pipeline.replace(DECODER, DECODER, new Decoder(options));
    }

    /** The answer to a request whose head cannot be read. */
    static Reply refusal(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        Reply reply;
        if (cause instanceof RefusedHeadException refused) {
            reply = Reply.error(refused.status, refused.sentence);
        } else if (cause instanceof TooLongHttpLineException) {
            reply = Reply.error(
                    414,
                    "The first line of the request has more than " + LONGEST_LINE + " bytes. Ask for a shorter path.");
        } else if (cause instanceof TooLongHttpHeaderException) {
            reply = Reply.error(
                    431, "The headers of the request have more than " + LONGEST_HEADERS + " bytes. Send fewer.");
        } else {
            reply = Reply.error(400, malformed(request.headers().getAll(HttpHeaders.CONTENT_LENGTH)));
        }
        return reply.andClose();
    }

    private static String malformed(List<String> lengths) {
        if (lengths.size() > 1) {
            return "The request has more than one 'content-length'. Send it once.";
        }
        return lengths.size() == 1 && !lengths.get(0).matches("[0-9]{1,18}")
                ? "The 'content-length' of the request is no number of bytes. Send how many the body has."
                : "The request is not HTTP/1.1: its first line or one of its headers is malformed.";
    }

    /** A head that is well formed, and is refused all the same. */
    private static final class RefusedHeadException extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private final int status;
        private final String sentence;

        RefusedHeadException(int status, String sentence) {
            super(sentence);
            this.status = status;
            this.sentence = sentence;
        }
    }

    private static final class Decoder extends VertxHttpRequestDecoder {

        Decoder(HttpServerOptions options) {
            super(options);
        }

        @Override
        protected HttpMessage createMessage(String[] initialLine) {
            HttpMessage message = super.createMessage(initialLine);
            HttpVersion version = message.protocolVersion();
            if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
                throw new RefusedHeadException(
                        505, "The server speaks HTTP/1.1 and HTTP/1.0, and not " + version + ".");
            }
            return message;
        }

        /** Called for each head that has no body of a known length; here the codings are known. */
        @Override
        protected boolean isContentAlwaysEmpty(HttpMessage message) {
            List<String> codings = message.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
            if (!codings.isEmpty()) {
                requireChunked(message.protocolVersion(), codings);
            }
            return super.isContentAlwaysEmpty(message);
        }

        private static void requireChunked(HttpVersion version, List<String> codings) {
            if (version.equals(HttpVersion.HTTP_1_0)) {
                throw new RefusedHeadException(
                        400, "HTTP/1.0 has no 'transfer-encoding'. Send the 'content-length' instead.");
            }
            if (codings.size() != 1 || !HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0))) {
                throw new RefusedHeadException(
                        501, "The server takes no 'transfer-encoding' but 'chunked'. Send the body as it is.");
            }
        }

        @Override
        protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
            throw new RefusedHeadException(
                    400, "The request has both a 'content-length' and a 'transfer-encoding'. Send one of them.");
        }
    }
}
