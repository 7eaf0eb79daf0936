package io.github.mlmaven.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainerGuessTest {

    @Test
    void few_rows_take_a_forest_and_more_take_boosted_trees() {
        assertThat(TrainerGuess.of(999, 10).name()).isEqualTo("random-forest");
        assertThat(TrainerGuess.of(999, 10).testShare()).isEqualTo(30);
        assertThat(TrainerGuess.of(1_000, 10).name()).isEqualTo("xgboost");
        assertThat(TrainerGuess.of(1_000, 10).testShare()).isEqualTo(20);
        assertThat(TrainerGuess.of(500_001, 10).testShare()).isEqualTo(10);
    }

    @Test
    void many_inputs_take_small_trees_whatever_the_rows() {
        assertThat(TrainerGuess.of(200, 500).name()).isEqualTo("random-forest");
        assertThat(TrainerGuess.of(200, 501)).satisfies(guess -> {
            assertThat(guess.name()).isEqualTo("xgboost");
            assertThat(guess.parameters())
                    .containsEntry("max-depth", "3")
                    .containsEntry("max-bins", "32")
                    .containsEntry("rounds", "50");
            assertThat(guess.testShare()).isEqualTo(30);
        });
    }
}
