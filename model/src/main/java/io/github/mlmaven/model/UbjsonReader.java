package io.github.mlmaven.model;

import io.github.mlmaven.model.Ubjson.UbjsonArray;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Goes through the tokens of UBJSON. */
final class UbjsonReader {

    private static final int DEEPEST = 64;

    private final ByteBuffer in;

    UbjsonReader(ByteBuffer bytes) {
        this(bytes, bytes.position());
    }

    UbjsonReader(ByteBuffer bytes, int start) {
        this.in = bytes.duplicate().order(ByteOrder.BIG_ENDIAN).position(start);
    }

    int position() {
        return in.position();
    }

    boolean hasMore() {
        return in.hasRemaining();
    }

    char marker() {
        char marker;
        do {
            marker = (char) (in.get() & 0xff);
        } while (marker == 'N');
        return marker;
    }

    /** Passes a value over. */
    void skip(char marker, int depth) {
        if (depth > DEEPEST) {
            throw refuse("deeper than " + DEEPEST + " levels");
        }
        switch (marker) {
            case '{' -> skipObject(depth);
            case '[' -> skipArray(depth);
            case 'S' -> advance(length(marker()));
            case 'T', 'F' -> {}
            default -> advance(width(marker, "the marker '"));
        }
    }

    private void skipObject(int depth) {
        for (char next = marker(); next != '}'; next = marker()) {
            advance(length(next));
            skip(marker(), depth + 1);
        }
    }

    private void skipArray(int depth) {
        UbjsonArray array = array();
        if (array.isTyped()) {
            advance(array.count() * width(array.type(), "an array of type '"));
        } else if (array.isCounted()) {
            for (int i = 0; i < array.count(); i++) {
                skip(marker(), depth + 1);
            }
        } else {
            for (char next = array.first(); next != ']'; next = marker()) {
                skip(next, depth + 1);
            }
        }
    }

    /** How the array that begins here goes on. */
    UbjsonArray array() {
        char next = marker();
        if (next == '$') {
            char type = marker();
            char found = marker();
            if (found != '#') {
                throw refuse("'" + found + "' in the place of '#'");
            }
            int count = length(marker());
            if ((long) count * width(type, "an array of type '") > in.remaining()) {
                throw new BufferUnderflowException();
            }
            return new UbjsonArray(type, count, '\0');
        }
        return next == '#' ? new UbjsonArray('\0', length(marker()), '\0') : new UbjsonArray('\0', -1, next);
    }

    private int width(char type, String otherwise) {
        return switch (type) {
            case 'i', 'U' -> 1;
            case 'I' -> 2;
            case 'l', 'd' -> 4;
            case 'L', 'D' -> 8;
            default -> throw refuse(otherwise + type + "'");
        };
    }

    private void advance(int bytes) {
        if (bytes > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + bytes);
    }

    String text(int length, int longest) {
        if (length > longest) {
            throw refuse("a text of " + length + " bytes, where at most " + longest + " are expected");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    int length(char marker) {
        long length = whole(marker);
        if (length < 0 || length > in.remaining()) {
            throw refuse("a length of " + length);
        }
        return (int) length;
    }

    long whole(char marker) {
        return switch (marker) {
            case 'i' -> in.get();
            case 'U' -> in.get() & 0xff;
            case 'I' -> in.getShort();
            case 'l' -> in.getInt();
            case 'L' -> in.getLong();
            default -> throw refuse("the marker '" + marker + "' in the place of a whole number");
        };
    }

    float real(char type) {
        return type == 'd' ? in.getFloat() : (float) in.getDouble();
    }

    IllegalArgumentException refuse(String what) {
        return new IllegalArgumentException("byte " + in.position() + " of the UBJSON: " + what);
    }
}
