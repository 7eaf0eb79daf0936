package io.github.mlmaven.server;

import io.github.mlmaven.api.Batch;

/** One way to write rows and predictions in the body of a request and of its answer. Safe for use by many threads. */
interface Codec {

    /** The content type of both, in lower case and without parameters. */
    String mediaType();

    /** What to send, as a sentence for people ends: {@code JSON in UTF-8 with 'content-type: application/json'}. */
    String offer();

    /**
     * The rows of a request.
     *
     * @return with the model's inputs; values of another type than the input's are clashes
     * @throws io.github.mlmaven.api.MlException with the place of what cannot be read
     */
    Batch read(byte[] body);

    /** The body with an answer of the model. */
    byte[] write(Batch answer);
}
