package io.github.mlmaven.data;

/** A file is written in a way that our own reader of plain text is not sure of: the engine reads it, from its beginning. */
final class NotPlainException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotPlainException(String reason) {
        super(reason, null, false, false);
    }
}
