package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickLinesTest {

    private long nanos = 7;

    private final TickLines lines = new TickLines(() -> nanos);

    @Test
    void work_that_takes_less_than_five_seconds_is_not_told() {
        pass(4.9);

        assertThat(lines.of("round", 1, 2)).isEmpty();
        assertThat(lines.about("read rows", 1, 2)).isEmpty();
    }

    @Test
    void a_line_is_said_every_five_seconds() {
        pass(5);
        assertThat(lines.of("predicted rows", 1_500_000, 6_000_000))
                .hasValue("predicted rows 1,500,000 of 6,000,000 (25 %)");

        pass(4);
        assertThat(lines.of("predicted rows", 1_600_000, 6_000_000)).isEmpty();

        pass(1);
        assertThat(lines.of("predicted rows", 6_000_000, 6_000_000))
                .hasValue("predicted rows 6,000,000 of 6,000,000 (100 %)");
    }

    @Test
    void an_estimate_is_told_as_one_until_there_is_more() {
        pass(5);
        assertThat(lines.about("read rows", 3_000_000, 12_000_000))
                .hasValue("read rows 3,000,000 of about 12,000,000 (25 %)");

        pass(5);
        assertThat(lines.about("read rows", 12_000_001, 12_000_000)).hasValue("read rows 12,000,001");
    }

    @Test
    void where_nobody_knows_how_much_there_is_what_is_done_is_told() {
        pass(5);
        assertThat(lines.of("bytes", 1, 0)).isEmpty();
        assertThat(lines.about("read rows", 1_000, 0)).hasValue("read rows 1,000");
    }

    @Test
    void work_of_one_piece_begins_and_is_done() {
        pass(5);
        assertThat(lines.of("forest", 0, 1)).hasValue("forest begins");
        pass(5);
        assertThat(lines.of("forest", 1, 1)).hasValue("forest is done");
    }

    private void pass(double seconds) {
        nanos += (long) (seconds * 1e9);
    }
}
