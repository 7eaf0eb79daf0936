package io.github.mlmaven.spec;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the bytes of a text file are letters. */
public enum Encoding {
    /** What everything of ours is written in. */
    UTF_8(StandardCharsets.UTF_8),
    /** ISO 8859-1. */
    LATIN_1(StandardCharsets.ISO_8859_1),
    /** What Windows of Western Europe and the Americas writes: Latin-1 with more letters. */
    WINDOWS_1252(Charset.forName("windows-1252"));

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    public Charset charset() {
        return charset;
    }
}
