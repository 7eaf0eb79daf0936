package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UbjsonTest {

    @Test
    void objects_arrays_numbers_and_texts_are_read() {
        byte[] bytes = bytes('{', 'i', 1, 'a', '[', 'i', 7, 'U', 200, 'T', 'S', 'i', 1, 'x', ']', '}');

        assertThat(Ubjson.parse(bytes)).isEqualTo(Map.of("a", List.of(7L, 200L, true, "x")));
    }

    @Test
    void an_array_of_one_type_is_read_as_one() {
        assertThat(Ubjson.parse(bytes('[', '$', 'd', '#', 'i', 1, 0x3f, 0x80, 0, 0)))
                .isEqualTo(new float[] {1});
        assertThat(Ubjson.parse(bytes('[', '$', 'I', '#', 'i', 1, 0xff, 0xfe))).isEqualTo(new long[] {-2});
    }

    @Test
    void a_count_that_the_bytes_cannot_hold_is_refused_before_memory_is_taken() {
        assertThatThrownBy(() -> Ubjson.parse(bytes('[', '$', 'L', '#', 'l', 0x7f, 0xff, 0xff, 0xff)))
                .hasMessage("byte 9 of the UBJSON: a length of 2147483647");
        assertThatThrownBy(() -> Ubjson.parse(bytes('[', '$', 'L', '#', 'i', 2, 0, 0)))
                .hasMessage("the UBJSON ends early");
        assertThatThrownBy(() -> Ubjson.parse(bytes('S', 'i', -1))).hasMessage("byte 3 of the UBJSON: a length of -1");
    }

    @Test
    void nesting_is_bounded() {
        byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> Ubjson.parse(deep)).hasMessage("byte 66 of the UBJSON: deeper than 64 levels");
    }

    @Test
    void any_number_of_fillers_is_passed_over() {
        byte[] fillers = ("N".repeat(1_000_000) + "T").getBytes(StandardCharsets.US_ASCII);

        assertThat(Ubjson.parse(fillers)).isEqualTo(true);
    }

    @Test
    void a_key_twice_and_bytes_after_the_end_are_refused() {
        assertThatThrownBy(() -> Ubjson.parse(bytes('{', 'i', 1, 'a', 'T', 'i', 1, 'a', 'F', '}')))
                .hasMessage("byte 9 of the UBJSON: the key 'a' a second time");
        assertThatThrownBy(() -> Ubjson.parse(bytes('T', 'T')))
                .hasMessage("byte 1 of the UBJSON: more bytes after the value");
    }

    @Test
    void any_bytes_are_read_or_refused() {
        Random random = new Random(3);
        String markers = "{[SiUIlLdDTFN$#]}";
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(40)];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = (byte) (random.nextBoolean() ? markers.charAt(random.nextInt(17)) : random.nextInt(4));
            }
            try {
                Ubjson.parse(bytes);
            } catch (IllegalArgumentException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(10_000, 20_000);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
