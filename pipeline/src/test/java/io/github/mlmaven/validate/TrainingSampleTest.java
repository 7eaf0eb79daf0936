package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.measure.Hash;
import io.github.mlmaven.validate.TrainingSample.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which rows are looked at for what tells the label, and as what. */
class TrainingSampleTest {

    private static final int ROWS = 60;
    private static final int KEPT = 10;

    private static final TrainingSample SAMPLE = new TrainingSample(List.of("x", "k"), "k", KEPT);

    /** Each row's number is its position. Every fifth row is tested, and every seventh has no label. */
    private static Batch rows(int from, int to) {
        double[] x = IntStream.range(from, to).asDoubleStream().toArray();
        List<String> labels = new ArrayList<>();
        byte[] parts = new byte[x.length];
        for (int row = from; row < to; row++) {
            labels.add(row % 7 == 0 ? null : "k" + row);
            parts[row - from] = row % 5 == 0 ? Part.TEST.code() : Part.TRAIN.code();
        }
        return Marked.batch(from, x, labels, parts);
    }

    private static List<String> lowest() {
        return IntStream.range(0, ROWS)
                .filter(row -> row % 5 != 0 && row % 7 != 0)
                .boxed()
                .sorted(Comparator.comparing(row -> Hash.mix(row.longValue())))
                .limit(KEPT)
                .map(row -> "k" + row)
                .toList();
    }

    private static List<String> labels(List<Row> rows) {
        return rows.stream().map(Row::label).toList();
    }

    @Test
    void the_training_rows_with_the_lowest_hashes_are_kept_in_whatever_order_they_come() {
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < ROWS; from += 4) {
            batches.add(rows(from, from + 4));
        }
        for (boolean backwards : List.of(false, true)) {
            TreeMap<Long, Row> state = SAMPLE.start();
            batches.forEach(batch -> SAMPLE.add(state, batch));
            assertThat(labels(SAMPLE.value(state)))
                    .as("backwards: " + backwards)
                    .isEqualTo(lowest());
            Collections.reverse(batches);
        }
    }

    @Test
    void no_more_are_kept_while_they_are_added_than_asked_for() {
        TreeMap<Long, Row> state = SAMPLE.start();
        for (int from = 0; from < ROWS; from += 4) {
            SAMPLE.add(state, rows(from, from + 4));
            assertThat(state).hasSizeLessThanOrEqualTo(KEPT);
        }
    }

    @Test
    void two_samples_are_merged_to_that_of_all_rows() {
        TreeMap<Long, Row> state = SAMPLE.start();
        TreeMap<Long, Row> other = SAMPLE.start();
        SAMPLE.add(state, rows(0, 30));
        SAMPLE.add(other, rows(30, ROWS));

        SAMPLE.merge(state, other);

        assertThat(labels(SAMPLE.value(state))).isEqualTo(lowest());
    }

    @Test
    void a_cell_is_the_bits_of_its_number_the_hash_of_its_text_or_missing() {
        TreeMap<Long, Row> state = SAMPLE.start();
        byte[] train = new byte[4];
        Arrays.fill(train, Part.TRAIN.code());
        SAMPLE.add(
                state, Marked.batch(0, new double[] {0.0, -0.0, 2.5, Double.NaN}, List.of("a", "b", "c", "d"), train));

        assertThat(SAMPLE.value(state))
                .extracting(row -> row.label() + " " + row.cell(0) + " " + row.cell(1))
                .containsExactlyInAnyOrder(
                        "a 0 " + Hash.of("a"),
                        "b 0 " + Hash.of("b"),
                        "c " + Double.doubleToRawLongBits(2.5) + " " + Hash.of("c"),
                        "d " + TrainingSample.MISSING + " " + Hash.of("d"));
        assertThat(SAMPLE.value(state)).extracting(Row::number).containsOnly(Double.NaN);
    }

    @Test
    void the_number_of_a_label_is_kept_where_it_is_one() {
        TrainingSample sample = new TrainingSample(List.of("k"), "x", KEPT);
        TreeMap<Long, Row> state = sample.start();
        sample.add(state, Marked.batch(0, new double[] {1.5, -2}, List.of("a", "b"), new byte[2]));

        assertThat(sample.value(state))
                .extracting(row -> row.label() + " " + row.number())
                .containsExactlyInAnyOrder("1.5 1.5", "-2 -2.0");
    }
}
