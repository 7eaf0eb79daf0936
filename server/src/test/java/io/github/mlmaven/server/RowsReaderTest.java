package io.github.mlmaven.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import io.github.mlmaven.model.Inputs;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowsReaderTest {

    private static final String SHAPE = " The body must be {\"rows\": [{\"<column>\": <value>, ...}, ...]}.";

    private static final Range ANY = new Range(OptionalDouble.empty(), OptionalDouble.empty());
    private static final Inputs INPUTS = new Inputs(
            Stream.of(
                            Map.entry("text", ColumnType.CATEGORY),
                            Map.entry("flag", ColumnType.BOOLEAN),
                            Map.entry("whole", ColumnType.INTEGER),
                            Map.entry("x", ColumnType.NUMBER))
                    .map(input -> new Input(input.getKey(), input.getValue(), List.of(), ANY, false))
                    .toList(),
            "y");

    @Test
    void rows_keep_their_order_and_values_their_types() {
        Batch rows = read("""
                {"rows": [{"x": 1, "text": "a", "flag": null}, {}, {"flag": true, "text": "b", "whole": 7.0, "x": 1.5},
                          {"text": "a", "flag": false, "x": 9223372036854775808}]}
                """);

        assertThat(rows.rows()).isEqualTo(4);
        assertThat(rows.names()).containsExactly("text", "flag", "whole", "x");
        assertThat(values(rows.column("text"))).containsExactly("a", null, "b", "a");
        assertThat(values(rows.column("flag"))).containsExactly(null, null, "true", "false");
        assertThat(values(rows.column("whole"))).containsExactly(null, null, "7", null);
        assertThat(IntStream.range(0, 4).mapToDouble(rows.column("x")::number))
                .containsExactly(1.0, Double.NaN, 1.5, 0x1p63);
    }

    @Test
    void many_rows_are_read_like_few() {
        String row = "{\"x\": 0.5, \"text\": \"t\"}, {}";

        Batch rows = read("{\"rows\": [" + String.join(",", Collections.nCopies(100, row)) + "]}");

        assertThat(rows.rows()).isEqualTo(200);
        for (int i = 0; i < 200; i++) {
            assertThat(rows.column("x").isMissing(i)).isEqualTo(i % 2 == 1);
            assertThat(rows.column("flag").isMissing(i)).isTrue();
            assertThat(rows.column("text").isMissing(i)).isEqualTo(i % 2 == 1);
        }
    }

    @Test
    void numbers_are_read_to_the_last_bit() {
        Batch rows = read("{\"rows\": [{\"x\": 0.1}, {\"whole\": -900719925474099301}, {\"x\": 4.9e-324}]}");

        assertThat(rows.column("x").number(0)).isEqualTo(0.1);
        assertThat(rows.column("whole").text(1)).isEqualTo("-900719925474099301");
        assertThat(rows.column("x").number(2)).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void a_value_of_another_type_is_kept_as_it_was_written() {
        Batch rows =
                read("{\"rows\": [{\"x\": \"1\", \"text\": 3, \"flag\": \"true\"}, {\"whole\": 0.5, \"x\": true}]}");

        assertThat(rows.column("x").clashes()).containsExactly(new Clash(0, "\"1\""), new Clash(1, "true"));
        assertThat(rows.column("text").clashes()).containsExactly(new Clash(0, "3"));
        assertThat(rows.column("flag").clashes()).containsExactly(new Clash(0, "\"true\""));
        assertThat(rows.column("whole").clashes()).containsExactly(new Clash(1, "0.5"));
        assertThat(rows.names()).allMatch(name -> rows.column(name).isMissing(0));
    }

    @Test
    void text_that_is_not_json_is_refused_with_its_place() {
        assertRefused("The body is not JSON: it ends too early (line 1, column 10).", "{\"rows\": ");
        assertNoJson("the key 'x' stands twice (line 2, column 12)", "{\"rows\":\n[{\"x\":1,\"x\":2}]}");
        String expected = " where a value was expected: a text in double quotes, a number, true, false or null";
        assertNoJson("found nul" + expected + " (line 1, column 15)", row("nul"));
        assertNoJson("found NaN" + expected + " (line 1, column 18)", row("NaN"));
        assertNoJson("a number begins with a needless 0 (line 1, column 16)", row("01"));
        assertNoJson("found '}' in a number (line 1, column 17)", row("1."));
        assertNoJson("found '#' where it cannot stand (line 1, column 2)", "{#rows#:[]}");
        assertNoJson("found ']', which closes nothing here (line 1, column 16)", "{\"rows\":[{\"x\":1]");
        assertNoJson(
                "a text has a line break, or another control character, that is not escaped (line 1, column 17)",
                row("\"a\nb\""));
        assertNoJson("a text has an escape that JSON does not have (line 1, column 17)", row("\"\\q\""));
    }

    @Test
    void json_beyond_a_limit_is_refused_with_the_limit_and_its_place() {
        assertTooLong(
                "The number at /rows/0/x has more than 400 characters (line 1, column 515)", row("1".repeat(500)));
        assertTooLong(
                "A key of the object at /rows/1 has more than 256 characters (line 1, column 427)",
                "{\"rows\":[{\"x\":1},{\"x\":1,\"" + "k".repeat(400) + "\":1}]}");
        assertTooLong(
                "The text at /rows/0/x has more than 16384 characters (line 1, column 15)",
                row("\"" + "t".repeat(20_000) + "\""));
    }

    @Test
    void a_text_of_the_greatest_length_is_read() {
        assertThat(read("{\"rows\":[{\"text\":\"" + "t".repeat(16_384) + "\"}]}")
                        .column("text")
                        .text(0))
                .hasSize(16_384);
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        byte[] body = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
        assertThatThrownBy(() -> RowsReader.read(body, INPUTS))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("The body is not JSON: it is not UTF-8");
    }

    @Test
    void json_in_utf_16_or_utf_32_is_refused_by_name() {
        for (String charset : List.of(
                "UTF-16",
                "UTF-16LE",
                "UTF-16BE",
                "x-UTF-16LE-BOM",
                "UTF-32",
                "UTF-32LE",
                "X-UTF-32LE-BOM",
                "X-UTF-32BE-BOM")) {
            byte[] body = row("1").getBytes(Charset.forName(charset));
            assertThatThrownBy(() -> RowsReader.read(body, INPUTS))
                    .as(charset)
                    .isInstanceOf(MlException.class)
                    .hasMessage("The body is text in UTF-16 or UTF-32. Send it in UTF-8, as JSON is (RFC 8259).");
        }
        assertThat(read("\ufeff" + row("1")).rows()).isEqualTo(1);
    }

    @Test
    void no_refusal_speaks_of_the_parser() {
        String whole = "{\"rows\":[{\"x\":1.5e3,\"text\":\"a\\u00e4\",\"flag\":true},{\"x\":null}]}";
        List<String> signs =
                List.of("", "{", "}", "[", "]", "\"", "'", ",", ":", "+", "-", ".", "/*", "\\", "x", "0", "\t");
        int refused = 0;
        for (int at = 0; at < whole.length(); at++) {
            for (String sign : signs) {
                for (int cut = 0; cut < 2; cut++) {
                    String body = whole.substring(0, at) + sign + whole.substring(at + cut);
                    try {
                        read(body);
                    } catch (MlException e) {
                        refused++;
                        assertThat(e.getMessage())
                                .as(body)
                                .doesNotContain("Feature", "token", "code ", "Source", "Stream", "marker", "CTRL");
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    @Test
    void json_of_another_shape_is_refused_with_its_place() {
        assertNoRequest("it is empty", "");
        assertNoRequest("it is not an object (line 1, column 1)", "[]");
        assertNoRequest("it has no key 'rows' (line 1, column 2)", "{}");
        assertNoRequest("found the key 'row' where 'rows' was expected (line 1, column 2)", "{\"row\": []}");
        assertNoRequest("'rows' is not an array (line 1, column 10)", "{\"rows\": {}}");
        assertNoRequest("row 1 is not an object (line 1, column 15)", "{\"rows\": [{}, 7]}");
        assertNoRequest("found a further key beside 'rows' (line 1, column 14)", "{\"rows\": [], \"more\": 1}");
        assertNoRequest("found more text behind the object (line 1, column 14)", "{\"rows\": []} {}");
    }

    @Test
    void a_value_that_no_column_can_have_is_refused_with_its_row_and_column() {
        assertNoRequest(
                "row 1, column 'x' is an object or an array, but must be a text, a number, true, false or null"
                        + " (line 1, column 21)",
                "{\"rows\": [{}, {\"x\": [1]}]}");
        assertNoRequest("row 0, column 'x' is too large a number (line 1, column 18)", "{\"rows\": [{ \"x\": 1e999}]}");
    }

    private static Batch read(String body) {
        return RowsReader.read(body.getBytes(StandardCharsets.UTF_8), INPUTS);
    }

    private static List<@Nullable String> values(Column column) {
        List<@Nullable String> values = new ArrayList<>();
        for (int row = 0; row < column.rows(); row++) {
            values.add(column.isMissing(row) ? null : column.text(row));
        }
        return values;
    }

    private static void assertNoRequest(String problem, String body) {
        assertRefused("The body is not a request for predictions: " + problem + ".", body);
    }

    private static String row(String value) {
        return "{\"rows\":[{\"x\":" + value + "}]}";
    }

    private static void assertNoJson(String problem, String body) {
        assertRefused("The body is not JSON: " + problem + ".", body);
    }

    private static void assertTooLong(String problem, String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(MlException.class)
                .hasMessage(problem + ". Send at most so many.");
    }

    private static void assertRefused(String problem, String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(MlException.class).hasMessage(problem + SHAPE);
    }
}
