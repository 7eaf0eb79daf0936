package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UbjsonTest {

    @Test
    void objects_arrays_numbers_and_texts_are_read() {
        byte[] bytes = bytes('{', 'i', 1, 'a', '[', 'i', 7, 'U', 200, 'T', 'S', 'i', 1, 'x', ']', '}');

        Ubjson array = Objects.requireNonNull(parse(bytes).object().get("a"));
        List<Ubjson> elements = new ArrayList<>();
        array.elements(elements::add);
        assertThat(array.count()).isEqualTo(4);
        assertThat(elements).hasSize(4);
        assertThat(elements.get(3).text(1)).isEqualTo("x");
        assertThat(parse(bytes('[', 'i', 7, 'U', 200, ']')).ints(2)).containsExactly(7, 200);
        assertThat(parse(bytes('[', '#', 'i', 2, 'i', 7, 'I', 1, 0)).ints(2)).containsExactly(7, 256);
    }

    @Test
    void an_array_of_one_type_is_read_as_one() {
        assertThat(parse(bytes('[', '$', 'd', '#', 'i', 1, 0x3f, 0x80, 0, 0)).floats(1))
                .containsExactly(1);
        assertThat(parse(bytes('[', '$', 'I', '#', 'i', 1, 0xff, 0xfe)).ints(1)).containsExactly(-2);
        assertThat(parse(bytes('[', '$', 'U', '#', 'i', 2, 0, 2)).flags(2)).containsExactly(false, true);
    }

    @Test
    void an_array_is_taken_only_if_it_has_as_many_elements_as_it_must() {
        Ubjson two = parse(bytes('[', '$', 'U', '#', 'i', 2, 0, 2));

        assertThatThrownBy(() -> two.ints(3)).hasMessage("byte 1 of the UBJSON: 2 elements in the place of 3");
        assertThatThrownBy(() -> two.floats(2)).hasMessage("byte 6 of the UBJSON: an array of numbers is missing");
        assertThatThrownBy(two::object).hasMessage("byte 1 of the UBJSON: an object is missing");
        assertThatThrownBy(() ->
                        parse(bytes('[', '$', 'l', '#', 'i', 1, 0, 0, 0, 0)).elements(each -> {}))
                .hasMessage("byte 6 of the UBJSON: an array of numbers in the place of another");
        assertThatThrownBy(() ->
                        parse(bytes('[', 'L', 1, 0, 0, 0, 0, 0, 0, 0, ']')).ints(1))
                .hasMessage("a number out of range: 72057594037927936");
    }

    @Test
    void a_text_that_is_longer_than_it_can_be_is_refused() {
        assertThatThrownBy(() -> parse(bytes('S', 'i', 3, 'a', 'b', 'c')).text(2))
                .hasMessage("byte 3 of the UBJSON: a text of 3 bytes, where at most 2 are expected");
    }

    @Test
    void a_count_that_the_bytes_cannot_hold_is_refused_before_memory_is_taken() {
        assertThatThrownBy(() -> parse(bytes('[', '$', 'L', '#', 'l', 0x7f, 0xff, 0xff, 0xff)))
                .hasMessage("byte 9 of the UBJSON: a length of 2147483647");
        assertThatThrownBy(() -> parse(bytes('[', '$', 'L', '#', 'i', 2, 0, 0))).hasMessage("the UBJSON ends early");
        assertThatThrownBy(() -> parse(bytes('S', 'i', -1))).hasMessage("byte 3 of the UBJSON: a length of -1");
    }

    @Test
    void nesting_is_bounded() {
        byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> parse(deep)).hasMessage("byte 66 of the UBJSON: deeper than 64 levels");
    }

    @Test
    void any_number_of_fillers_is_passed_over() {
        byte[] fillers = ("N".repeat(1_000_000) + "T").getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> parse(fillers).object())
                .hasMessage("byte 1000001 of the UBJSON: an object is missing");
    }

    @Test
    void a_key_twice_and_bytes_after_the_end_are_refused() {
        assertThatThrownBy(() -> parse(bytes('{', 'i', 1, 'a', 'T', 'i', 1, 'a', 'F', '}'))
                        .object())
                .hasMessage("byte 9 of the UBJSON: the key 'a' a second time");
        assertThatThrownBy(() -> parse(bytes('T', 'T'))).hasMessage("byte 1 of the UBJSON: more bytes after the value");
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
                parse(bytes).object();
            } catch (IllegalArgumentException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(10_000, 20_000);
    }

    private static Ubjson parse(byte[] bytes) {
        return Ubjson.of(ByteBuffer.wrap(bytes));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
