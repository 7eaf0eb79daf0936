package io.github.mlmaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.model.BatchBuilder;
import io.github.mlmaven.model.Inputs;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.Prediction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A codec and an observer that the server does not know. */
class CodecTest {

    @TempDir
    Path directory;

    private final Tape tape = new Tape();
    private MlModel diamonds;
    private Api api;

    @BeforeEach
    void serve() {
        diamonds = MlModel.read(TinyBundle.diamonds(directory));
        JsonCodec json = new JsonCodec(diamonds.inputs(), diamonds.outputs());
        api = new Api(diamonds, List.of(json, new Csv(diamonds.inputs())), List.of(tape));
    }

    @Test
    void a_request_is_answered_as_it_is_written() {
        Reply reply = predict("text/csv;charset=utf-8", "carat,cut\n0.3,Ideal\n1.5,\n");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).isEqualTo(Map.of("content-type", "text/csv"));
        assertThat(reply.text())
                .isEqualTo("price\n" + price(Map.of("carat", 0.3, "cut", "Ideal")) + "\n" + price(Map.of("carat", 1.5))
                        + "\n");
        assertThat(predict("application/json", "{\"rows\":[{\"carat\":1.5}]}").text())
                .isEqualTo("{\"predictions\":[{\"value\":" + price(Map.of("carat", 1.5)) + "}]}");
    }

    @Test
    void what_no_codec_knows_is_refused_with_all_that_one_does() {
        assertThat(predict("text/tab-separated-values", ""))
                .isEqualTo(Reply.error(
                        415,
                        "The content type is 'text/tab-separated-values'. Send JSON in UTF-8 with 'content-type:"
                                + " application/json', or CSV with 'content-type: text/csv'."));
        assertThat(predict("text/csvx", "").status()).isEqualTo(415);
    }

    @Test
    void an_observer_sees_what_was_asked_and_answered() {
        predict("text/csv", "carat,cut\n0.3,Ideal\n1.5,\n");

        assertThat(tape.seen).hasSize(1);
        assertThat(tape.seen.get(0))
                .matches("2 rows of \\[carat, cut] from 0\\.3 to 2 of \\[price] from "
                        + price(Map.of("carat", 0.3, "cut", "Ideal")) + " in [0-9]+ ns");
    }

    @Test
    void an_observer_sees_what_failed() {
        Reply reply = predict("application/json", "{\"rows\":[{\"carat\":1},{\"carat\":\"1\"}]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(tape.seen)
                .containsExactly("2 rows failed: Row 1: The input 'carat' is \"1\", the model takes a finite number."
                        + " Correct its number value.");
    }

    @Test
    void without_an_observer_nothing_stands_around_the_model() {
        assertThat(Observed.by(List.of(), diamonds)).isSameAs(diamonds);
    }

    private String price(Map<String, Object> row) {
        return Double.toString(((Prediction.Value) diamonds.predict(row)).value());
    }

    private Reply predict(String type, String body) {
        return api.serve(
                new Request("POST", "/v1/predict", Map.of("content-type", type)::get),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** Comma-separated numbers and texts, without quotes. */
    private record Csv(Inputs inputs) implements Codec {

        @Override
        public String mediaType() {
            return "text/csv";
        }

        @Override
        public String offer() {
            return "CSV with 'content-type: text/csv'";
        }

        @Override
        public Batch read(byte[] body) {
            List<String> lines =
                    new String(body, StandardCharsets.UTF_8).lines().toList();
            List<String> names = List.of(lines.get(0).split(","));
            BatchBuilder rows = inputs.batch(lines.size());
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                for (int i = 0; i < cells.length; i++) {
                    if (cells[i].isEmpty()) {
                        continue;
                    }
                    if (names.get(i).equals("carat")) {
                        rows.set(rows.input(names.get(i)), Double.parseDouble(cells[i]));
                    } else {
                        rows.set(rows.input(names.get(i)), cells[i]);
                    }
                }
                rows.endRow();
            }
            return rows.batch();
        }

        @Override
        public byte[] write(Batch answer) {
            StringBuilder text = new StringBuilder(String.join(",", answer.names()) + "\n");
            for (int row = 0; row < answer.rows(); row++) {
                for (String name : answer.names()) {
                    text.append(answer.column(name).number(row)).append('\n');
                }
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final class Tape implements Observer {

        private final List<String> seen = new ArrayList<>();

        @Override
        public void predicted(Batch rows, Batch answer, long nanos) {
            Column carats = rows.column("carat");
            seen.add(rows.rows() + " rows of " + rows.names() + " from " + carats.number(0) + " to " + answer.rows()
                    + " of " + answer.names() + " from "
                    + answer.column("price").number(0) + " in " + nanos + " ns");
        }

        @Override
        public void failed(Batch rows, RuntimeException failure) {
            seen.add(rows.rows() + " rows failed: " + failure.getMessage());
        }
    }
}
