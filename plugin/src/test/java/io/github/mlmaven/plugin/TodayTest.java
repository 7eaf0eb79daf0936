package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.util.List;
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
        for (String none : List.of("today", "0000-01-01", "-0001-01-01", "+10000-01-01")) {
            assertThatThrownBy(() -> Today.of(none)).as(none).isInstanceOf(MlException.class);
        }
    }
}
