package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.measure.LongStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PartMarksTest {

    private static final int ROWS = 10 * PartMarks.CHUNK + 77;

    private final List<long[]> stored = new ArrayList<>();

    /** Gives a copy, as a file does. */
    private final LongStore store = chunk -> {
        stored.add(chunk.clone());
        int at = stored.size() - 1;
        Supplier<long[]> again = () -> stored.get(at).clone();
        return again;
    };

    private final PartMarks marks = new PartMarks(store);

    private static byte[] random(int seed, int rows) {
        Random random = new Random(seed);
        byte[] parts = new byte[rows];
        for (int row = 0; row < rows; row++) {
            parts[row] = (byte) (random.nextInt(5) - 2);
        }
        return parts;
    }

    private static Batch rows(long first, int count) {
        long[] positions = LongStream.range(first, first + count).toArray();
        return new Batch(count, positions, Map.of());
    }

    @Test
    void all_but_the_last_rows_are_in_the_store() {
        marks.add(random(1, ROWS));
        assertThat(stored).hasSize(10).allMatch(chunk -> chunk.length * Long.BYTES == PartMarks.CHUNK);
    }

    @Test
    void parts_come_back_as_they_were_added_in_pieces_of_any_length() {
        byte[] all = random(1, ROWS);
        for (int from = 0, length = 1; from < ROWS; from += length, length = Math.min(3 * length, ROWS - from)) {
            marks.add(Arrays.copyOfRange(all, from, from + length));
        }
        assertThat(marks.of(rows(0, ROWS))).isEqualTo(all);
        assertThat(marks.of(rows(5000, 20_000))).isEqualTo(Arrays.copyOfRange(all, 5000, 25_000));
        assertThat(marks.dropped())
                .isEqualTo(LongStream.range(0, ROWS)
                        .filter(row -> all[(int) row] == PartMarks.DROPPED)
                        .toArray());
    }

    @Test
    void rows_that_are_read_again_take_the_place_of_those_that_are_forgotten() {
        byte[] first = random(1, ROWS);
        for (int kept : new int[] {3 * PartMarks.CHUNK + 5, 3 * PartMarks.CHUNK, 100, 0}) {
            byte[] again = random(kept + 2, ROWS);
            System.arraycopy(first, 0, again, 0, kept);
            marks.truncate(0);
            marks.add(first);
            marks.truncate(kept);
            marks.add(Arrays.copyOfRange(again, kept, ROWS));
            assertThat(marks.of(rows(0, ROWS))).isEqualTo(again);
        }
    }
}
