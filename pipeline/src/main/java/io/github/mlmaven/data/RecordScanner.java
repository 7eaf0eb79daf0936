package io.github.mlmaven.data;

import io.github.mlmaven.step.Malformed;
import java.io.BufferedInputStream;
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
    private static final int QUOTE = '"';
    /** A field is kept up to here. */
    static final int LONGEST_FIELD = 1 << 24;

    private final InputStream in;
    private final int delimiter;
    private final ByteArrayOutputStream field = new ByteArrayOutputStream();
    private final List<byte[]> fields = new ArrayList<>();
    private int current;
    private long line = 1;
    private long start = 1;
    private boolean utf16;
    private Optional<Malformed> problem = Optional.empty();

    private RecordScanner(InputStream in, int delimiter) throws IOException {
        this.in = in;
        this.delimiter = delimiter;
        readByteOrderMark();
        current = in.read();
    }

    static RecordScanner open(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return new RecordScanner(
                new BufferedInputStream(bytes(file), 1 << 16), delimiter(name).charAt(0));
    }

    /** What is in a file, which may be gzipped. */
    static InputStream bytes(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        InputStream raw = Files.newInputStream(file);
        return name.endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    /** The text between fields, by the file's name. */
    static String delimiter(String name) {
        return name.endsWith(".tsv") || name.endsWith(".tsv.gz") ? "\t" : ",";
    }

    /** Moves to the next record; blank lines are records of one empty field. */
    boolean next() throws IOException {
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
            more = current == delimiter;
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

    /** The fields without their quotes. */
    List<String> values() {
        return fields.stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    /** What is wrong with the record, if it has to have a number of fields: a {@link Malformed}, or how many it has. */
    Optional<String> problem(int expected) {
        if (problem.isPresent()) {
            return problem.map(Malformed::key);
        }
        if (!fields.stream().allMatch(RecordScanner::isUtf8)) {
            return Optional.of(Malformed.NOT_UTF_8.key());
        }
        return hasFields(expected) ? Optional.empty() : Optional.of(Integer.toString(fields.size()));
    }

    /** A separator behind the last field makes no other one, as the engine sees it too. */
    private boolean hasFields(int expected) {
        return fields.size() == expected || (fields.size() == expected + 1 && fields.get(expected).length == 0);
    }

    private void readField() throws IOException {
        if (current == QUOTE) {
            readQuoted();
        }
        while (current != delimiter && current != '\n' && current != '\r' && current != END) {
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
            if (current == QUOTE) {
                advance();
                if (current != QUOTE) {
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
        if (current != delimiter && current != '\n' && current != '\r' && current != END) {
            problem = Optional.of(Malformed.TEXT_AFTER_QUOTE);
        }
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

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
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
