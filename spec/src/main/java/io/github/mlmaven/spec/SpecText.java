package io.github.mlmaven.spec;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SpecFile.Place;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.MergeMark;
import io.github.mlmaven.text.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The text of a model.yaml: of a size that a person writes, UTF-8, and without a character that YAML forbids. */
final class SpecText {

    /** Bytes that a file may have. */
    static final int MAX_BYTES = 2 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final byte[] bytes;

    private SpecText(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** The text without a byte order mark, so that the columns of the first line are those of an editor. */
    static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new MlException(
                        file + " has more than " + Numbers.count(MAX_BYTES) + " bytes.",
                        "It describes a model in words: name the files with its data in data.source.");
            }
            return new SpecText(file, bytes).text();
        } catch (NoSuchFileException e) {
            throw new MlException(file + " could not be read.", "Create it, or name another file with -Dml.spec.", e);
        } catch (IOException e) {
            throw new MlException(
                    file + " could not be read: " + Json.reason(e) + ".",
                    "Make it a file that the build may read, or name another one with -Dml.spec.",
                    e);
        }
    }

    private String text() {
        if (isUtf16()) {
            throw new MlException(file + " is UTF-16, not UTF-8.", "Save it as UTF-8.");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw refused(
                    text,
                    text.length(),
                    "the byte " + hex(bytes[in.position()] & 0xFF, 2) + " is not UTF-8.",
                    "Save the file as UTF-8; it may be Latin-1 now, or no text at all.");
        }
        String plain = text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
        requirePrintable(plain);
        requireMerged(plain);
        return plain;
    }

    // By its byte order mark, or by the zero in the first character: what YAML begins with is ASCII.
    private boolean isUtf16() {
        if (bytes.length < 2) {
            return false;
        }
        int first = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return first == 0xFEFF || first == 0xFFFE || (bytes[0] == 0) != (bytes[1] == 0);
    }

    private void requirePrintable(String text) {
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (!StreamReader.isPrintable(character)) {
                throw refused(
                        text,
                        at,
                        "the character U+" + hex(character, 4) + " is not allowed in YAML.",
                        "Remove it; a file that is full of them is no model.yaml.");
            }
            at += Character.charCount(character);
        }
    }

    private void requireMerged(String text) {
        int line = MergeMark.line(text);
        if (line > 0) {
            throw new MlException(
                    "%s line %s: a merge left both sides of a conflict in the file."
                            .formatted(file.getFileName(), line),
                    "Keep what should count of both sides, and remove the lines that begin with <<<<<<<, ======= and"
                            + " >>>>>>>.");
        }
    }

    private MlException refused(String text, int at, String what, String remedy) {
        Place place = place(text, at);
        return new MlException(
                "%s line %s, column %s: %s".formatted(file.getFileName(), place.line(), place.column(), what), remedy);
    }

    private static Place place(String text, int at) {
        String before = text.substring(0, at);
        long line = before.chars().filter(character -> character == '\n').count() + 1;
        int start = before.lastIndexOf('\n') + 1;
        return new Place((int) line, before.codePointCount(start, at) + 1);
    }

    private static String hex(int value, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "X", value);
    }
}
