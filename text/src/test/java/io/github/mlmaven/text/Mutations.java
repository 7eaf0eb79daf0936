package io.github.mlmaven.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes of bytes and of JSON, each decided by a generator of random numbers alone. */
public final class Mutations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> TEXTS =
            List.of("", "NaN", "Infinity", "-1", "1e999", "null", "../x", "one-hot", "size", "\u0000", "x".repeat(300));
    private static final double[] NUMBERS = {
        0, -1, 1, 2, 0.5, 1e308, -1e308, 1e39, 1e-320, Integer.MAX_VALUE, Long.MAX_VALUE, 4294967296.0
    };
    /** What other writers and readers of JSON take for a value. */
    private static final List<String> LITERALS = List.of(
            "NaN",
            "-Infinity",
            "Infinity",
            "+1",
            "01",
            ".5",
            "1.",
            "0x1",
            "1_000",
            "'x'",
            "undefined",
            "True",
            "1/**/",
            "1,");

    private static final Pattern SCALAR = Pattern.compile("(?<=[:\\[,])(?:\"[^\"\\\\]*\"|[\\w.+-]+)(?=[,\\]}])");
    private static final Pattern MEMBER = Pattern.compile("\"[^\"\\\\]*\":(?:\"[^\"\\\\]*\"|[\\w.+-]+)");

    private static final int[] WORDS = {
        0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7fc00000, 0x7f800000, 0xff800000, 0x7f7fffff
    };

    private final Random random;

    public Mutations(Random random) {
        this.random = random;
    }

    /** Some bytes changed, removed, repeated or inserted. */
    public byte[] bytes(byte[] before) {
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
    public static byte[] spliced(byte[] bytes, int from, int to, byte[] part) {
        return ByteBuffer.allocate(bytes.length - (to - from) + part.length)
                .put(bytes, 0, from)
                .put(part)
                .put(bytes, to, bytes.length - to)
                .array();
    }

    /**
     * One value of a JSON text changed, removed, repeated or put under another key; now and then its bytes, or what is no JSON
     * and read by many.
     */
    public byte[] json(byte[] before) {
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
        String line = Json.line(random.nextInt(200) == 0 ? value() : tree);
        return spelled(line).getBytes(StandardCharsets.UTF_8);
    }

    /** Now and then with a value that is none in JSON, or a member that stands twice. */
    private String spelled(String line) {
        return switch (random.nextInt(10)) {
            case 0 ->
                any(SCALAR, line)
                        .map(scalar -> replaced(line, scalar, LITERALS.get(random.nextInt(LITERALS.size()))))
                        .orElse(line);
            case 1 ->
                any(MEMBER, line)
                        .map(member -> replaced(line, member, member.group() + "," + again(member.group())))
                        .orElse(line);
            default -> line;
        };
    }

    private String again(String member) {
        boolean same = random.nextBoolean();
        return same ? member : member.substring(0, member.indexOf(':') + 1) + Json.line(value());
    }

    private Optional<MatchResult> any(Pattern pattern, String text) {
        List<MatchResult> all = pattern.matcher(text).results().toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private static String replaced(String text, MatchResult part, String other) {
        return text.substring(0, part.start()) + other + text.substring(part.end());
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
