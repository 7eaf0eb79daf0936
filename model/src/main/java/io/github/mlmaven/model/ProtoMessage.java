package io.github.mlmaven.model;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnsafeByteOperations;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import org.tribuo.protos.core.ModelProto;

/**
 * A message of protobuf, as a part of the bytes that hold it: a field is looked for when it is asked for, the others are passed
 * over, and nothing is copied. So no file makes more of itself in memory than it is.
 *
 * <p>Tribuo wraps what may be of several classes in a message that names the class. {@link #content} compares that name; no
 * class is ever loaded by it.
 */
final class ProtoMessage {

    private static final int ANY_TYPE = 1;
    private static final int ANY_VALUE = 2;
    private static final String ANY_PREFIX = "type.googleapis.com/";
    private static final int LONGEST_NAME = 512;
    private static final int LONGEST_TEXT = 1 << 20;

    private final ByteString bytes;

    private ProtoMessage(ByteString bytes) {
        this.bytes = bytes;
    }

    /** The message that is the whole of some bytes, which must stay as they are. */
    static ProtoMessage of(byte[] bytes) {
        return new ProtoMessage(UnsafeByteOperations.unsafeWrap(bytes));
    }

    /** Takes one occurrence of a field. */
    @FunctionalInterface
    interface Occurrence {
        void read(CodedInputStream in) throws IOException;
    }

    /** Goes to each occurrence of a field. */
    private void each(int field, int wireType, Occurrence occurrence) throws IOException {
        CodedInputStream in = bytes.newCodedInput();
        in.enableAliasing(true);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int type = WireFormat.getTagWireType(tag);
            if (type == WireFormat.WIRETYPE_START_GROUP || type == WireFormat.WIRETYPE_END_GROUP) {
                throw new IllegalArgumentException("a group, which no model has");
            }
            if (WireFormat.getTagFieldNumber(tag) != field) {
                in.skipField(tag);
            } else if (type == wireType) {
                occurrence.read(in);
            } else {
                throw new IllegalArgumentException("the field " + field + " in another form");
            }
        }
    }

    /** How many messages, texts or byte strings a repeated field holds. */
    int count(int field) throws IOException {
        int[] count = {0};
        each(field, WireFormat.WIRETYPE_LENGTH_DELIMITED, in -> {
            in.readBytes();
            count[0]++;
        });
        return count[0];
    }

    /** Takes a part of a message. */
    @FunctionalInterface
    interface Part {
        void take(ProtoMessage part) throws IOException;
    }

    /** Every message, text or byte string of a repeated field. */
    void parts(int field, Part part) throws IOException {
        each(field, WireFormat.WIRETYPE_LENGTH_DELIMITED, in -> part.take(new ProtoMessage(in.readBytes())));
    }

    /** The message, text or byte string of a field that must be there once. */
    ProtoMessage part(int field) throws IOException {
        int count = count(field);
        if (count != 1) {
            throw new IllegalArgumentException("the field " + field + " " + count + " times in the place of once");
        }
        ProtoMessage[] found = new ProtoMessage[1];
        parts(field, part -> found[0] = part);
        return found[0];
    }

    /** The text of a field, which is empty where it is absent. */
    String text(int field) throws IOException {
        return count(field) == 0 ? "" : part(field).utf8();
    }

    /** The whole number of a field, which is 0 where it is absent. */
    int whole(int field) throws IOException {
        int[] found = {0, 0};
        each(field, WireFormat.WIRETYPE_VARINT, in -> {
            found[0] = in.readInt32();
            found[1]++;
        });
        if (found[1] > 1) {
            throw new IllegalArgumentException("the field " + field + " " + found[1] + " times in the place of once");
        }
        return found[0];
    }

    /**
     * The whole numbers of a repeated field.
     *
     * @param count how many there must be
     */
    int[] wholes(int field, int count) throws IOException {
        ByteString packed = part(field).bytes;
        // Each number takes a byte at least: so many there can be.
        if (count > packed.size()) {
            throw new IllegalArgumentException("fewer than " + count + " numbers in the field " + field);
        }
        CodedInputStream in = packed.newCodedInput();
        int[] found = new int[count];
        for (int i = 0; i < count; i++) {
            found[i] = in.readInt32();
        }
        if (!in.isAtEnd()) {
            throw new IllegalArgumentException("more than " + count + " numbers in the field " + field);
        }
        return found;
    }

    /** The numbers of a field whose bytes are doubles, the lowest byte first. */
    DoubleBuffer doubles(int field, long count) throws IOException {
        return littleEndian(field, count, Double.BYTES).asDoubleBuffer();
    }

    /** The bytes of a field of numbers, the lowest byte first. */
    ByteBuffer littleEndian(int field, long count, int width) throws IOException {
        ByteString found = part(field).bytes;
        if (found.size() != count * width) {
            throw new IllegalArgumentException(found.size() + " bytes of numbers in the place of " + count * width);
        }
        return found.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The bytes themselves. */
    ByteBuffer bytes() {
        return bytes.asReadOnlyByteBuffer();
    }

    /** The bytes as a text. */
    String utf8() {
        if (bytes.size() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a text of " + bytes.size() + " bytes");
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The class that a message of Tribuo's says it is of. */
    String className() throws IOException {
        return count(ModelProto.CLASS_NAME_FIELD_NUMBER) == 0
                ? ""
                : part(ModelProto.CLASS_NAME_FIELD_NUMBER).name();
    }

    private String name() {
        return bytes.size() > LONGEST_NAME ? "of " + bytes.size() + " letters" : utf8();
    }

    /**
     * What is in a message of Tribuo's that names the class of what is in it.
     *
     * @param what it is, for messages
     * @param className the one class that it may be of
     * @param type the full name of the message that holds such an object
     */
    ProtoMessage content(String what, String className, String type) throws IOException {
        String found = className();
        if (!found.equals(className)) {
            throw new IllegalArgumentException("a " + what + " of the class " + found);
        }
        int version = whole(ModelProto.VERSION_FIELD_NUMBER);
        if (version != 0) {
            throw new IllegalArgumentException("a " + what + " in the version " + version + ", known is 0");
        }
        ProtoMessage any = part(ModelProto.SERIALIZED_DATA_FIELD_NUMBER);
        String held = any.part(ANY_TYPE).name();
        if (!held.equals(ANY_PREFIX + type)) {
            throw new IllegalArgumentException("a " + what + " in a message of the type " + held);
        }
        return any.part(ANY_VALUE);
    }
}
