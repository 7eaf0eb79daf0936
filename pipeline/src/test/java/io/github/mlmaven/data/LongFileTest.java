package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongFileTest {

    @TempDir
    Path folder;

    private static long[] chunk(int number, int length) {
        return LongStream.range(0, length).map(i -> number * 1_000_003L - i).toArray();
    }

    @Test
    void what_does_not_fit_into_memory_comes_back_from_a_file_that_is_gone_once_closed() {
        List<Path> files = new ArrayList<>();
        Supplier<Path> file = () -> {
            files.add(folder.resolve("folded.bin"));
            return files.get(0);
        };
        try (LongFile store = new LongFile(file, 1000 * Long.BYTES)) {
            List<Supplier<long[]>> kept = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                kept.add(store.keep(chunk(i, 100)));
                assertThat(files).hasSize(i < 10 ? 0 : 1);
            }
            for (int i = 49; i >= 0; i--) {
                assertThat(kept.get(i).get()).isEqualTo(chunk(i, 100));
            }
            assertThat(kept.get(30).get()).isEqualTo(chunk(30, 100));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_went_to_the_file_is_not_in_memory_any_more() throws InterruptedException {
        try (LongFile store = new LongFile(() -> folder.resolve("folded.bin"), 0)) {
            long[] chunk = chunk(7, 100);
            WeakReference<long[]> seen = new WeakReference<>(chunk);
            Supplier<long[]> kept = store.keep(chunk);
            chunk = new long[0];
            for (int i = 0; i < 100 && seen.get() != null; i++) {
                System.gc();
                Thread.sleep(10);
            }
            assertThat(seen.get()).isNull();
            assertThat(kept.get()).isEqualTo(chunk(7, 100)).isNotEqualTo(chunk);
        }
    }

    @Test
    void nothing_is_made_for_what_fits() {
        Supplier<Path> never = () -> {
            throw new AssertionError("asked for a file");
        };
        try (LongFile store = new LongFile(never, 100 * Long.BYTES)) {
            assertThat(store.keep(chunk(3, 100)).get()).isEqualTo(chunk(3, 100));
        }
    }

    @Test
    void a_file_that_cannot_be_made_is_told() {
        Path file = folder.resolve("absent").resolve("folded.bin");
        try (LongFile store = new LongFile(() -> file, 0)) {
            assertThatThrownBy(() -> store.keep(chunk(1, 1)))
                    .isInstanceOf(MlException.class)
                    .hasMessageContaining("folded.bin, for what does not fit into memory, could not be created")
                    .hasMessageContaining("-Dml.memory");
        }
    }
}
