package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.text.Json;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EncoderTest {

    private static final OptionalDouble KEEP = OptionalDouble.empty();

    private final Encoder encoder = new Encoder(List.of(
            new ColumnEncoder.Numeric("weight", 10, 2, OptionalDouble.of(12)),
            new ColumnEncoder.OneHot("island", List.of("Dream", "Biscoe"), KEEP),
            new ColumnEncoder.Ordinal("cut", List.of("Fair", "Good"), 0, 1, KEEP),
            new ColumnEncoder.Flag("alive", KEEP)));

    @Test
    void features_are_in_the_order_of_their_names() {
        assertThat(encoder.features()).containsExactly("alive", "cut", "island=Biscoe", "island=Dream", "weight");
    }

    @Test
    void a_row_is_encoded() {
        assertThat(encode(14, 0, 1, 1)).containsExactly(1, 1, 0, 1, 2);
    }

    @Test
    void a_missing_value_follows_its_columns_policy() {
        assertThat(encode(Double.NaN, Double.NaN, Double.NaN, Double.NaN))
                .containsExactly(Float.NaN, Float.NaN, 0, 0, 1);
    }

    @Test
    void a_category_that_was_never_seen_is_no_feature_and_a_missing_rank() {
        assertThat(encode(10, -1, -1, 0)).containsExactly(0, Float.NaN, 0, 0, 0);
    }

    @Test
    void rows_are_laid_one_after_another() {
        float[] rows = new float[10];

        encoder.encode(new double[] {10, 0, 0, 0}, rows, 5);

        assertThat(rows).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
    }

    @Test
    void what_was_written_is_read() {
        String text = Json.text(encoder);

        Encoder read = Json.parse(text, Encoder.class);

        assertThat(read.columns()).isEqualTo(encoder.columns());
        assertThat(Json.text(read)).isEqualTo(text);
    }

    @Test
    void two_features_of_one_name_are_refused() {
        assertThatThrownBy(() -> new Encoder(List.of(
                        new ColumnEncoder.Flag("a=b", KEEP), new ColumnEncoder.OneHot("a", List.of("b"), KEEP))))
                .hasMessage("two features are named a=b");
    }

    @Test
    void a_column_that_cannot_be_is_refused() {
        OptionalDouble two = OptionalDouble.of(2);
        List<String> values = List.of("x", "y");
        assertThatThrownBy(() -> new ColumnEncoder.Numeric("a", 0, 0, KEEP))
                .hasMessage("column a: shift 0.0, scale 0.0");
        assertThatThrownBy(() -> new ColumnEncoder.Numeric("a", 0, 1, OptionalDouble.of(Double.NaN)))
                .hasMessage("column a: NaN for missing");
        assertThatThrownBy(() -> new ColumnEncoder.Ordinal("a", values, Double.NaN, 1, KEEP))
                .hasMessage("column a: shift NaN, scale 1.0");
        assertThatThrownBy(() -> new ColumnEncoder.Ordinal("a", values, 0, 1, two))
                .hasMessage("column a: 2.0 for missing, with 2 values");
        assertThatThrownBy(() -> new ColumnEncoder.OneHot("a", List.of("x", "x"), KEEP))
                .hasMessage("column a: a category is listed twice");
        assertThatThrownBy(() -> new ColumnEncoder.OneHot("a", values, OptionalDouble.of(0.5)))
                .hasMessage("column a: 0.5 for missing, with 2 values");
        assertThatThrownBy(() -> new ColumnEncoder.Flag("a", two))
                .hasMessage("column a: 2.0 for missing, with 2 values");
    }

    private float[] encode(double... raw) {
        float[] features = new float[encoder.features().size()];
        encoder.encode(raw, features, 0);
        return features;
    }
}
