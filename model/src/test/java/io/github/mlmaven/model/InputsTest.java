package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.Schema;
import org.junit.jupiter.api.Test;

class InputsTest {

    private final Schema schema = TinyModel.manifest().schema();
    private final Inputs inputs = new Inputs(schema.inputs(), schema.label());

    @Test
    void numbers_outside_of_their_range_and_texts_that_are_not_listed_are_counted() {
        BatchBuilder rows = inputs.batch(4);
        row(rows, 0, "red");
        row(rows, 10.001, "blue");
        row(rows, -0.001, "green");
        rows.endRow();

        assertThat(inputs.outside(rows.batch())).isEqualTo(3);
    }

    @Test
    void what_the_schema_allows_is_not_counted() {
        BatchBuilder rows = inputs.batch(2);
        row(rows, 0, "red");
        row(rows, 10, "blue");

        assertThat(inputs.outside(rows.batch())).isZero();
    }

    @Test
    void what_is_predicted_is_told_to_be_so() {
        assertThatThrownBy(() -> inputs.batch(1).input("price"))
                .hasMessage(
                        "Row 0: 'price' is what the model predicts, and no input. Leave it out. The inputs are size,"
                                + " colour.");
    }

    private static void row(BatchBuilder rows, double size, String colour) {
        rows.set(0, size);
        rows.set(1, colour);
        rows.endRow();
    }
}
