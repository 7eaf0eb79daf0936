package io.github.mlmaven.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticTableTest {

    @TempDir
    Path folder;

    @Test
    void a_table_has_its_rows_and_thirty_columns() throws IOException {
        List<String> lines = Files.readAllLines(csv(10_000));

        assertThat(lines).hasSize(10_001).allMatch(line -> line.split(",", -1).length == 30);
        assertThat(lines.get(0)).isEqualTo(String.join(",", SyntheticTable.columns()));
    }

    @Test
    void a_shorter_table_is_the_beginning_of_a_longer_one() throws IOException {
        List<String> shorter = Files.readAllLines(csv(5_000));

        assertThat(Files.readAllLines(csv(9_000)).subList(0, 5_001)).isEqualTo(shorter);
    }

    @Test
    void the_bytes_are_the_same_on_every_machine() throws IOException, NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(csv(10_000)));

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("7a042dc62293587d19c01051c088f9cbd88dd478cab803fd645fc7ba7d211582");
    }

    @Test
    void the_matrix_holds_the_numbers_of_the_file() throws IOException {
        Path matrix = folder.resolve("matrix");
        new SyntheticTable(42, 5_000).writeMatrix(matrix);
        ByteBuffer floats = ByteBuffer.wrap(Files.readAllBytes(matrix)).order(ByteOrder.LITTLE_ENDIAN);
        List<String> lines = Files.readAllLines(csv(5_000));

        assertThat(floats.capacity()).isEqualTo(5_000 * (SyntheticTable.FEATURES + 1) * Float.BYTES);
        for (int row = 0; row < 5_000; row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            int start = row * (SyntheticTable.FEATURES + 1) * Float.BYTES;
            for (int i = 0; i < 16; i++) {
                String cell = cells[1 + i];
                Float expected = cell.isEmpty() ? Float.NaN : (float) Double.parseDouble(cell);
                assertThat(Float.valueOf(floats.getFloat(start + i * Float.BYTES)))
                        .isEqualTo(expected);
            }
            assertThat(floats.getFloat(start + SyntheticTable.FEATURES * Float.BYTES))
                    .isEqualTo((float) Double.parseDouble(cells[29]));
        }
    }

    private Path csv(int rows) throws IOException {
        Path file = folder.resolve(rows + ".csv");
        new SyntheticTable(42, rows).writeCsv(file);
        return file;
    }
}
