package io.github.mlmaven.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mlmaven.text.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes of bytes and of JSON, each decided by a generator of random numbers alone. */
final class Mutations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> TEXTS =
            List.of("", "NaN", "Infinity", "-1", "1e999", "null", "../x", "one-hot", "size", "\u0000", "x".repeat(300));
    private static final double[] NUMBERS = {
        0, -1, 1, 2, 0.5, 1e308, -1e308, 1e39, 1e-320, Integer.MAX_VALUE, Long.MAX_VALUE, 4294967296.0
    };
    private static final int[] WORDS = {
        0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7fc00000, 0x7f800000, 0xff800000, 0x7f7fffff
    };

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /** Some bytes changed, removed, repeated or inserted. */
    byte[] bytes(byte[] before) {
        byte[] bytes = before.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes = bytes.length == 0 ? new byte[random.nextInt(3)] : once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(16));
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> {
                if (bytes.length >= at + 4) {
                    ByteBuffer.wrap(bytes).putInt(at, WORDS[random.nextInt(WORDS.length)]);
                }
            }
            case 3 -> bytes = spliced(bytes, at, at + length, new byte[0]);
            case 4 -> bytes = spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
            default -> bytes = Arrays.copyOf(bytes, at);
        }
        return bytes;
    }

    /** Bytes with a part of them replaced. */
    static byte[] spliced(byte[] bytes, int from, int to, byte[] part) {
        return ByteBuffer.allocate(bytes.length - (to - from) + part.length)
                .put(bytes, 0, from)
                .put(part)
                .put(bytes, to, bytes.length - to)
                .array();
    }

    /** Where the value of a member begins. */
    static int after(byte[] booster, String member) {
        return new String(booster, StandardCharsets.ISO_8859_1).indexOf(member) + member.length();
    }

    /** A booster with a member that is another text. */
    static byte[] withText(byte[] booster, String member, String text) {
        return withText(booster, after(booster, member), text);
    }

    /** A booster with another text at a place. */
    static byte[] withText(byte[] booster, int at, String text) {
        int length = Math.toIntExact(ByteBuffer.wrap(booster).getLong(at + 2)) + 2 + Long.BYTES;
        return spliced(booster, at, at + length, HostileJar.bytes("Si" + (char) text.length() + text));
    }

    /** One value of a JSON text changed, removed, repeated or put under another key; now and then its bytes. */
    byte[] json(byte[] before) {
        if (random.nextInt(8) == 0) {
            return bytes(before);
        }
        JsonNode tree = Json.parse(new String(before, StandardCharsets.UTF_8), JsonNode.class);
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ObjectNode object) {
            change(object, container);
        } else if (container instanceof ArrayNode array) {
            change(array);
        }
        return Json.line(random.nextInt(200) == 0 ? value() : tree).getBytes(StandardCharsets.UTF_8);
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode() && (!node.isEmpty() || containers.isEmpty())) {
            containers.add(node);
        }
        node.forEach(child -> collect(child, containers));
    }

    private void change(ObjectNode object, JsonNode any) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        String key = keys.get(random.nextInt(keys.size()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(key);
            case 1 -> object.set(TEXTS.get(random.nextInt(TEXTS.size())), object.get(key));
            case 2 -> object.set(key, any.get(keys.get(random.nextInt(keys.size()))));
            default -> object.set(key, value());
        }
    }

    private void change(ArrayNode array) {
        int at = random.nextInt(array.size());
        switch (random.nextInt(6)) {
            case 0 -> array.remove(at);
            case 1 -> array.add(array.get(at));
            case 2 -> array.removeAll();
            default -> array.set(at, value());
        }
    }

    private JsonNode value() {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 3 -> JSON.arrayNode().addNull();
            case 4 -> JSON.objectNode();
            case 5 -> deep(JSON.arrayNode());
            case 6 -> JSON.numberNode((long) NUMBERS[random.nextInt(NUMBERS.length)]);
            default -> JSON.numberNode(NUMBERS[random.nextInt(NUMBERS.length)]);
        };
    }

    private JsonNode deep(JsonNode inner) {
        JsonNode deep = inner;
        for (int i = random.nextInt(600); i > 0; i--) {
            deep = JSON.arrayNode().add(deep);
        }
        return deep;
    }
}
