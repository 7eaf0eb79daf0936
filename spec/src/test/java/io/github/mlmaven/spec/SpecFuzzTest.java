package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is made of a model.yaml ends in an error that names a place, or in a spec; soon, and in little memory. More files
 * than by default: {@code -Dml.fuzz.files=100000 -Dml.fuzz.seed=1}.
 */
class SpecFuzzTest {

    private static final int FILES = Integer.getInteger("ml.fuzz.files", 2_000);
    private static final long SEED = Long.getLong("ml.fuzz.seed", 20_261_125L);

    private static final long MAX_NANOS = 2_000_000_000L;
    /** All that is ever made for a file, most of it garbage of the parser at once: what is kept is a fraction of it. */
    private static final long MAX_BYTES = 256L << 20;

    private static final List<String> SEEDS = List.of("""
            name: diamonds
            task: regression
            data:
              source: data/diamonds.csv
              label: price
              id: [row]
              missing: ['', NA]
              split: {test: 20%, validation: 0.1, group: [cut]}
            columns:
              row: {type: integer, unique: true}
              carat: &c {type: number, min: 0.1, max: 6, required: true, max-invalid: 0.1%}
              depth: *c
              cut: {type: category, values: [Fair, Good], ordered: true}
              note: {type: text}
              price: {type: integer, min: 1, when: training}
            checks:
              - {rows: {min: 50000}}
              - {unique: [row, cut]}
              - {sql: "carat > 0", severity: warning, name: volume}
            features:
              carat: {scale: standard, missing: median}
            train: {trainer: xgboost, seed: 7, parameters: {rounds: 200, early-stopping: 4}}
            evaluate: {slices: [cut, {column: carat, bins: [1, 2]}]}
            gates:
              - {metric: rmse, max: 600}
              - {metric: rmse, baseline: {max-increase: 2%}}
              - {metric: mae, slice: cut, max: 400, min-rows: 200, severity: warning}
            """, """
            task: classification
            data: {source: "*.parquet", label: churn, split: {column: part}}
            columns: {churn: {type: boolean}, part: {type: text}, months: {type: integer, max-missing: 5%}}
            train:
              trainer: logistic-regression
              parameters:
                epochs: 5
            gates: [{metric: accuracy, min: 0.9}]
            """);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void readOnceSoThatNoClassIsLoadedLater() throws IOException {
        file = folder.resolve("model.yaml");
        for (String seed : SEEDS) {
            Files.writeString(file, seed);
            assertThat(SpecReader.read(file, "m").spec().columns()).isNotEmpty();
        }
    }

    @Test
    void a_file_that_was_changed_ends_in_an_error_with_its_place_or_in_a_spec() throws IOException {
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] mutated = new SpecMutations(SEED + i).mutate(SEEDS);
            Files.write(file, mutated);
            refused += isRefused("seed " + (SEED + i)) ? 1 : 0;
        }
        // Else the changes would be none, or would break everything.
        assertThat(refused).isBetween(FILES / 2, FILES * 99 / 100);
    }

    private boolean isRefused(String seed) {
        com.sun.management.ThreadMXBean thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long nanos = thread.getCurrentThreadCpuTime();
        long bytes = thread.getCurrentThreadAllocatedBytes();
        boolean refused = isRefusedWithItsPlace(seed);
        assertThat(thread.getCurrentThreadCpuTime() - nanos).as(seed).isLessThan(MAX_NANOS);
        assertThat(thread.getCurrentThreadAllocatedBytes() - bytes).as(seed).isLessThan(MAX_BYTES);
        return refused;
    }

    private boolean isRefusedWithItsPlace(String seed) {
        try {
            SpecFile read = SpecReader.read(file, "m");
            assertThat(read.places()).as(seed).isNotEmpty();
            return false;
        } catch (MlException e) {
            assertThat(e.getMessage())
                    .as(seed)
                    .matches("(?s)(model.yaml line [0-9]+(, column [0-9]+)?: .*|model.yaml has [0-9,]+ errors:\n"
                            + "  model.yaml line [0-9]+, column [0-9]+: .*|"
                            + String.format(
                                    Locale.ROOT,
                                    "%s (is empty|is UTF-16, not UTF-8|has more than 2,097,152 bytes)\\..*)",
                                    file));
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(seed, e);
        }
    }
}
