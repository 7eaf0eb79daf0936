package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import org.junit.jupiter.api.Test;

/** The day that a build is told. */
class TodayTest {

    @Test
    void it_is_unknown_where_nobody_says_it() {
        assertThat(Today.of(null)).isEmpty();
        assertThat(Today.of(" ")).isEmpty();
    }

    @Test
    void it_is_a_date() {
        assertThat(Today.of("2026-11-25")).contains("2026-11-25");
        assertThat(Today.of(" 2026-11-25\n")).contains("2026-11-25");
    }

    @Test
    void what_is_no_date_is_refused() {
        assertThatThrownBy(() -> Today.of("2026-02-30"))
                .isInstanceOf(MlException.class)
                .hasMessage("ml.today is '2026-02-30', which is no day. Write a date: -Dml.today=2026-01-31.");
        assertThatThrownBy(() -> Today.of("today")).isInstanceOf(MlException.class);
    }
}
