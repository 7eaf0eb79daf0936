package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class Utf8Test {

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Bytes at which something begins or ends. */
    @Provide
    Arbitrary<byte[]> edges() {
        return Arbitraries.of(
                        0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
                        0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF)
                .map(Integer::byteValue)
                .array(byte[].class)
                .ofMaxSize(5);
    }

    @Property(tries = 5000)
    void what_decodes_is_valid_and_nothing_else(@ForAll("edges") byte[] bytes) {
        assertThat(Utf8.isValid(bytes, 0, bytes.length)).isEqualTo(decodes(bytes));
    }

    @Test
    void every_character_is_valid_and_no_surrogate() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
                assertThat(Utf8.isValid(bytes, 0, bytes.length))
                        .as("U+%X", point)
                        .isTrue();
            }
        }
        for (int low : List.of(0xA0, 0xBF)) {
            assertThat(Utf8.isValid(new byte[] {(byte) 0xED, (byte) low, (byte) 0x80}, 0, 3))
                    .isFalse();
        }
    }

    @Test
    void a_character_that_goes_beyond_the_end_is_none() {
        byte[] bytes = "ä€".getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.isValid(bytes, 0, 4)).isFalse();
        assertThat(Utf8.isValid(bytes, 0, 5)).isTrue();
        assertThat(Utf8.isValid(bytes, 1, 5)).isFalse();
        assertThat(Utf8.isValid(bytes, 2, 5)).isTrue();
    }
}
