package io.github.mlmaven.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.model.Inputs;
import io.github.mlmaven.model.LabelOutputs;
import io.github.mlmaven.model.Outputs;
import io.github.mlmaven.model.ValueOutputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows as {@code {"rows": [{"column": value, ...}, ...]}}, answered by {@code {"predictions": [...]}} with a {@code value}, or
 * a {@code label} and its {@code probabilities}, for each.
 */
final class JsonCodec implements Codec {

    // The digits that all other JSON of ours has.
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final Inputs inputs;
    private final AnswerWriter answers;

    JsonCodec(Inputs inputs, Outputs outputs) {
        this.inputs = inputs;
        this.answers = outputs.match(JsonCodec::values, JsonCodec::labels);
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public String offer() {
        return "JSON in UTF-8 with 'content-type: application/json'";
    }

    @Override
    public Batch read(byte[] body) {
        return RowsReader.read(body, inputs);
    }

    @Override
    public byte[] write(Batch answer) {
        ByteArrayBuilder bytes = new ByteArrayBuilder(64 + 32 * answer.rows());
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("predictions");
            answers.write(answer, json);
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes an object for each row. */
    @FunctionalInterface
    private interface AnswerWriter {
        void write(Batch answer, JsonGenerator json) throws IOException;
    }

    private static AnswerWriter values(ValueOutputs outputs) {
        return (answer, json) -> {
            Column values = answer.column(outputs.column());
            for (int row = 0; row < answer.rows(); row++) {
                json.writeStartObject();
                json.writeNumberField("value", values.number(row));
                json.writeEndObject();
            }
        };
    }

    private static AnswerWriter labels(LabelOutputs outputs) {
        List<String> labels = outputs.labels();
        // By label, as all JSON of ours has its keys.
        int[] sorted = IntStream.range(0, labels.size())
                .boxed()
                .sorted((one, other) -> labels.get(one).compareTo(labels.get(other)))
                .mapToInt(Integer::intValue)
                .toArray();
        return (answer, json) -> {
            Column found = answer.column(outputs.column());
            Column[] probabilities = IntStream.of(sorted)
                    .mapToObj(label -> answer.column(outputs.probability(label)))
                    .toArray(Column[]::new);
            for (int row = 0; row < answer.rows(); row++) {
                json.writeStartObject();
                json.writeStringField("label", found.text(row));
                json.writeObjectFieldStart("probabilities");
                for (int i = 0; i < sorted.length; i++) {
                    json.writeNumberField(labels.get(sorted[i]), probabilities[i].number(row));
                }
                json.writeEndObject();
                json.writeEndObject();
            }
        };
    }
}
