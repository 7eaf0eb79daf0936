package io.github.mlmaven.model;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads UBJSON (draft 12, ubjson.org) as XGBoost writes it: objects, arrays, arrays of one number type with a count, strings,
 * numbers and booleans. Objects become maps, arrays lists, typed arrays {@code float[]} or {@code long[]}, whole numbers
 * {@code Long}, others {@code Double}. Memory is bounded by the input: every element takes at least a byte of it.
 */
final class Ubjson {

    private static final int DEEPEST = 64;

    private final ByteBuffer in;

    private Ubjson(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
    }

    /**
     * The value that bytes hold.
     *
     * @throws IllegalArgumentException if they are no UBJSON, end early or go on after the value
     */
    static Object parse(byte[] bytes) {
        Ubjson reader = new Ubjson(bytes);
        try {
            Object value = reader.value(reader.marker(), 0);
            if (reader.in.hasRemaining()) {
                throw reader.refuse("more bytes after the value");
            }
            return value;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the UBJSON ends early", e);
        }
    }

    private char marker() {
        char marker;
        do {
            marker = (char) (in.get() & 0xff);
        } while (marker == 'N');
        return marker;
    }

    private Object value(char marker, int depth) {
        if (depth > DEEPEST) {
            throw refuse("deeper than " + DEEPEST + " levels");
        }
        return switch (marker) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case 'S' -> text();
            case 'T' -> true;
            case 'F' -> false;
            case 'd' -> (double) in.getFloat();
            case 'D' -> in.getDouble();
            case 'i', 'U', 'I', 'l', 'L' -> whole(marker);
            default -> throw refuse("the marker '" + marker + "'");
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (true) {
            char next = marker();
            if (next == '}') {
                return members;
            }
            String key = text(length(next));
            if (members.put(key, value(marker(), depth + 1)) != null) {
                throw refuse("the key '" + key + "' a second time");
            }
        }
    }

    private Object array(int depth) {
        char next = marker();
        if (next == '$') {
            char type = marker();
            expect('#');
            return typedArray(type, length(marker()));
        }
        List<Object> elements = new ArrayList<>();
        if (next == '#') {
            int count = length(marker());
            for (int i = 0; i < count; i++) {
                elements.add(value(marker(), depth + 1));
            }
            return elements;
        }
        for (; next != ']'; next = marker()) {
            elements.add(value(next, depth + 1));
        }
        return elements;
    }

    private Object typedArray(char type, int count) {
        int width = switch (type) {
            case 'i', 'U' -> 1;
            case 'I' -> 2;
            case 'l', 'd' -> 4;
            case 'L', 'D' -> 8;
            default -> throw refuse("an array of type '" + type + "'");
        };
        if ((long) count * width > in.remaining()) {
            throw new BufferUnderflowException();
        }
        if (type == 'd' || type == 'D') {
            float[] numbers = new float[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = type == 'd' ? in.getFloat() : (float) in.getDouble();
            }
            return numbers;
        }
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = whole(type);
        }
        return numbers;
    }

    private String text() {
        return text(length(marker()));
    }

    private String text(int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int length(char marker) {
        long length = whole(marker);
        if (length < 0 || length > in.remaining()) {
            throw refuse("a length of " + length);
        }
        return (int) length;
    }

    private long whole(char marker) {
        return switch (marker) {
            case 'i' -> in.get();
            case 'U' -> in.get() & 0xff;
            case 'I' -> in.getShort();
            case 'l' -> in.getInt();
            case 'L' -> in.getLong();
            default -> throw refuse("the marker '" + marker + "' in the place of a whole number");
        };
    }

    private void expect(char wanted) {
        char found = marker();
        if (found != wanted) {
            throw refuse("'" + found + "' in the place of '" + wanted + "'");
        }
    }

    private IllegalArgumentException refuse(String what) {
        return new IllegalArgumentException("byte " + in.position() + " of the UBJSON: " + what);
    }
}
