package io.github.mlmaven.data;

import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.step.Malformed;
import io.github.mlmaven.text.MergeMark;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Reads the records of a csv or tsv file one by one and knows the line of each, also where quoted fields contain line
 * breaks. It is for headers and for messages: the engine reads the data.
 */
final class RecordScanner implements AutoCloseable {

    private static final int END = -1;
    private static final String COMMENT = "#";
    /** A field is kept up to here. */
    static final int LONGEST_FIELD = 1 << 24;

    private final InputStream in;
    private final Marks marks;
    private final ByteArrayOutputStream field = new ByteArrayOutputStream();
    private final List<byte[]> fields = new ArrayList<>();
    private int current;
    private long line = 1;
    private long start = 1;
    private boolean utf16;
    private Optional<Malformed> problem = Optional.empty();

    private RecordScanner(InputStream in, Marks marks) throws IOException {
        this.in = in;
        this.marks = marks;
        readByteOrderMark();
        current = in.read();
    }

    /** Of a plain file. */
    static RecordScanner open(Path file) throws IOException {
        return open(file, TextFormat.PLAIN);
    }

    static RecordScanner open(Path file, TextFormat format) throws IOException {
        return new RecordScanner(new BufferedInputStream(bytes(file), 1 << 16), Marks.of(file, format));
    }

    /** Of the first bytes of a file. */
    static RecordScanner of(byte[] bytes, Marks marks) throws IOException {
        return new RecordScanner(new ByteArrayInputStream(bytes), marks);
    }

    /** What is in a file, which may be gzipped. */
    static InputStream bytes(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        InputStream raw = Files.newInputStream(file);
        return name.endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    /** Moves to the next record; blank lines are records of one empty field, and comments are none. */
    boolean next() throws IOException {
        while (current == marks.comment()) {
            skipLine();
        }
        if (current == END) {
            return false;
        }
        start = line;
        problem = Optional.empty();
        fields.clear();
        boolean more = true;
        while (more) {
            readField();
            fields.add(field.toByteArray());
            field.reset();
            more = current == marks.delimiter();
            if (more) {
                advance();
            }
        }
        endLine();
        return true;
    }

    /** The line on which the record begins, from 1. */
    long line() {
        return start;
    }

    int size() {
        return fields.size();
    }

    /** Whether the file begins with a byte order mark of UTF-16. */
    boolean isUtf16() {
        return utf16;
    }

    /** Whether the record is an empty line. */
    boolean isBlank() {
        return fields.size() == 1 && fields.get(0).length == 0;
    }

    /** The bytes of the first field with letters beyond ASCII. */
    Optional<byte[]> beyondAscii() {
        for (byte[] bytes : fields) {
            for (byte letter : bytes) {
                if (letter < 0) {
                    return Optional.of(bytes);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether each field is UTF-8, whatever the file is read as. */
    boolean isUtf8() {
        return fields.stream().allMatch(bytes -> Utf8.isValid(bytes, 0, bytes.length));
    }

    /** The fields without their quotes. */
    List<String> values() {
        return fields.stream().map(bytes -> new String(bytes, marks.charset())).toList();
    }

    /** What is wrong with the record, if it has to have a number of fields: a {@link Malformed}, or how many it has. */
    Optional<String> problem(int expected) {
        if (problem.isPresent()) {
            return problem.map(Malformed::key);
        }
        if (!fields.stream().allMatch(this::isEncoded)) {
            Malformed bytes =
                    marks.charset().equals(StandardCharsets.UTF_8) ? Malformed.NOT_UTF_8 : Malformed.NOT_WINDOWS_1252;
            return Optional.of(bytes.key());
        }
        if (hasFields(expected)) {
            return Optional.empty();
        }
        if (isMergeMark()) {
            return Optional.of(Malformed.MERGE_MARK.key());
        }
        return Optional.of(looksLikeComment() ? Malformed.COMMENT.key() : Integer.toString(fields.size()));
    }

    /** Whether the record begins as lines do that are no rows. */
    boolean looksLikeComment() {
        return begin().startsWith(COMMENT);
    }

    /** Whether the record begins as a line of git's does. */
    boolean isMergeMark() {
        return MergeMark.is(begin());
    }

    private String begin() {
        return new String(fields.get(0), marks.charset());
    }

    /** A separator behind the last field makes no other one, as the engine sees it too. */
    private boolean hasFields(int expected) {
        return fields.size() == expected || (fields.size() == expected + 1 && fields.get(expected).length == 0);
    }

    private void readField() throws IOException {
        if (current == marks.quote()) {
            readQuoted();
        }
        while (current != marks.delimiter() && current != '\n' && current != '\r' && current != END) {
            keep();
        }
    }

    private void keep() throws IOException {
        if (field.size() == LONGEST_FIELD) {
            problem = Optional.of(Malformed.TOO_LONG);
        } else {
            field.write(current);
        }
        advance();
    }

    private void readQuoted() throws IOException {
        advance();
        while (true) {
            if (current == END) {
                problem = Optional.of(Malformed.UNCLOSED_QUOTE);
                return;
            }
            if (current == marks.quote()) {
                advance();
                if (current != marks.quote()) {
                    break;
                }
            }
            if (current == '\n') {
                line++;
            }
            keep();
        }
        while (current == ' ') {
            advance();
        }
        if (current != marks.delimiter() && current != '\n' && current != '\r' && current != END) {
            problem = Optional.of(Malformed.TEXT_AFTER_QUOTE);
        }
    }

    private void skipLine() throws IOException {
        while (current != '\n' && current != '\r' && current != END) {
            advance();
        }
        endLine();
    }

    private void endLine() throws IOException {
        if (current == '\r') {
            advance();
        }
        if (current == '\n') {
            advance();
        }
        line++;
    }

    private void advance() throws IOException {
        current = in.read();
    }

    private void readByteOrderMark() throws IOException {
        in.mark(3);
        byte[] mark = in.readNBytes(3);
        boolean utf8 = Arrays.equals(mark, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        utf16 = mark.length >= 2
                && ((mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE)
                        || (mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF));
        if (!utf8) {
            in.reset();
        }
    }

    private boolean isEncoded(byte[] bytes) {
        try {
            marks.charset().newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
