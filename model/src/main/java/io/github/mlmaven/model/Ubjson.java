package io.github.mlmaven.model;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A value of UBJSON (draft 12, ubjson.org) as XGBoost writes it: objects, arrays, arrays of one number type with a count,
 * strings, numbers and booleans. A value is a place in the bytes, and takes no memory until it is asked for: what nobody asks
 * for is passed over, and an array is taken only if it has as many elements as whoever asks knows it must have.
 */
final class Ubjson {

    private static final int MOST_MEMBERS = 256;
    private static final int LONGEST_KEY = 256;

    private final ByteBuffer bytes;
    private final char marker;

    /** Where the value goes on behind its marker. */
    private final int start;

    private Ubjson(ByteBuffer bytes, char marker, int start) {
        this.bytes = bytes;
        this.marker = marker;
        this.start = start;
    }

    /**
     * The value that bytes hold.
     *
     * @throws IllegalArgumentException if they are no UBJSON, end early or go on after the value
     */
    static Ubjson of(ByteBuffer bytes) {
        UbjsonReader reader = new UbjsonReader(bytes);
        try {
            char marker = reader.marker();
            Ubjson value = new Ubjson(bytes, marker, reader.position());
            reader.skip(marker, 0);
            if (reader.hasMore()) {
                throw reader.refuse("more bytes after the value");
            }
            return value;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the UBJSON ends early", e);
        }
    }

    /** The members of an object, by key. */
    Map<String, Ubjson> object() {
        UbjsonReader reader = at('{', "an object");
        Map<String, Ubjson> members = new TreeMap<>();
        for (char next = reader.marker(); next != '}'; next = reader.marker()) {
            String key = reader.text(reader.length(next), LONGEST_KEY);
            char kind = reader.marker();
            if (members.put(key, new Ubjson(bytes, kind, reader.position())) != null) {
                throw reader.refuse("the key '" + key + "' a second time");
            }
            if (members.size() > MOST_MEMBERS) {
                throw reader.refuse("an object of more than " + MOST_MEMBERS + " members");
            }
            reader.skip(kind, 0);
        }
        return members;
    }

    /** How many elements an array has. */
    int count() {
        UbjsonReader reader = at('[', "an array");
        UbjsonArray array = reader.array();
        if (array.isCounted()) {
            return array.count();
        }
        int count = 0;
        for (char next = array.first(); next != ']'; next = reader.marker()) {
            reader.skip(next, 0);
            count++;
        }
        return count;
    }

    /** Every element of an array whose elements have types of their own, in turn. */
    void elements(Consumer<Ubjson> each) {
        UbjsonReader reader = at('[', "an array");
        UbjsonArray array = reader.array();
        if (array.isTyped()) {
            throw reader.refuse("an array of numbers in the place of another");
        }
        if (array.isCounted()) {
            for (int i = 0; i < array.count(); i++) {
                element(reader, reader.marker(), each);
            }
        } else {
            for (char next = array.first(); next != ']'; next = reader.marker()) {
                element(reader, next, each);
            }
        }
    }

    private void element(UbjsonReader reader, char kind, Consumer<Ubjson> each) {
        each.accept(new Ubjson(bytes, kind, reader.position()));
        reader.skip(kind, 0);
    }

    /** An array of whole numbers, of a length that is known. */
    int[] ints(int count) {
        int[] found = new int[requireCount(count)];
        wholes(count, (i, value) -> found[i] = toInt(value));
        return found;
    }

    /** An array of whole numbers as flags, of a length that is known: whether each is not 0. */
    boolean[] flags(int count) {
        boolean[] found = new boolean[requireCount(count)];
        wholes(count, (i, value) -> found[i] = value != 0);
        return found;
    }

    @FunctionalInterface
    private interface Taker {
        void take(int index, long value);
    }

    private void wholes(int count, Taker taker) {
        UbjsonReader reader = at('[', "an array");
        UbjsonArray array = reader.array();
        for (int i = 0; i < count; i++) {
            boolean isAtFirst = i == 0 && !array.isCounted();
            char kind = array.isTyped() ? array.type() : isAtFirst ? array.first() : reader.marker();
            taker.take(i, reader.whole(kind));
        }
    }

    /** A typed array of numbers, of a length that is known. */
    float[] floats(int count) {
        UbjsonReader reader = at('[', "an array");
        UbjsonArray array = reader.array();
        if (!array.isTyped() || (array.type() != 'd' && array.type() != 'D')) {
            throw reader.refuse("an array of numbers is missing");
        }
        float[] found = new float[requireCount(count)];
        for (int i = 0; i < count; i++) {
            found[i] = reader.real(array.type());
        }
        return found;
    }

    private int requireCount(int count) {
        int found = count();
        if (found != count) {
            throw new IllegalArgumentException(
                    "byte " + start + " of the UBJSON: " + found + " elements in the place of " + count);
        }
        return count;
    }

    private static int toInt(long value) {
        if (value != (int) value) {
            throw new IllegalArgumentException("a number out of range: " + value);
        }
        return (int) value;
    }

    /** A string. */
    String text(int longest) {
        UbjsonReader reader = at('S', "a text");
        return reader.text(reader.length(reader.marker()), longest);
    }

    private UbjsonReader at(char wanted, String what) {
        UbjsonReader reader = new UbjsonReader(bytes, start);
        if (marker != wanted) {
            throw reader.refuse(what + " is missing");
        }
        return reader;
    }

    /**
     * How an array begins.
     *
     * @param type of all elements; 0 where each has its own
     * @param count of the elements; -1 where the array ends with a mark
     * @param first the marker of the first element, or the end, where the array ends with a mark
     */
    record UbjsonArray(char type, int count, char first) {

        boolean isTyped() {
            return type != 0;
        }

        boolean isCounted() {
            return count >= 0;
        }
    }
}
