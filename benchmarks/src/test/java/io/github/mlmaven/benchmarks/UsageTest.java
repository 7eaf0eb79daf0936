package io.github.mlmaven.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTest {

    @Test
    void the_median_of_each_figure_is_taken_by_itself() {
        assertThat(Usage.median(List.of(new Usage(3, 10, 7), new Usage(1, 30, 8), new Usage(2, 20, 9))))
                .isEqualTo(new Usage(2, 20, 8));
    }

    @Test
    void the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
        assertThat(Usage.median(
                        List.of(new Usage(4, 1, 1), new Usage(1, 1, 1), new Usage(2, 3, 1), new Usage(9, 3, 1))))
                .isEqualTo(new Usage(3, 2, 1));
    }
}
