package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column.Booleans;
import io.github.mlmaven.api.Column.Doubles;
import io.github.mlmaven.api.Column.Longs;
import io.github.mlmaven.api.Column.Texts;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EncoderTest {

    private static final OptionalDouble KEEP = OptionalDouble.empty();

    private final Encoder encoder = new Encoder(List.of(
            new Numeric("weight", 10, 2, OptionalDouble.of(12)),
            new OneHot("island", List.of("Dream", "Biscoe"), KEEP),
            new Ordinal("cut", List.of("Fair", "Good"), 0, 1, KEEP),
            new Numeric("alive", 0, 1, KEEP)));

    @Test
    void features_are_in_the_order_of_their_names() {
        assertThat(encoder.features()).containsExactly("alive", "cut", "island=Biscoe", "island=Dream", "weight");
    }

    @Test
    void a_row_is_encoded() {
        assertThat(encode(14, "Dream", "Good", 1)).containsExactly(1, 1, 0, 1, 2);
    }

    @Test
    void a_missing_value_follows_its_columns_policy() {
        assertThat(encode(Double.NaN, null, null, -1)).containsExactly(Float.NaN, Float.NaN, 0, 0, 1);
    }

    @Test
    void a_category_that_was_never_seen_is_no_feature_and_a_missing_rank() {
        assertThat(encode(10, "Torgersen", "Ideal", 0)).containsExactly(0, Float.NaN, 0, 0, 0);
    }

    @Test
    void rows_are_laid_one_after_another() {
        float[] rows = new float[10];

        assertThat(encoder.encode(batch(10, "Dream", "Fair", 0), rows, 5)).isEqualTo(Encoder.NONE);

        assertThat(rows).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
    }

    @Test
    void more_rows_than_a_tile_are_the_rows_one_by_one() {
        int count = 3 * Encoder.TILE + 7;
        double[] weights = new double[count];
        int[] islands = new int[count];
        byte[] alive = new byte[count];
        for (int row = 0; row < count; row++) {
            weights[row] = row % 5 == 0 ? Double.NaN : row;
            islands[row] = row % 4 - 1;
            alive[row] = (byte) (row % 3 - 1);
        }
        Dictionary texts = Dictionary.of(List.of("Good", "Dream", "Biscoe"));
        Batch batch = Batch.of(
                count,
                Map.of(
                        "weight", new Doubles(weights, count, List.of()),
                        "island", new Texts(islands, count, texts),
                        "cut", new Texts(islands, count, texts),
                        "alive", new Booleans(alive, count, List.of())));
        float[] all = new float[count * 5];

        encoder.encode(batch, all, 0);

        for (int row = 0; row < count; row++) {
            float[] alone = new float[5];
            encoder.encode(batch.pick(new int[] {row}, 1), alone, 0);
            assertThat(Arrays.copyOfRange(all, row * 5, row * 5 + 5)).isEqualTo(alone);
        }
    }

    @Test
    void the_first_number_that_no_float_holds_is_told() {
        float[] rows = new float[15];
        Doubles weights = new Doubles(new double[] {1, 1e39, -1e300}, 3, List.of());
        Encoder weightOnly = new Encoder(List.of(new Numeric("weight", 0, 1, KEEP), new Numeric("w", 0, 1, KEEP)));

        Batch batch = Batch.of(3, Map.of("weight", weights, "w", new Doubles(new double[3], 3, List.of())));

        assertThat(weightOnly.encode(batch, rows, 2)).isEqualTo(2 + 3);
        assertThat(weightOnly.input(1)).isEqualTo("weight");
    }

    @Test
    void an_integer_is_a_number() {
        Longs weights = new Longs(new long[] {14, Longs.MISSING}, 2, List.of());
        float[] rows = new float[2];

        new Encoder(List.of(new Numeric("weight", 10, 2, KEEP)))
                .encode(Batch.of(2, Map.of("weight", weights)), rows, 0);

        assertThat(rows).containsExactly(2, Float.NaN);
    }

    @Test
    void a_file_that_names_another_kind_is_refused_by_its_name() {
        assertThatThrownBy(() -> read("{\"format\":2,\"transforms\":[{\"kind\":\"java.lang.String\",\"state\":{}}]}"))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "No class on the class path is the transform 'java.lang.String'. Add the dependency that has"
                                + " it. There are calendar, number, one-hot, ordinal.");
    }

    @Test
    void a_file_of_another_format_is_refused() {
        assertThatThrownBy(() -> read("{\"format\":1,\"columns\":[]}"))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "encoder.json has the format 1, this version of ml-model reads 2. Use the version of ml-model"
                                + " that made it, or newer.");
    }

    @Test
    void what_was_written_is_read() {
        String text = Json.text(encoder);

        Encoder read = read(text);

        assertThat(read.transforms()).isEqualTo(encoder.transforms());
        assertThat(Json.text(read)).isEqualTo(text);
    }

    @Test
    void two_features_of_one_name_are_refused() {
        assertThatThrownBy(
                        () -> new Encoder(List.of(new Numeric("a=b", 0, 1, KEEP), new OneHot("a", List.of("b"), KEEP))))
                .hasMessage("two features are named a=b");
    }

    @Test
    void a_column_that_cannot_be_is_refused() {
        OptionalDouble two = OptionalDouble.of(2);
        List<String> values = List.of("x", "y");
        assertThatThrownBy(() -> new Numeric("a", 0, 0, KEEP)).hasMessage("column a: shift 0.0, scale 0.0");
        assertThatThrownBy(() -> new Numeric("a", 0, 1, OptionalDouble.of(Double.NaN)))
                .hasMessage("column a: NaN for missing");
        assertThatThrownBy(() -> new Ordinal("a", values, Double.NaN, 1, KEEP))
                .hasMessage("column a: shift NaN, scale 1.0");
        assertThatThrownBy(() -> new Ordinal("a", values, 0, 1, two))
                .hasMessage("column a: 2.0 for missing, with 2 values");
        assertThatThrownBy(() -> new OneHot("a", List.of("x", "x"), KEEP))
                .hasMessage("column a: a category is listed twice");
        assertThatThrownBy(() -> new OneHot("a", values, OptionalDouble.of(0.5)))
                .hasMessage("column a: 0.5 for missing, with 2 values");
    }

    @Test
    void a_state_that_cannot_be_is_refused_with_its_kind() {
        assertThatThrownBy(() -> read("""
                        {"format": 2, "transforms": [{"kind": "number", "state": {"column": "a", "shift": 0, "scale": 0}}]}
                        """))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("encoder.json holds a transform 'number' that cannot be: ")
                .hasMessageContaining("column a: shift 0.0, scale 0.0");
    }

    private static Encoder read(String text) {
        return Encoder.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private float[] encode(double weight, @Nullable String island, @Nullable String cut, int alive) {
        float[] features = new float[encoder.features().size()];
        encoder.encode(batch(weight, island, cut, alive), features, 0);
        return features;
    }

    private static Batch batch(double weight, @Nullable String island, @Nullable String cut, int alive) {
        return Batch.of(
                1,
                Map.of(
                        "weight",
                        new Doubles(new double[] {weight}, 1, List.of()),
                        "island",
                        texts(island),
                        "cut",
                        texts(cut),
                        "alive",
                        new Booleans(new byte[] {(byte) alive}, 1, List.of())));
    }

    private static Texts texts(@Nullable String text) {
        Dictionary dictionary = new Dictionary();
        return new Texts(new int[] {text == null ? Texts.MISSING : dictionary.code(text)}, 1, dictionary);
    }
}
