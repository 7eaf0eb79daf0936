package io.github.mlmaven.model;

import java.util.List;

/** {@code encoder.json}. */
record EncoderFile(int format, List<TransformState> transforms) {

    /** The version of the file. */
    static final int FORMAT = 2;

    EncoderFile {
        transforms = List.copyOf(transforms);
    }

    /** @throws io.github.mlmaven.api.MlException if it is no such file, or one of another version */
    static EncoderFile read(byte[] bytes) {
        return BundleJson.read(Bundle.ENCODER, bytes, FORMAT, EncoderFile.class);
    }
}
