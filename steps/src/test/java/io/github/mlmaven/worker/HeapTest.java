package io.github.mlmaven.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapTest {

    @ParameterizedTest
    @CsvSource({
        "-Xmx4, -Xmx1m, -Xmx4g",
        "-Xmx512k, -Xmx1m, -Xmx4g",
        "-Dx=1 -Xmx64m, -Xmx64m, -Xmx4g",
        "-Xmx2G, -Xmx2g, -Xmx4g",
        "-Xmx3g, -Xmx3g, -Xmx6g",
        "-Xmx64m -Xmx8g, -Xmx8g, -Xmx16g"
    })
    void twice_as_much_is_advised_and_four_gigabytes_at_least(String options, String option, String advised) {
        Heap heap = Heap.askedFor(options);

        assertThat(heap.option()).isEqualTo(option);
        assertThat(heap.remedy()).isEqualTo("Raise it with -Dml.argLine=" + advised + ".");
    }

    @Test
    void where_no_heap_is_asked_for_the_advice_is_the_same() {
        assertThat(Heap.askedFor("-ea -XmxNone").remedy()).isEqualTo("Raise it with -Dml.argLine=-Xmx4g.");
    }
}
