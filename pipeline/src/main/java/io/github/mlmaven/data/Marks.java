package io.github.mlmaven.data;

import io.github.mlmaven.spec.TextFormat;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How the records of one text file are told apart.
 *
 * @param delimiter a character of ASCII
 * @param quote a character of ASCII, or {@link #NONE}
 * @param comment what begins a line that is no record, or {@link #NONE}
 */
record Marks(char delimiter, int quote, int comment, Charset charset) {

    /** No byte is this. */
    static final int NONE = -2;

    /** Those of a file: its name says the delimiter if the format does not. */
    static Marks of(Path file, TextFormat format) {
        return new Marks(
                format.fields().delimiter().orElseGet(() -> byName(file)).charAt(0),
                first(format.fields().quote()),
                first(format.fields().comment().orElse("")),
                format.encoding().charset());
    }

    private static String byName(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".tsv") || name.endsWith(".tsv.gz") ? "\t" : ",";
    }

    private static int first(String text) {
        return text.isEmpty() ? NONE : text.charAt(0);
    }

    /** The text between two fields. */
    String between() {
        return String.valueOf(delimiter);
    }

    /** The text around a field, empty if there is none. */
    String around() {
        return quote == NONE ? "" : String.valueOf((char) quote);
    }
}
