package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileStateTest {

    private static final Instant NOON = Instant.parse("2024-01-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2024-01-01T11:59:57Z, 2024-01-01T11:59:57Z, true",
        "2024-01-01T11:59:58Z, 2024-01-01T11:59:57Z, false",
        "2024-01-01T11:59:57Z, 2024-01-01T11:59:58Z, false",
        "2024-01-01T11:59:59Z, 2024-01-01T11:59:59Z, false",
        "2024-01-01T12:00:01Z, 2024-01-01T11:59:57Z, false",
        "2024-01-01T11:59:57Z, '', true",
        "2024-01-01T11:59:59Z, '', false"
    })
    void a_file_is_settled_when_its_times_are_more_than_two_seconds_past(
            String modified, String changed, boolean settled) {
        assertThat(new FileState(1, modified, changed).isSettled(NOON)).isEqualTo(settled);
    }

    @Test
    void its_text_has_size_and_times() {
        assertThat(new FileState(7, "m", "c").text()).isEqualTo("7 m c");
    }
}
