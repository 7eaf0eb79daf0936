package io.github.mlmaven.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.model.BatchBuilder;
import io.github.mlmaven.model.Inputs;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"rows": [{"column": value, ...}, ...]}} straight into columns. A value is a text, a number, true, false or
 * null; whether it is of its column's type is the model's to say.
 */
final class RowsReader {

    private static final String SHAPE = "The body must be {\"rows\": [{\"<column>\": <value>, ...}, ...]}.";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNumberLength(JsonFault.NUMBER)
                    .maxNameLength(JsonFault.NAME)
                    .maxStringLength(JsonFault.TEXT)
                    .build())
            .build();

    private final JsonParser json;
    private final BatchBuilder rows;

    private RowsReader(JsonParser json, BatchBuilder rows) {
        this.json = json;
        this.rows = rows;
    }

    /**
     * The rows of a request.
     *
     * @return possibly none; each row in the order of its text
     * @throws MlException with line and column of what is not as described above, or with the row of an unknown input
     */
    static Batch read(byte[] body, Inputs inputs) {
        if (isWide(body)) {
            throw new MlException("The body is text in UTF-16 or UTF-32.", "Send it in UTF-8, as JSON is (RFC 8259).");
        }
        try (JsonParser parser = JSON.createParser(body)) {
            return read(parser, inputs);
        } catch (IOException e) {
            // Bytes in memory are always read; these are no text.
            throw new MlException("The body is not JSON: it is not UTF-8.", SHAPE, e);
        }
    }

    /** Whether letters have more than a byte where JSON has ASCII: the parser would take them. */
    private static boolean isWide(byte[] body) {
        for (int i = 0; i < Math.min(body.length, 4); i++) {
            if (body[i] == 0) {
                return true;
            }
        }
        return startsWith(body, (byte) 0xFE, (byte) 0xFF) || startsWith(body, (byte) 0xFF, (byte) 0xFE);
    }

    private static boolean startsWith(byte[] body, byte first, byte second) {
        return body.length > 1 && body[0] == first && body[1] == second;
    }

    private static Batch read(JsonParser parser, Inputs inputs) throws IOException {
        try {
            return new RowsReader(parser, inputs.batch(1)).rows();
        } catch (StreamConstraintsException e) {
            throw new MlException(
                    JsonFault.of(e, parser.getParsingContext()) + at(place(e, parser)), "Send at most so many.", e);
        } catch (JsonProcessingException e) {
            throw new MlException("The body is not JSON: " + JsonFault.of(e) + at(place(e, parser)), SHAPE, e);
        }
    }

    /** What is beyond a limit has no place of its own: where its text begins, or how far it was read. */
    private static JsonLocation place(JsonProcessingException e, JsonParser parser) {
        if (e.getLocation() != null) {
            return e.getLocation();
        }
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? parser.currentTokenLocation()
                : parser.currentLocation();
    }

    private Batch rows() throws IOException {
        expect(json.nextToken() != null, "it is empty");
        expect(json.currentToken() == JsonToken.START_OBJECT, "it is not an object");
        expect(json.nextToken() == JsonToken.FIELD_NAME, "it has no key 'rows'");
        if (!json.currentName().equals("rows")) {
            throw problem("found the key '" + json.currentName() + "' where 'rows' was expected");
        }
        expect(json.nextToken() == JsonToken.START_ARRAY, "'rows' is not an array");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw problem("row " + rows.rows() + " is not an object");
            }
            row();
        }
        expect(json.nextToken() == JsonToken.END_OBJECT, "found a further key beside 'rows'");
        expect(json.nextToken() == null, "found more text behind the object");
        return rows.batch();
    }

    private void row() throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            int input = rows.input(json.currentName());
            json.nextToken();
            value(input);
        }
        rows.endRow();
    }

    private void value(int input) throws IOException {
        switch (json.currentToken()) {
            case VALUE_STRING -> rows.set(input, json.getText());
            case VALUE_TRUE -> rows.set(input, true);
            case VALUE_FALSE -> rows.set(input, false);
            case VALUE_NULL -> {}
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(input);
            default ->
                throw problem(at() + " is an object or an array, but must be a text, a number, true, false or null");
        }
    }

    private void number(int input) throws IOException {
        JsonParser.NumberType type = json.getNumberType();
        if (type == JsonParser.NumberType.INT || type == JsonParser.NumberType.LONG) {
            rows.set(input, json.getLongValue());
            return;
        }
        double number = json.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw problem(at() + " is too large a number");
        }
        rows.set(input, number);
    }

    private String at() throws IOException {
        return "row " + rows.rows() + ", column '" + json.currentName() + "'";
    }

    private void expect(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw problem(otherwise);
        }
    }

    private MlException problem(String what) {
        return new MlException(
                "The body is not a request for predictions: " + what + at(json.currentTokenLocation()), SHAPE);
    }

    private static String at(@Nullable JsonLocation place) {
        return place == null || place.getColumnNr() < 1
                ? "."
                : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ").";
    }
}
