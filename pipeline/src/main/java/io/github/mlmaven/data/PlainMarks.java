package io.github.mlmaven.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What the fields of a file have in common.
 *
 * @param delimiter between the fields of a record
 * @param missing the texts that stand for a missing value
 */
record PlainMarks(byte delimiter, MissingTexts missing) {

    /** Whether a bare field ends before a byte, or is none because of it. */
    boolean isEnd(byte next) {
        return next == delimiter || next == '\n' || next == '\r' || next == '"';
    }

    /** Whether nothing is a missing value. */
    boolean emptyIsMissing() {
        return missing.texts().contains("");
    }

    /** The missing texts in UTF-8. */
    List<byte[]> missingBytes() {
        return missing.texts().stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Whether a cell is one of some texts. */
    static boolean isAny(List<byte[]> texts, byte[] bytes, int from, int to) {
        for (byte[] text : texts) {
            if (Arrays.equals(text, 0, text.length, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** A cell as a text. */
    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
