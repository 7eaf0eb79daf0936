package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.measure.LongSet;
import io.github.mlmaven.measure.LongStore;
import io.github.mlmaven.measure.RowHashes;
import io.github.mlmaven.validate.LabelHealth.Rows;
import io.github.mlmaven.validate.LabelHealth.RowsByLabel;
import io.github.mlmaven.validate.Leakage.LeakedRows;
import io.github.mlmaven.validate.Leakage.Leaks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rows of a table that is small enough to look at are given away, and which labels are where. */
class LeaksByHandTest {

    private static final List<String> INPUTS = List.of("x");
    private static final byte TRAIN = Part.TRAIN.code();
    private static final byte VALIDATION = Part.VALIDATION.code();
    private static final byte TEST = Part.TEST.code();

    /** Only x = 1 is both trained and tested: row 1 is known, rows 2 and 9 have another label. */
    private static final Batch FIRST =
            Marked.batch(0, new double[] {1, 1, 1, 2, 3, 3, 4}, List.of("a", "a", "b", "a", "a", "a", "a"), new byte[] {
                TRAIN, TEST, TEST, TEST, TRAIN, VALIDATION, Part.NONE
            });

    private static final Batch SECOND =
            Marked.batch(7, new double[] {4, 5, 1}, List.of("b", "c", "c"), new byte[] {TEST, Part.NONE, TEST});

    @Test
    void hashes_are_shared_by_training_and_test_rows_alone() {
        long one = new RowHashes(INPUTS).of(FIRST)[0];

        for (LongSet shared : List.of(
                fold(new SharedHashes(INPUTS, false, LongStore.MEMORY)),
                merged(new SharedHashes(INPUTS, false, LongStore.MEMORY)))) {
            assertThat(shared.size()).isEqualTo(1);
            assertThat(shared.contains(one)).isTrue();
        }
    }

    @Test
    void a_split_by_an_input_keeps_equal_inputs_together_and_any_other_can_tear_them(@TempDir Path directory)
            throws IOException {
        Map<String, Boolean> splits = new LinkedHashMap<>();
        splits.put("label: y", true);
        splits.put("label: y, id: [n]", true);
        splits.put("label: y, id: [n], split: {group: [n, x]}", true);
        splits.put("label: y, split: {group: [x]}", false);
        splits.put("label: y, split: {stratify: true}", true);
        splits.put("label: y, split: {column: s}", true);
        splits.put("label: y, split: {column: s, group: [x]}", true);
        Project project = new Project(directory);
        for (Map.Entry<String, Boolean> split : splits.entrySet()) {
            project.spec("""
                    task: classification
                    data: {source: d.csv, %s}
                    columns:
                      n: {type: integer}
                      x: {type: number}
                      s: {type: category}
                      y: {type: category}
                    """.formatted(split.getKey()));

            assertThat(Leakage.isPossible(project.spec().spec()))
                    .as(split.getKey())
                    .isEqualTo(split.getValue());
        }
    }

    @Test
    void a_row_without_a_value_shares_nothing_where_only_whole_rows_count() {
        double none = Double.NaN;
        Batch batch = Marked.batch(
                0, new double[] {none, none, 1, 1}, List.of("a", "a", "a", "a"), new byte[] {TRAIN, TEST, TRAIN, TEST});

        for (boolean whole : List.of(true, false)) {
            SharedHashes shared = new SharedHashes(INPUTS, whole, LongStore.MEMORY);
            SharedHashes.Bags bags = shared.start();
            shared.add(bags, batch);

            assertThat(shared.value(bags).size()).isEqualTo(whole ? 1 : 2);
            assertThat(shared.value(bags).contains(new RowHashes(INPUTS).of(batch)[2]))
                    .isTrue();
        }
    }

    @Test
    void a_test_row_is_a_duplicate_if_its_label_was_trained_with_its_inputs() {
        LongSet shared = fold(new SharedHashes(INPUTS, false, LongStore.MEMORY));

        for (Leaks leaks :
                List.of(fold(new LeakedRows(INPUTS, "k", shared)), merged(new LeakedRows(INPUTS, "k", shared)))) {
            assertThat(leaks.duplicates().count()).isEqualTo(1);
            assertThat(leaks.duplicates().first().keySet()).containsExactly(1L);
            assertThat(leaks.equalInputs().count()).isEqualTo(2);
            assertThat(leaks.equalInputs().first().keySet()).containsExactly(2L, 9L);
        }
    }

    @Test
    void rows_that_only_share_a_hash_with_others_are_not_given_away() {
        LongSet all = new LongSet(0);
        for (Batch batch : List.of(FIRST, SECOND)) {
            long[] hashes = new RowHashes(INPUTS).of(batch);
            for (int row = 0; row < batch.rows(); row++) {
                all.add(hashes[row]);
            }
        }

        Leaks leaks = fold(new LeakedRows(INPUTS, "k", all));

        assertThat(leaks.duplicates().first().keySet()).containsExactly(1L);
        assertThat(leaks.equalInputs().first().keySet()).containsExactly(2L, 9L);
    }

    @Test
    void without_suspects_nothing_is_given_away() {
        Leaks leaks = fold(new LeakedRows(INPUTS, "k", new LongSet(0)));

        assertThat(leaks.duplicates().count()).isZero();
        assertThat(leaks.equalInputs().count()).isZero();
    }

    @Test
    void the_rows_of_each_label_are_counted_by_part() {
        assertThat(fold(new RowsByLabel("k")))
                .containsExactly(
                        Map.entry("a", new Rows(2, 1, 2)),
                        Map.entry("b", new Rows(0, 0, 2)),
                        Map.entry("c", new Rows(0, 0, 1)))
                .isEqualTo(merged(new RowsByLabel("k")));
        assertThat(new Rows(2, 1, 2).all()).isEqualTo(5);
    }

    private static <S, V> V fold(Measure<S, V> measure) {
        S state = measure.start();
        measure.add(state, FIRST);
        measure.add(state, SECOND);
        return measure.value(state);
    }

    private static <S, V> V merged(Measure<S, V> measure) {
        S state = measure.start();
        S other = measure.start();
        measure.add(state, SECOND);
        measure.add(other, FIRST);
        measure.merge(state, other);
        return measure.value(state);
    }
}
