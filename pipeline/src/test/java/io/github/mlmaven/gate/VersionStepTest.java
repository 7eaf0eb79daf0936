package io.github.mlmaven.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.step.Contract.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a version admits after another one. */
class VersionStepTest {

    @ParameterizedTest
    @CsvSource({
        "1.1.0, 2.0.0, MAJOR",
        "1.9, 2, MAJOR",
        "1.1.0, 2.0.0-SNAPSHOT, MAJOR",
        "1.1.0, 1.2.0, MINOR",
        "1.1.0, 1.2.0-SNAPSHOT, MINOR",
        "1.9.0, 1.10.0, MINOR",
        "1.1.0, 1.1.1, PATCH",
        "1.1.0, 1.1.0, PATCH",
        "1.1.0-rc-1, 1.1.0, MAJOR",
        "1.1.0-rc-1, 1.1.0-rc-1, PATCH",
        "2.1.0, 1.9.0, PATCH",
        "1.2.0, 1.1.9, PATCH",
        "0.3.1, 0.4.0, MAJOR",
        "0.3.1, 0.3.2, PATCH",
        "0.3.1, 1.0.0, MAJOR",
        "2025.12, 2026.1, MAJOR",
        "latest, 2.0.0, PATCH",
        "1.0.0, latest, PATCH",
        "99999999999999999999.1, 99999999999999999999.2, MINOR"
    })
    void the_first_number_that_rises_says_it(String before, String now, Level admitted) {
        assertThat(new VersionStep(before, now).admits()).isEqualTo(admitted);
    }
}
