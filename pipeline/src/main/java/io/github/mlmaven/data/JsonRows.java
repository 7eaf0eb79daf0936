package io.github.mlmaven.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the objects of a JSON file one by one: the elements of an array (.json), or one after another (.jsonl, .ndjson). Their
 * values are texts as they stand in the file, so that no digit of a number is lost.
 */
final class JsonRows implements AutoCloseable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final FileName file;
    private final JsonParser parser;
    private final boolean array;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> quoted = new HashSet<>();
    private long row;
    private long line;

    private JsonRows(FileName file) throws IOException {
        this.file = file;
        this.parser = FACTORY.createParser(RecordScanner.bytes(file.path()));
        String name = file.path().getFileName().toString().toLowerCase(Locale.ROOT);
        this.array = name.endsWith(".json") || name.endsWith(".json.gz");
    }

    /** @throws MlException if it is no file of rows */
    static JsonRows open(FileName file) throws IOException {
        JsonRows rows = new JsonRows(file);
        if (rows.array && rows.token() != JsonToken.START_ARRAY) {
            throw rows.refused(
                    "a .json file is an array of objects, found " + found(rows.parser.currentToken()),
                    "Write [{...}, {...}], or give a file with one object on each line the ending .jsonl");
        }
        return rows;
    }

    /** Moves to the next object. */
    boolean next() throws IOException {
        JsonToken token = token();
        if (token == null || token == JsonToken.END_ARRAY) {
            return false;
        }
        line = parser.currentTokenLocation().getLineNr();
        if (token != JsonToken.START_OBJECT) {
            throw refused(
                    "a row is an object, found " + found(token),
                    array
                            ? "Write an array of objects: [{...}, {...}]"
                            : "Write one object on each line; an array of objects has the ending .json");
        }
        row++;
        values.clear();
        quoted.clear();
        object("");
        return true;
    }

    /** The values of the current object; keys of objects within have dots, and null is absent. */
    Map<String, String> values() {
        return values;
    }

    /** Those of them that are texts. */
    Set<String> quoted() {
        return quoted;
    }

    /** Where the current object stands for a person: its line, or its place in the array, from 1. */
    long place() {
        return array ? row : line;
    }

    private void object(String prefix) throws IOException {
        while (token() == JsonToken.FIELD_NAME) {
            String key = prefix + parser.currentName();
            switch (value()) {
                case START_OBJECT -> object(key + ".");
                case START_ARRAY ->
                    throw refused(
                            "the value of '" + key + "' is an array, and a cell has one value",
                            "Write its parts under keys of their own, or as a text");
                case VALUE_NULL -> {}
                case VALUE_STRING -> {
                    put(key, parser.getText());
                    quoted.add(key);
                }
                default -> put(key, parser.getText());
            }
        }
    }

    private void put(String key, String value) {
        if (values.put(key, value) != null) {
            throw refused(
                    "the key '" + key + "' is there twice, once with its dot within an object", "Rename one of them");
        }
    }

    private JsonToken value() throws IOException {
        JsonToken token = token();
        if (token == null) {
            throw refused("the file ends within an object", "Make it a complete file");
        }
        return token;
    }

    private @Nullable JsonToken token() throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            String reason = e.getOriginalMessage().lines().findFirst().orElse("it is no JSON");
            throw new MlException(at(e.getLocation()) + reason.replaceAll("\\.+$", "") + ".", "Correct the file.", e);
        }
    }

    private static String found(@Nullable JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            default -> "a number";
        };
    }

    /** An error at the place where the file is read. */
    MlException refused(String problem, String remedy) {
        return new MlException(at(parser.currentTokenLocation()) + problem + ".", remedy + ".");
    }

    /** {@code data/d.json line 3, column 17: }. */
    private String at(JsonLocation place) {
        return "%s line %s, column %s: ".formatted(file.name(), place.getLineNr(), place.getColumnNr());
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
