package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import io.github.mlmaven.api.Schema.Texts;
import io.github.mlmaven.text.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Booleans of a request. */
class BooleanInputsTest {

    private static final Range ANY = new Range(OptionalDouble.empty(), OptionalDouble.empty());
    private static final Input SPELLED = new Input(
            "paid",
            ColumnType.BOOLEAN,
            List.of(),
            ANY,
            false,
            Optional.of(new Texts(List.of("Yes", "J"), List.of("No", ""))),
            Optional.empty());

    private final Inputs inputs =
            new Inputs(List.of(SPELLED, new Input("plain", ColumnType.BOOLEAN, List.of(), ANY, false)), "y");

    @Test
    void they_are_true_and_false_or_a_text_that_the_schema_lists() {
        BatchBuilder rows = inputs.batch(1);
        for (String text : List.of("Yes", "J", "No", "")) {
            rows.set(0, text);
            rows.endRow();
        }
        rows.set(0, true);
        rows.set(1, false);
        rows.endRow();
        Batch batch = rows.batch();

        inputs.check(batch, RowName.INDEX);
        assertThat(List.of(0, 1, 2, 3, 4))
                .extracting(row -> batch.column("paid").text(row))
                .containsExactly("true", "true", "false", "false", "true");
    }

    @Test
    void another_text_is_refused() {
        BatchBuilder rows = inputs.batch(1);
        rows.set(0, "true");
        rows.endRow();
        rows.set(1, "Yes");
        rows.endRow();
        Batch batch = rows.batch();

        assertThatThrownBy(() -> inputs.check(batch, RowName.INDEX))
                .isInstanceOf(MlException.class)
                .hasMessage("Row 0: The input 'paid' is \"true\", the model takes true or false, or a text of \"Yes\","
                        + " \"J\", \"No\", \"\". Correct its boolean value.");
        assertThatThrownBy(() -> inputs.check(batch.pick(new int[] {1}, 1), RowName.NONE))
                .isInstanceOf(MlException.class)
                .hasMessage("The input 'plain' is \"Yes\", the model takes true or false. Correct its boolean value.");
    }

    @Test
    void a_manifest_without_such_texts_is_written_as_before() {
        Input plain = new Input("plain", ColumnType.BOOLEAN, List.of(), ANY, false);

        assertThat(Json.line(plain))
                .isEqualTo("{\"name\":\"plain\",\"range\":{},\"required\":false,\"type\":\"boolean\",\"values\":[]}");
        assertThat(Json.parse(Json.line(plain), Input.class)).isEqualTo(plain);
        assertThat(Json.parse(Json.line(SPELLED), Input.class)).isEqualTo(SPELLED);
    }

    @Test
    void a_text_says_one_thing() {
        assertThatThrownBy(() -> new Texts(List.of("x", "y"), List.of("y")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a text is both true and false");
    }
}
