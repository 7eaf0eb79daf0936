package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whatever bytes there are, our own reader makes rows of them or leaves them, wherever its blocks end, and never fails
 * otherwise; and of what it takes it makes what the records say. {@code -Dml.mutations=1000000} tries more of them; a failure
 * names the seed.
 */
class RandomBytesTest {

    private static final int INPUTS = Integer.getInteger("ml.mutations", 20_000);
    /** One in so many is compared with its records, one by one. */
    private static final int TOLD = 50;

    private static final int LARGE = 1 << 12;
    private static final String[] PIECES = {
        ",",
        ",",
        ",",
        "\n",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "\"",
        "\"\"",
        "\"a,b\"",
        "\"c\nd\"",
        "\"e\"\"f\"",
        "\u00c3\u00a4",
        "\0",
        "1",
        "-2",
        "3.5",
        "4e2",
        "5.0",
        "true",
        "0",
        "a",
        "b",
        "NA",
        " 7 ",
        "123456789012345678901",
        "1,2,a,0\n",
        "1.5,3.0,\"b\",true\n",
        ",,,\n",
        ",,,,\n",
        "0.30000000000000004",
        "-9",
        "\n\n"
    };

    @Test
    void random_bytes_are_read_or_left() throws IOException {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int seed = 0; seed < INPUTS; seed++) {
            byte[] bytes = bytes(new Random(seed));
            try {
                Optional<List<String>> rows = PlainBytes.read(bytes, LARGE);
                Optional<List<String>> cut = PlainBytes.read(bytes, 8 + seed % 120);
                assertThat(cut.isEmpty() || cut.equals(rows))
                        .as("seed %s", seed)
                        .isTrue();
                if (rows.isPresent() && seed % TOLD == 0) {
                    assertThat(rows.get()).as("seed %s", seed).isEqualTo(PlainBytes.told(bytes));
                }
                outcomes.merge(rows.isEmpty() ? "left" : cut.isEmpty() ? "left if cut" : "read", 1, Integer::sum);
            } catch (RuntimeException e) {
                fail("seed " + seed, e);
            }
        }
        // Each way to end is taken, or the bytes are too tame.
        assertThat(outcomes).containsOnlyKeys("left", "left if cut", "read");
    }

    private static byte[] bytes(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(PlainBytes.HEADER);
        boolean tame = random.nextInt(3) > 0;
        for (int left = random.nextInt(16); left > 0; left--) {
            if (tame) {
                row(random, out);
            } else if (random.nextInt(4) == 0) {
                out.write(random.nextInt(256));
            } else {
                latin(PIECES[random.nextInt(PIECES.length)], out);
            }
        }
        return out.toByteArray();
    }

    /** Most likely a record. */
    private static void row(Random random, ByteArrayOutputStream out) {
        for (int i = 0; i < PlainBytes.NAMES.size(); i++) {
            String cell = PIECES[random.nextInt(PIECES.length)];
            if (random.nextInt(20) > 0 && cell.matches("(?s).*[,\n\r\"\0].*")) {
                cell = '"' + cell.replace("\"", "\"\"").replace("\0", "") + '"';
            }
            latin(i == 0 ? "" : ",", out);
            latin(cell, out);
        }
        out.write('\n');
    }

    private static void latin(String text, ByteArrayOutputStream out) {
        text.chars().forEach(out::write);
    }
}
