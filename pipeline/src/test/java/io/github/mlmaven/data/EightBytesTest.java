package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is told of eight bytes at once is what is told of each. */
class EightBytesTest {

    private static final long SEVEN = (1L << 56) - 1;

    @Provide
    Arbitrary<byte[]> eight() {
        return Arbitraries.oneOf(
                        Arbitraries.bytes(),
                        Arbitraries.of(0, 1, 47, 48, 57, 58, 127, 128, 138, 255).map(Integer::byteValue))
                .array(byte[].class)
                .ofSize(8);
    }

    @Property(tries = 3000)
    void bytes_are_counted_and_told_apart(@ForAll("eight") byte[] bytes) {
        long word = EightBytes.at(bytes, 0);
        long others = EightBytes.noDigits(EightBytes.digits(word));
        int zeros = 0;
        boolean ascii = true;
        for (int i = 0; i < 8; i++) {
            boolean digit = bytes[i] >= '0' && bytes[i] <= '9';
            zeros += bytes[i] == 0 ? 1 : 0;
            ascii &= bytes[i] >= 0;
            assertThat(((others >>> (8 * i)) & 0xFF) == 0)
                    .as("%s of %s", i, bytes)
                    .isEqualTo(digit);
        }
        assertThat(EightBytes.zeros(word)).isEqualTo(zeros);
        assertThat(EightBytes.isAscii(word)).isEqualTo(ascii);
    }

    @Property(tries = 3000)
    void digits_are_a_number(
            @ForAll @IntRange(max = 99_999_999) int number,
            @ForAll @IntRange(min = 1, max = 8) int count,
            @ForAll("eight") byte[] rest) {
        String text = String.format(Locale.ROOT, "%08d", number).substring(8 - count);
        byte[] bytes = rest.clone();
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, count);
        assertThat(EightBytes.number(EightBytes.digits(EightBytes.at(bytes, 0)), count))
                .isEqualTo(Long.parseLong(text));
    }

    @Property(tries = 1000)
    void a_byte_is_left_out(@ForAll("eight") byte[] bytes, @ForAll @IntRange(max = 7) int index) {
        byte[] seven = new byte[8];
        System.arraycopy(bytes, 0, seven, 0, index);
        System.arraycopy(bytes, index + 1, seven, index, 7 - index);
        assertThat(EightBytes.without(EightBytes.at(bytes, 0), index) & SEVEN)
                .isEqualTo(EightBytes.at(seven, 0) & SEVEN);
    }
}
