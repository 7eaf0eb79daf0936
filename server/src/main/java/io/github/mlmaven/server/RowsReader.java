package io.github.mlmaven.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"rows": [{"column": value, ...}, ...]}}. A value is a text, a number, true, false or null; a number is a
 * {@link Long} where it is written as a whole number and fits, else a {@link Double}. Whether the columns and their types are
 * the model's is the model's to say.
 */
final class RowsReader {

    private static final String SHAPE = "The body must be {\"rows\": [{\"<column>\": <value>, ...}, ...]}.";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNumberLength(400)
                    .maxNameLength(256)
                    .maxStringLength(16_384)
                    .build())
            .build();

    private final JsonParser json;

    private RowsReader(JsonParser json) {
        this.json = json;
    }

    /**
     * The rows of a request.
     *
     * @return possibly none; each row in the order of its text
     * @throws MlException with line and column of what is not as described above
     */
    static List<Map<String, @Nullable Object>> read(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            return new RowsReader(parser).rows();
        } catch (JsonEOFException e) {
            throw new MlException("The body is not JSON: it ends too early" + at(e.getLocation()), SHAPE, e);
        } catch (JsonProcessingException e) {
            throw new MlException("The body is not JSON: " + e.getOriginalMessage() + at(e.getLocation()), SHAPE, e);
        } catch (IOException e) {
            throw new MlException("The body could not be read: " + e.getMessage() + ".", SHAPE, e);
        }
    }

    private List<Map<String, @Nullable Object>> rows() throws IOException {
        expect(json.nextToken() != null, "it is empty");
        expect(json.currentToken() == JsonToken.START_OBJECT, "it is not an object");
        expect(json.nextToken() == JsonToken.FIELD_NAME, "it has no key 'rows'");
        expect(
                json.currentName().equals("rows"),
                "found the key '" + json.currentName() + "' where 'rows' was expected");
        expect(json.nextToken() == JsonToken.START_ARRAY, "'rows' is not an array");
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken() == JsonToken.START_OBJECT, "row " + rows.size() + " is not an object");
            rows.add(row(rows.size()));
        }
        expect(json.nextToken() == JsonToken.END_OBJECT, "found a further key beside 'rows'");
        expect(json.nextToken() == null, "found more text behind the object");
        return rows;
    }

    private Map<String, @Nullable Object> row(int index) throws IOException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String column = json.currentName();
            json.nextToken();
            row.put(column, value(index, column));
        }
        return row;
    }

    private @Nullable Object value(int index, String column) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(index, column);
            default ->
                throw problem("row " + index + ", column '" + column
                        + "' is an object or an array, but must be a text, a number, true, false or null");
        };
    }

    private Object number(int index, String column) throws IOException {
        JsonParser.NumberType type = json.getNumberType();
        if (type == JsonParser.NumberType.INT || type == JsonParser.NumberType.LONG) {
            return json.getLongValue();
        }
        double number = json.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw problem("row " + index + ", column '" + column + "' is too large a number");
        }
        return number;
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
