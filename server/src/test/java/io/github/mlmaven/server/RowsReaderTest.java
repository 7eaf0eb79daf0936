package io.github.mlmaven.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowsReaderTest {

    private static final String SHAPE = " The body must be {\"rows\": [{\"<column>\": <value>, ...}, ...]}.";

    @Test
    void rows_keep_their_order_and_values_their_types() {
        List<Map<String, @Nullable Object>> rows = read("""
                {"rows": [{"b": "x", "a": 1, "n": null}, {}, {"t": true, "f": false, "d": 1.0, "big": 9223372036854775808}]}
                """);

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).keySet()).containsExactly("b", "a", "n");
        assertThat(rows.get(0).values()).containsExactlyElementsOf(Arrays.asList("x", 1L, null));
        assertThat(rows.get(1)).isEmpty();
        assertThat(rows.get(2)).isEqualTo(Map.of("t", true, "f", false, "d", 1.0, "big", 0x1p63));
    }

    @Test
    void numbers_are_read_to_the_last_bit() {
        assertThat(read("{\"rows\": [{\"x\": 0.1, \"y\": -9007199254740993, \"z\": 4.9e-324}]}"))
                .isEqualTo(List.of(Map.of("x", 0.1, "y", -9007199254740993L, "z", Double.MIN_VALUE)));
    }

    @Test
    void text_that_is_not_json_is_refused_with_its_place() {
        assertRefused("The body is not JSON: it ends too early (line 1, column 10).", "{\"rows\": ");
        assertRefused(
                "The body is not JSON: Duplicate field 'x' (line 2, column 12).", "{\"rows\":\n[{\"x\":1,\"x\":2}]}");
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

    private static List<Map<String, @Nullable Object>> read(String body) {
        return RowsReader.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertNoRequest(String problem, String body) {
        assertRefused("The body is not a request for predictions: " + problem + ".", body);
    }

    private static void assertRefused(String problem, String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(MlException.class).hasMessage(problem + SHAPE);
    }
}
