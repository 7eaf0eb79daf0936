package io.github.mlmaven.api;

/** A model as a file holds it. */
public final class ModelBytes {

    private final String format;
    private final byte[] bytes;

    /**
     * Keeps the array.
     *
     * @param format the name of the format, by which whoever loads the model finds what reads it
     */
    public ModelBytes(String format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes;
    }

    public String format() {
        return format;
    }

    /** The content; not a copy. */
    public byte[] bytes() {
        return bytes;
    }
}
