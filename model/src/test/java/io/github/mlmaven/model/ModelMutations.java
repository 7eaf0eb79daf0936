package io.github.mlmaven.model;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.protos.core.ModelProto;

/** Changes of model files: of the messages of protobuf at any depth, and of the UBJSON of trees. */
final class ModelMutations {

    private static final long[] WHOLES = {0, -1, 1, 2, 3, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE};
    private static final double[] REALS = {
        0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, 1e300
    };
    private static final List<String> MEMBERS = List.of(
            "num_class",
            "num_feature",
            "num_target",
            "base_score",
            "tree_info",
            "trees",
            "left_children",
            "right_children",
            "split_indices",
            "split_conditions",
            "default_left",
            "split_type",
            "name");
    private static final List<String> NUMBERS =
            List.of("0", "-1", "1", "2", "4", "2147483647", "65536", "1e38", "NaN", "[]", "[1E0,NaN]", "99999999999");
    private static final String MARKERS = "{}[]SiUIlLdDTFN$#Z";

    private final Random random;
    private final Mutations mutations;

    ModelMutations(Random random) {
        this.random = random;
        this.mutations = new Mutations(random);
    }

    byte[] model(byte[] before, boolean trees) throws InvalidProtocolBufferException {
        if (trees && random.nextInt(4) != 0) {
            byte[] booster = ModelProto.parseFrom(before)
                    .getSerializedData()
                    .unpack(XGBoostModelProto.class)
                    .getModels(0)
                    .toByteArray();
            return SmallModel.trees(ubjson(booster)).toByteArray();
        }
        return random.nextInt(4) == 0
                ? mutations.bytes(before)
                : message(ByteString.copyFrom(before)).toByteArray();
    }

    /** A field of a message, or of one within it, changed, removed, repeated or added. */
    private ByteString message(ByteString before) {
        UnknownFieldSet fields = parsed(before);
        if (fields.asMap().isEmpty()) {
            return ByteString.copyFrom(mutations.bytes(before.toByteArray()));
        }
        List<Integer> numbers = new ArrayList<>(fields.asMap().keySet());
        int number = numbers.get(random.nextInt(numbers.size()));
        UnknownFieldSet.Builder changed = fields.toBuilder();
        switch (random.nextInt(12)) {
            case 0 -> changed.clearField(number);
            case 1 -> changed.mergeField(number, fields.getField(number));
            case 2 -> changed.addField(1 + random.nextInt(20), fields.getField(number));
            case 3 -> changed.addField(number, group());
            default -> changed.addField(number, changed(fields.getField(number)));
        }
        return changed.build().toByteString();
    }

    /** The fields of a message; none of what is not one. */
    private static UnknownFieldSet parsed(ByteString bytes) {
        try {
            return UnknownFieldSet.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            return UnknownFieldSet.getDefaultInstance();
        }
    }

    private Field group() {
        return Field.newBuilder()
                .addGroup(UnknownFieldSet.newBuilder()
                        .addField(1, Field.newBuilder().addVarint(1).build())
                        .build())
                .build();
    }

    private Field changed(Field field) {
        Field.Builder changed = Field.newBuilder();
        field.getVarintList().forEach(value -> changed.addVarint(rarely() ? whole() : value));
        field.getFixed64List().forEach(value -> changed.addFixed64(rarely() ? Double.doubleToLongBits(real()) : value));
        int which = field.getLengthDelimitedList().isEmpty()
                ? -1
                : random.nextInt(field.getLengthDelimitedList().size());
        for (int i = 0; i < field.getLengthDelimitedList().size(); i++) {
            ByteString part = field.getLengthDelimitedList().get(i);
            changed.addLengthDelimited(i == which ? part(part) : part);
        }
        return changed.build();
    }

    private ByteString part(ByteString before) {
        return switch (random.nextInt(10)) {
            case 0 -> ByteString.EMPTY;
            case 1 -> ByteString.copyFromUtf8("io.github.mlmaven.model.HostileBundleTest$Trap");
            case 2 -> before.concat(before);
            case 3 -> numbers(before);
            default -> message(before);
        };
    }

    private ByteString numbers(ByteString before) {
        if (before.size() < Double.BYTES) {
            return before;
        }
        int at = random.nextInt(before.size() / Double.BYTES) * Double.BYTES;
        byte[] bytes = before.toByteArray();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(at, real());
        return ByteString.copyFrom(bytes);
    }

    private boolean rarely() {
        return random.nextInt(2) == 0;
    }

    private long whole() {
        return WHOLES[random.nextInt(WHOLES.length)];
    }

    private double real() {
        return REALS[random.nextInt(REALS.length)];
    }

    /** The value of a member that predictions need changed, or any bytes. */
    private byte[] ubjson(byte[] before) {
        if (random.nextInt(3) == 0) {
            return mutations.bytes(before);
        }
        String text = new String(before, StandardCharsets.ISO_8859_1);
        String member = MEMBERS.get(random.nextInt(MEMBERS.size()));
        int times = random.nextInt(4);
        int at = text.indexOf(member);
        for (int i = 0; i < times && text.indexOf(member, at + 1) > 0; i++) {
            at = text.indexOf(member, at + 1);
        }
        if (at < 0) {
            return mutations.bytes(before);
        }
        int value = at + member.length();
        if (text.startsWith("SL\0\0\0\0\0\0\0", value) && random.nextBoolean()) {
            return Mutations.withText(before, value, NUMBERS.get(random.nextInt(NUMBERS.size())));
        }
        byte[] changed = before.clone();
        int place = value + random.nextInt(Math.min(24, before.length - value));
        changed[place] =
                (byte) (random.nextBoolean() ? MARKERS.charAt(random.nextInt(MARKERS.length())) : random.nextInt(256));
        return changed;
    }

    /** Every class name in a message, at any depth, one after another replaced by another name. */
    static List<ByteString> withName(ByteString message, String prefix, String name) {
        List<ByteString> found = new ArrayList<>();
        UnknownFieldSet fields = parsed(message);
        if (fields.asMap().isEmpty()) {
            return found;
        }
        for (Map.Entry<Integer, Field> field : fields.asMap().entrySet()) {
            List<ByteString> parts = field.getValue().getLengthDelimitedList();
            for (int i = 0; i < parts.size(); i++) {
                List<ByteString> changed = parts.get(i).isValidUtf8()
                                && parts.get(i).toStringUtf8().startsWith(prefix)
                        ? List.of(ByteString.copyFromUtf8(name))
                        : withName(parts.get(i), prefix, name);
                for (ByteString part : changed) {
                    List<ByteString> all = new ArrayList<>(parts);
                    all.set(i, part);
                    Field.Builder rebuilt = Field.newBuilder().mergeFrom(field.getValue());
                    Field.Builder only = Field.newBuilder();
                    rebuilt.build().getVarintList().forEach(only::addVarint);
                    all.forEach(only::addLengthDelimited);
                    found.add(fields.toBuilder()
                            .addField(field.getKey(), only.build())
                            .build()
                            .toByteString());
                }
            }
        }
        return found;
    }
}
