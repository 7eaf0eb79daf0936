package io.github.mlmaven.server;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.model.Inference;
import io.github.mlmaven.model.Inputs;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers requests for predictions: in the way that they are written, by the codec that knows it. */
final class Predictions {

    private static final String CONTENT_TYPE = "content-type";

    /** How many values of a request the schema does not allow. Absent where there is none. */
    private static final String OUTSIDE = "ml-outside-schema";

    private final Inference inference;
    private final Inputs inputs;
    private final List<Codec> codecs;

    /** @param codecs each of another media type; the first is for requests that do not say theirs */
    Predictions(Inference inference, Inputs inputs, List<Codec> codecs) {
        this.inference = inference;
        this.inputs = inputs;
        this.codecs = List.copyOf(codecs);
    }

    Reply answer(Request request, byte[] body) {
        String type = request.header(CONTENT_TYPE);
        Codec codec = type == null ? codecs.get(0) : codec(type.toLowerCase(Locale.ROOT));
        if (codec == null) {
            String offers = codecs.stream().map(Codec::offer).collect(Collectors.joining(", or "));
            return Reply.error(
                    415,
                    "The content type is '" + String.valueOf(type).toLowerCase(Locale.ROOT) + "'. Send " + offers
                            + ".");
        }
        String encoding = request.header("content-encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return Reply.error(415, "The content encoding is '" + encoding + "'. Send the body as it is.");
        }
        Batch rows = codec.read(body);
        Reply reply = Reply.of(codec.mediaType(), codec.write(inference.predict(rows)));
        long outside = inputs.outside(rows);
        return outside == 0 ? reply : reply.with(OUTSIDE, Long.toString(outside));
    }

    private @Nullable Codec codec(String type) {
        for (Codec codec : codecs) {
            if (isOf(codec.mediaType(), type)) {
                return codec;
            }
        }
        return null;
    }

    private static boolean isOf(String mediaType, String type) {
        if (!type.startsWith(mediaType)) {
            return false;
        }
        String parameters = type.substring(mediaType.length()).replace(" ", "").replace("\"", "");
        return parameters.isEmpty() || parameters.equals(";charset=utf-8");
    }
}
