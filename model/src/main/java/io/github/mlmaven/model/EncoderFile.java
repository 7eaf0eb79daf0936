package io.github.mlmaven.model;

import io.github.mlmaven.api.MlException;
import java.util.List;
import java.util.Map;

/** {@code encoder.json}. */
record EncoderFile(int format, List<TransformState> transforms) {

    /** The version of the file. */
    static final int FORMAT = 2;

    EncoderFile {
        transforms = List.copyOf(transforms);
    }

    /** @throws MlException if it is no such file, or one of another version */
    static EncoderFile read(byte[] bytes) {
        int format = Bundle.parse(Bundle.ENCODER, bytes, Map.class).get("format") instanceof Integer found ? found : 0;
        if (format != FORMAT) {
            throw new MlException(
                    "%s has the format %s, this version of ml-model reads %s."
                            .formatted(Bundle.ENCODER, format, FORMAT),
                    "Use the version of ml-model that made it, or newer.");
        }
        return Bundle.parse(Bundle.ENCODER, bytes, EncoderFile.class);
    }
}
